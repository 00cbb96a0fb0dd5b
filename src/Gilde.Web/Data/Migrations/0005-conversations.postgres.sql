ALTER TABLE messages
    ADD COLUMN kind integer NOT NULL DEFAULT 0,
    ADD COLUMN picture_text character varying(300) NOT NULL DEFAULT '',
    ADD COLUMN subject_id bigint,
    ADD COLUMN held_at timestamp with time zone,
    ADD COLUMN removed_at timestamp with time zone,
    ADD COLUMN removed_by_id bigint;
CREATE INDEX ix_messages_held_at ON messages (held_at) WHERE held_at IS NOT NULL;

ALTER TABLE participants
    ADD COLUMN put_away_at timestamp with time zone,
    ADD COLUMN since_id bigint NOT NULL DEFAULT 0,
    ADD COLUMN last_message_id bigint NOT NULL DEFAULT 0;
UPDATE participants p SET last_message_id = coalesce((SELECT max(m.id) FROM messages m WHERE m.conversation_id = p.conversation_id), 0);
-- No default, so that nobody forgets it.
ALTER TABLE participants ALTER COLUMN last_message_id DROP DEFAULT;
CREATE INDEX ix_participants_member_id_last_message_id ON participants (member_id, last_message_id);

CREATE TABLE first_messages (
    message_id bigint NOT NULL,
    from_id bigint NOT NULL,
    to_id bigint NOT NULL,
    reason character varying(200) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_first_messages_message_id PRIMARY KEY (message_id),
    CONSTRAINT fk_first_messages_from_id FOREIGN KEY (from_id) REFERENCES members (id) ON DELETE CASCADE,
    CONSTRAINT fk_first_messages_message_id FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE,
    CONSTRAINT fk_first_messages_to_id FOREIGN KEY (to_id) REFERENCES members (id) ON DELETE CASCADE
);
CREATE INDEX ix_first_messages_from_id_sent_at ON first_messages (from_id, sent_at);
CREATE UNIQUE INDEX ix_first_messages_from_id_to_id ON first_messages (from_id, to_id);
CREATE INDEX ix_first_messages_to_id ON first_messages (to_id);

CREATE TABLE held_decisions (
    message_id bigint NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    released boolean NOT NULL,
    CONSTRAINT pk_held_decisions_message_id PRIMARY KEY (message_id),
    CONSTRAINT fk_held_decisions_message_id FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE
);

CREATE TABLE unread_notices (
    conversation_id bigint NOT NULL,
    member_id bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    mailed_at timestamp with time zone,
    CONSTRAINT pk_unread_notices_conversation_id_member_id PRIMARY KEY (conversation_id, member_id),
    CONSTRAINT fk_unread_notices_conversation_id_member_id FOREIGN KEY (conversation_id, member_id) REFERENCES participants (conversation_id, member_id) ON DELETE CASCADE
);

CREATE TABLE notice_opt_outs (
    member_id bigint NOT NULL,
    kind integer NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_notice_opt_outs_member_id_kind PRIMARY KEY (member_id, kind),
    CONSTRAINT fk_notice_opt_outs_member_id FOREIGN KEY (member_id) REFERENCES members (id) ON DELETE CASCADE
);

-- Words of the messages. The conversation is a word too (no word of a text begins with #), so that a search reads the viewer's conversations alone.
-- Folded as MessageWords.Fold does it: Müller, Mueller and Muller are the same.
CREATE FUNCTION messages_fts_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT translate(replace(replace(replace(replace(lower(words), 'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'),
        'äöüàáâãåèéêëìíîïòóôõùúûýÿçñčšžłøæœ', 'aouaaaaaeeeeiiiioooouuuyycncszloao')
$$;
CREATE FUNCTION messages_fts_words(conversation bigint, words text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT array_to_tsvector(ARRAY['#' || conversation]) || to_tsvector('german', messages_fts_fold(words)) || to_tsvector('english', messages_fts_fold(words))
$$;
-- Every word must occur, as the beginning of one, in German or in English; a stop word asks for nothing.
CREATE FUNCTION messages_fts_query(conversations bigint[], words text[]) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT AS $$
DECLARE
    word text;
    part tsquery;
    whole tsquery;
BEGIN
    FOREACH word IN ARRAY words LOOP
        part := to_tsquery('german', messages_fts_fold(word) || ':*') || to_tsquery('english', messages_fts_fold(word) || ':*');
        IF numnode(part) > 0 THEN whole := CASE WHEN whole IS NULL THEN part ELSE whole && part END; END IF;
    END LOOP;
    RETURN whole && (SELECT string_agg(quote_literal('#' || c), ' | ') FROM unnest(conversations) c)::tsquery;
END
$$;
CREATE TABLE messages_fts (
    message_id bigint NOT NULL,
    words tsvector NOT NULL,
    CONSTRAINT pk_messages_fts_message_id PRIMARY KEY (message_id),
    CONSTRAINT fk_messages_fts_message_id FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE
);
CREATE INDEX ix_messages_fts_words ON messages_fts USING gin (words);
CREATE FUNCTION messages_fts_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO messages_fts (message_id, words) VALUES (new.id, messages_fts_words(new.conversation_id, new.body || ' ' || new.picture_text))
    ON CONFLICT (message_id) DO UPDATE SET words = excluded.words;
    RETURN NULL;
END
$$;
CREATE TRIGGER messages_fts_keep AFTER INSERT OR UPDATE OF body, picture_text ON messages FOR EACH ROW WHEN (new.kind = 0) EXECUTE FUNCTION messages_fts_keep();
INSERT INTO messages_fts (message_id, words) SELECT id, messages_fts_words(conversation_id, body) FROM messages;
