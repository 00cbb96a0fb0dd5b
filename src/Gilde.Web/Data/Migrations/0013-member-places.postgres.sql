CREATE INDEX ix_members_place ON members (place);
