CREATE TABLE "conversations" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_conversations_id" PRIMARY KEY AUTOINCREMENT,
    "direct_key" TEXT NULL,
    "title" TEXT NOT NULL,
    "started_by_id" INTEGER NOT NULL,
    "started_at" INTEGER NOT NULL,
    "last_message_id" INTEGER NOT NULL,
    "last_message_at" INTEGER NOT NULL
);


CREATE TABLE "event_positions" (
    "reader" TEXT NOT NULL CONSTRAINT "pk_event_positions_reader" PRIMARY KEY,
    "transaction" INTEGER NOT NULL,
    "event_id" INTEGER NOT NULL
);


CREATE TABLE "events" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_events_id" PRIMARY KEY AUTOINCREMENT,
    "transaction" INTEGER NOT NULL DEFAULT (0),
    "at" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" INTEGER NULL,
    "target_id" INTEGER NULL,
    "object_id" INTEGER NULL,
    "parent_id" INTEGER NULL
);


CREATE TABLE "jobs" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_jobs_id" PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "effect_key" TEXT NULL,
    "created_at" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "claimed_until" INTEGER NULL,
    "last_error" TEXT NULL,
    "parked_at" INTEGER NULL
);


CREATE TABLE "members" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_members_id" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "latitude" REAL NULL,
    "longitude" REAL NULL,
    "birthday" TEXT NULL,
    "picture_id" INTEGER NULL,
    "cover_id" INTEGER NULL,
    "language" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "joined_at" INTEGER NOT NULL,
    "active_since" INTEGER NULL,
    "suspended_at" INTEGER NULL,
    "hides_contacts" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "changed_at" INTEGER NOT NULL
);


CREATE TABLE "networks" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_networks_id" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "trade" TEXT NOT NULL,
    "language" INTEGER NOT NULL,
    "color" TEXT NOT NULL,
    "imprint" TEXT NOT NULL,
    "privacy_notice" TEXT NOT NULL,
    "signup" INTEGER NOT NULL,
    "is_demo" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "protection_keys" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_protection_keys_id" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "xml" TEXT NOT NULL
);


CREATE TABLE "accounts" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_accounts_id" PRIMARY KEY,
    "created_at" INTEGER NOT NULL,
    "awaits_approval" INTEGER NOT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" TEXT NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL,
    CONSTRAINT "fk_accounts_id" FOREIGN KEY ("id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "blocks" (
    "member_id" INTEGER NOT NULL,
    "blocked_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_blocks_member_id_blocked_id" PRIMARY KEY ("member_id", "blocked_id"),
    CONSTRAINT "fk_blocks_blocked_id" FOREIGN KEY ("blocked_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_blocks_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "card_fields" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_card_fields_id" PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "by_default" INTEGER NOT NULL,
    CONSTRAINT "fk_card_fields_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "contact_requests" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_contact_requests_id" PRIMARY KEY AUTOINCREMENT,
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "in_person" INTEGER NOT NULL,
    "declined_at" INTEGER NULL,
    CONSTRAINT "fk_contact_requests_from_id" FOREIGN KEY ("from_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_contact_requests_to_id" FOREIGN KEY ("to_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "contacts" (
    "owner_id" INTEGER NOT NULL,
    "other_id" INTEGER NOT NULL,
    "since" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "how_met" TEXT NOT NULL,
    "met_at" INTEGER NULL,
    "hidden" INTEGER NOT NULL,
    CONSTRAINT "pk_contacts_owner_id_other_id" PRIMARY KEY ("owner_id", "other_id"),
    CONSTRAINT "fk_contacts_other_id" FOREIGN KEY ("other_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_contacts_owner_id" FOREIGN KEY ("owner_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "credentials" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_credentials_id" PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "awarded" TEXT NULL,
    CONSTRAINT "fk_credentials_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "educations" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_educations_id" PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER NOT NULL,
    "school" TEXT NOT NULL,
    "degree" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "from" TEXT NULL,
    "to" TEXT NULL,
    CONSTRAINT "fk_educations_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "exchanges" (
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "source" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "last_at" INTEGER NOT NULL,
    CONSTRAINT "pk_exchanges_from_id_to_id_day_source" PRIMARY KEY ("from_id", "to_id", "day", "source"),
    CONSTRAINT "fk_exchanges_from_id" FOREIGN KEY ("from_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_exchanges_to_id" FOREIGN KEY ("to_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "messages" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_messages_id" PRIMARY KEY AUTOINCREMENT,
    "conversation_id" INTEGER NOT NULL,
    "sender_id" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "sent_at" INTEGER NOT NULL,
    "picture_id" INTEGER NULL,
    CONSTRAINT "fk_messages_conversation_id" FOREIGN KEY ("conversation_id") REFERENCES "conversations" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_messages_sender_id" FOREIGN KEY ("sender_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "participants" (
    "conversation_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "joined_at" INTEGER NOT NULL,
    "left_at" INTEGER NULL,
    "muted_at" INTEGER NULL,
    "last_read_id" INTEGER NOT NULL,
    "unread" INTEGER NOT NULL,
    CONSTRAINT "pk_participants_conversation_id_member_id" PRIMARY KEY ("conversation_id", "member_id"),
    CONSTRAINT "fk_participants_conversation_id" FOREIGN KEY ("conversation_id") REFERENCES "conversations" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_participants_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "positions" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_positions_id" PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "firm" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "from" TEXT NULL,
    "to" TEXT NULL,
    CONSTRAINT "fk_positions_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "role_grants" (
    "member_id" INTEGER NOT NULL,
    "role" INTEGER NOT NULL,
    "by_id" INTEGER NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_role_grants_member_id_role" PRIMARY KEY ("member_id", "role"),
    CONSTRAINT "fk_role_grants_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "section_audiences" (
    "member_id" INTEGER NOT NULL,
    "section" INTEGER NOT NULL,
    "audience" INTEGER NOT NULL,
    CONSTRAINT "pk_section_audiences_member_id_section" PRIMARY KEY ("member_id", "section"),
    CONSTRAINT "fk_section_audiences_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "spoken_languages" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_spoken_languages_id" PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    CONSTRAINT "fk_spoken_languages_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "ties" (
    "low_id" INTEGER NOT NULL,
    "high_id" INTEGER NOT NULL,
    "low_to_high" INTEGER NOT NULL,
    "high_to_low" INTEGER NOT NULL,
    "turn_days" INTEGER NOT NULL,
    "last_low_to_high" INTEGER NULL,
    "last_high_to_low" INTEGER NULL,
    "strength" INTEGER NOT NULL,
    CONSTRAINT "pk_ties_low_id_high_id" PRIMARY KEY ("low_id", "high_id"),
    CONSTRAINT "fk_ties_high_id" FOREIGN KEY ("high_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_ties_low_id" FOREIGN KEY ("low_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "topics" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_topics_id" PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "fk_topics_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "websites" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_websites_id" PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    CONSTRAINT "fk_websites_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "account_activities" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_account_activities_id" PRIMARY KEY AUTOINCREMENT,
    "account_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    CONSTRAINT "fk_account_activities_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);


CREATE TABLE "account_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_account_claims_id" PRIMARY KEY AUTOINCREMENT,
    "user_id" INTEGER NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_account_claims_user_id" FOREIGN KEY ("user_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);


CREATE TABLE "account_logins" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" INTEGER NOT NULL,
    CONSTRAINT "pk_account_logins_login_provider_provider_key" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "fk_account_logins_user_id" FOREIGN KEY ("user_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);


CREATE TABLE "account_passkeys" (
    "credential_id" BLOB NOT NULL CONSTRAINT "pk_account_passkeys_credential_id" PRIMARY KEY,
    "user_id" INTEGER NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "fk_account_passkeys_user_id" FOREIGN KEY ("user_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);


CREATE TABLE "account_tokens" (
    "user_id" INTEGER NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "pk_account_tokens_user_id_login_provider_name" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "fk_account_tokens_user_id" FOREIGN KEY ("user_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);


CREATE TABLE "mail_links" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_mail_links_id" PRIMARY KEY AUTOINCREMENT,
    "purpose" INTEGER NOT NULL,
    "token_hash" BLOB NOT NULL,
    "account_id" INTEGER NULL,
    "email" TEXT NOT NULL,
    "inviter_id" INTEGER NULL,
    "sent_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "used_at" INTEGER NULL,
    CONSTRAINT "fk_mail_links_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_mail_links_inviter_id" FOREIGN KEY ("inviter_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE TABLE "sessions" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_sessions_id" PRIMARY KEY AUTOINCREMENT,
    "account_id" INTEGER NOT NULL,
    "token_hash" BLOB NOT NULL,
    "started_at" INTEGER NOT NULL,
    "seen_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    CONSTRAINT "fk_sessions_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);


CREATE TABLE "card_releases" (
    "field_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_card_releases_field_id_to_id" PRIMARY KEY ("field_id", "to_id"),
    CONSTRAINT "fk_card_releases_field_id" FOREIGN KEY ("field_id") REFERENCES "card_fields" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_card_releases_to_id" FOREIGN KEY ("to_id") REFERENCES "members" ("id") ON DELETE CASCADE
);


CREATE INDEX "ix_account_activities_account_id_id" ON "account_activities" ("account_id", "id");


CREATE INDEX "ix_account_claims_user_id" ON "account_claims" ("user_id");


CREATE INDEX "ix_account_logins_user_id" ON "account_logins" ("user_id");


CREATE INDEX "ix_account_passkeys_user_id" ON "account_passkeys" ("user_id");


CREATE INDEX "ix_accounts_normalized_email" ON "accounts" ("normalized_email");


CREATE UNIQUE INDEX "ix_accounts_normalized_user_name" ON "accounts" ("normalized_user_name");


CREATE INDEX "ix_blocks_blocked_id" ON "blocks" ("blocked_id");


CREATE INDEX "ix_card_fields_member_id" ON "card_fields" ("member_id");


CREATE INDEX "ix_card_releases_to_id" ON "card_releases" ("to_id");


CREATE UNIQUE INDEX "ix_contact_requests_from_id_to_id" ON "contact_requests" ("from_id", "to_id");


CREATE INDEX "ix_contact_requests_to_id_declined_at" ON "contact_requests" ("to_id", "declined_at");


CREATE INDEX "ix_contacts_other_id" ON "contacts" ("other_id");


CREATE UNIQUE INDEX "ix_conversations_direct_key" ON "conversations" ("direct_key");


CREATE INDEX "ix_conversations_last_message_id" ON "conversations" ("last_message_id");


CREATE INDEX "ix_credentials_member_id" ON "credentials" ("member_id");


CREATE INDEX "ix_educations_member_id" ON "educations" ("member_id");


CREATE INDEX "ix_events_transaction_id" ON "events" ("transaction", "id");


CREATE INDEX "ix_exchanges_to_id" ON "exchanges" ("to_id");


CREATE UNIQUE INDEX "ix_jobs_effect_key" ON "jobs" ("effect_key");


CREATE INDEX "ix_jobs_parked_at_due_at" ON "jobs" ("parked_at", "due_at");


CREATE INDEX "ix_mail_links_account_id" ON "mail_links" ("account_id");


CREATE INDEX "ix_mail_links_inviter_id" ON "mail_links" ("inviter_id");


CREATE UNIQUE INDEX "ix_mail_links_token_hash" ON "mail_links" ("token_hash");


CREATE UNIQUE INDEX "ix_members_handle" ON "members" ("handle");


CREATE INDEX "ix_messages_conversation_id_id" ON "messages" ("conversation_id", "id");


CREATE INDEX "ix_messages_sender_id" ON "messages" ("sender_id");


CREATE INDEX "ix_participants_member_id_unread" ON "participants" ("member_id", "unread");


CREATE INDEX "ix_positions_member_id" ON "positions" ("member_id");


CREATE INDEX "ix_sessions_account_id" ON "sessions" ("account_id");


CREATE UNIQUE INDEX "ix_sessions_token_hash" ON "sessions" ("token_hash");


CREATE UNIQUE INDEX "ix_spoken_languages_member_id_code" ON "spoken_languages" ("member_id", "code");


CREATE INDEX "ix_ties_high_id" ON "ties" ("high_id");


CREATE UNIQUE INDEX "ix_topics_member_id_kind_text" ON "topics" ("member_id", "kind", "text");


CREATE INDEX "ix_topics_text_kind" ON "topics" ("text", "kind");


CREATE INDEX "ix_websites_member_id" ON "websites" ("member_id");


