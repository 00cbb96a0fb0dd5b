-- PostgreSQL has had its list of words from the start (0017).
SELECT 1;
