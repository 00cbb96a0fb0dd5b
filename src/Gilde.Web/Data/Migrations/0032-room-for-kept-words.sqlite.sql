-- SQLite has no lengths.
SELECT 1;
