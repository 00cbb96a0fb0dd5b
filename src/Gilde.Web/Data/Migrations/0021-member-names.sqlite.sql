-- The list of all members sorts by exactly this.
CREATE INDEX "ix_members_sort_name" ON "members" (replace(replace(replace(replace(replace(replace(replace(replace(replace(lower("name"), 'ä', 'a'), 'Ä', 'a'), 'ö', 'o'), 'Ö', 'o'), 'ü', 'u'), 'Ü', 'u'), 'ß', 'ss'), 'é', 'e'), 'É', 'e'), "id");
