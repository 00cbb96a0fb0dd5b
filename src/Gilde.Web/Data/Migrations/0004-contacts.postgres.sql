ALTER TABLE contact_requests ADD COLUMN accepted_at timestamp with time zone;
ALTER TABLE contact_requests ADD COLUMN withdrawn_at timestamp with time zone;
ALTER TABLE contacts ADD COLUMN says_met_at timestamp with time zone;

CREATE INDEX ix_contact_requests_from_id_at ON contact_requests (from_id, at);

CREATE TABLE contact_tags (
    owner_id bigint NOT NULL,
    other_id bigint NOT NULL,
    tag character varying(40) NOT NULL,
    CONSTRAINT pk_contact_tags_owner_id_other_id_tag PRIMARY KEY (owner_id, other_id, tag),
    CONSTRAINT fk_contact_tags_owner_id_other_id FOREIGN KEY (owner_id, other_id) REFERENCES contacts (owner_id, other_id) ON DELETE CASCADE
);

CREATE INDEX ix_contact_tags_owner_id_tag ON contact_tags (owner_id, tag);

CREATE TABLE card_offers (
    request_id bigint NOT NULL,
    field_id bigint NOT NULL,
    CONSTRAINT pk_card_offers_request_id_field_id PRIMARY KEY (request_id, field_id),
    CONSTRAINT fk_card_offers_field_id FOREIGN KEY (field_id) REFERENCES card_fields (id) ON DELETE CASCADE,
    CONSTRAINT fk_card_offers_request_id FOREIGN KEY (request_id) REFERENCES contact_requests (id) ON DELETE CASCADE
);

CREATE INDEX ix_card_offers_field_id ON card_offers (field_id);

CREATE TABLE card_links (
    member_id bigint NOT NULL,
    token character varying(40) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_card_links_member_id PRIMARY KEY (member_id),
    CONSTRAINT fk_card_links_member_id FOREIGN KEY (member_id) REFERENCES members (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_card_links_token ON card_links (token);
