-- Somebody may sign in by an outside provider of identities, beside a password of their own or without one (D1). What the provider calls the
-- person is kept as a keyed hash. Ended links stay: the person reads them.
ALTER TABLE account ALTER COLUMN login DROP NOT NULL;
ALTER TABLE account ADD CONSTRAINT account_with_a_password_has_a_login CHECK (password_hash IS NULL OR login IS NOT NULL);

CREATE TABLE outside_login (
    outside_login_id uuid PRIMARY KEY,            -- in the order of time
    account_id       uuid NOT NULL REFERENCES account,
    issuer           text NOT NULL,
    provider         text NOT NULL,               -- its name when it was linked
    subject_hash     bytea NOT NULL,
    linked_at        timestamptz NOT NULL,
    used_at          timestamptz NOT NULL,
    ended_at         timestamptz
);
CREATE UNIQUE INDEX outside_login_is_of_one_account ON outside_login (issuer, subject_hash) WHERE ended_at IS NULL;
CREATE INDEX outside_login_by_account ON outside_login (account_id, outside_login_id DESC);
