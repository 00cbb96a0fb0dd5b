-- Groups: tags, rules, ways in, and who is kept out.
ALTER TABLE groups ADD COLUMN words character varying(600) NOT NULL DEFAULT '';
ALTER TABLE group_members ADD COLUMN welcomed_at timestamp with time zone;

CREATE TABLE group_rulesets (
    group_id bigint NOT NULL,
    version integer NOT NULL,
    text character varying(10000) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    CONSTRAINT pk_group_rulesets_group_id_version PRIMARY KEY (group_id, version),
    CONSTRAINT fk_group_rulesets_group_id FOREIGN KEY (group_id) REFERENCES groups (id) ON DELETE CASCADE
);

CREATE TABLE group_tags (
    group_id bigint NOT NULL,
    key character varying(40) NOT NULL,
    name character varying(40) NOT NULL,
    rank integer NOT NULL,
    CONSTRAINT pk_group_tags_group_id_key PRIMARY KEY (group_id, key),
    CONSTRAINT fk_group_tags_group_id FOREIGN KEY (group_id) REFERENCES groups (id) ON DELETE CASCADE
);

CREATE TABLE group_bans (
    group_id bigint NOT NULL,
    member_id bigint NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(500) NOT NULL,
    CONSTRAINT pk_group_bans_group_id_member_id PRIMARY KEY (group_id, member_id),
    CONSTRAINT fk_group_bans_group_id FOREIGN KEY (group_id) REFERENCES groups (id) ON DELETE CASCADE,
    CONSTRAINT fk_group_bans_member_id FOREIGN KEY (member_id) REFERENCES members (id) ON DELETE CASCADE
);

CREATE TABLE group_invitations (
    group_id bigint NOT NULL,
    member_id bigint NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    declined_at timestamp with time zone,
    CONSTRAINT pk_group_invitations_group_id_member_id PRIMARY KEY (group_id, member_id),
    CONSTRAINT fk_group_invitations_by_id FOREIGN KEY (by_id) REFERENCES members (id) ON DELETE CASCADE,
    CONSTRAINT fk_group_invitations_group_id FOREIGN KEY (group_id) REFERENCES groups (id) ON DELETE CASCADE,
    CONSTRAINT fk_group_invitations_member_id FOREIGN KEY (member_id) REFERENCES members (id) ON DELETE CASCADE
);

CREATE TABLE group_requests (
    group_id bigint NOT NULL,
    member_id bigint NOT NULL,
    words character varying(500) NOT NULL,
    rules_version integer NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    declined_at timestamp with time zone,
    declined_by_id bigint,
    CONSTRAINT pk_group_requests_group_id_member_id PRIMARY KEY (group_id, member_id),
    CONSTRAINT fk_group_requests_group_id FOREIGN KEY (group_id) REFERENCES groups (id) ON DELETE CASCADE,
    CONSTRAINT fk_group_requests_member_id FOREIGN KEY (member_id) REFERENCES members (id) ON DELETE CASCADE
);
CREATE INDEX ix_group_bans_member_id ON group_bans (member_id);
CREATE INDEX ix_group_invitations_by_id_at ON group_invitations (by_id, at);
CREATE INDEX ix_group_invitations_member_id ON group_invitations (member_id);
CREATE INDEX ix_group_members_group_id_role_member_id ON group_members (group_id, role, member_id);
CREATE INDEX ix_group_requests_member_id ON group_requests (member_id);
CREATE INDEX ix_group_tags_key ON group_tags (key);
CREATE INDEX ix_groups_created_by_id ON groups (created_by_id);
CREATE INDEX ix_groups_picture_id ON groups (picture_id) WHERE picture_id IS NOT NULL;
