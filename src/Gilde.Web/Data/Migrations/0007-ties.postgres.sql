ALTER TABLE ties ADD COLUMN low_days integer NOT NULL DEFAULT 0;
ALTER TABLE ties ADD COLUMN high_days integer NOT NULL DEFAULT 0;
ALTER TABLE ties ADD COLUMN met_at timestamp with time zone;
