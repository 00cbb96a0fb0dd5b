-- An article with title, note and poll can be reported, one of nothing but emoji be removed, and a poll of long options be kept in a draft.
ALTER TABLE reports ALTER COLUMN text TYPE character varying(62000);
ALTER TABLE decisions ALTER COLUMN kept TYPE character varying(372000);
ALTER TABLE post_drafts ALTER COLUMN poll TYPE character varying(6000);
