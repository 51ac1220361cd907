-- Systems of departments let people sign in by this platform (D1): which systems, what a person agreed to, what was handed over. The lines of
-- hand-overs and of consents stay when a system goes: the person reads them.
CREATE TABLE identity_client (
    client_id   text PRIMARY KEY,
    secret_hash text NOT NULL,
    name        text NOT NULL,
    office      text NOT NULL,                    -- whose system it is
    purpose     text NOT NULL,                    -- what for, in words for the person
    scopes      text[] NOT NULL,                  -- what it may ask for
    redirects   text[] NOT NULL,                  -- where people are sent back to
    sign_outs   text[] NOT NULL,                  -- where people are sent who signed out
    created_at  timestamptz NOT NULL
);

-- A sign-in under way or done, as long as its tokens live: encrypted, found by keyed hashes.
CREATE TABLE identity_grant (
    grant_id      text PRIMARY KEY,
    client_id     text NOT NULL REFERENCES identity_client ON DELETE CASCADE,
    account_id    uuid NOT NULL REFERENCES account,
    state_hash    bytea UNIQUE,
    code_hash     bytea UNIQUE,
    access_hash   bytea UNIQUE,
    id_token_hash bytea UNIQUE,
    content       bytea NOT NULL,
    until         timestamptz NOT NULL
);
CREATE INDEX identity_grant_by_end ON identity_grant (until);
CREATE INDEX identity_grant_by_account ON identity_grant (account_id, client_id);

CREATE TABLE identity_consent (
    consent_id  uuid PRIMARY KEY,                 -- in the order of time
    account_id  uuid NOT NULL REFERENCES account,
    client_id   text NOT NULL,
    client_name text NOT NULL,
    office      text NOT NULL,
    scopes      text[] NOT NULL,
    given_at    timestamptz NOT NULL,
    ended_at    timestamptz
);
CREATE UNIQUE INDEX identity_consent_once ON identity_consent (account_id, client_id) WHERE ended_at IS NULL;
CREATE INDEX identity_consent_by_account ON identity_consent (account_id, consent_id DESC);

CREATE TABLE identity_hand_over (
    hand_over_id uuid PRIMARY KEY,                -- in the order of time
    person_id    uuid NOT NULL REFERENCES person,
    at           timestamptz NOT NULL,
    client_name  text NOT NULL,
    office       text NOT NULL,
    purpose      text NOT NULL,
    parts        text[] NOT NULL                  -- which parts, never their content
);
CREATE INDEX identity_hand_over_by_person ON identity_hand_over (person_id, hand_over_id DESC);
