-- Certificates and their types. One granted case issues one certificate, however often its event is read.
CREATE TABLE certificate_type (
    type_key    text PRIMARY KEY,
    name        text NOT NULL,
    type_code   text NOT NULL,
    valid_years int CHECK (valid_years > 0),
    definition  jsonb NOT NULL
);

CREATE TABLE certificate (
    certificate_id uuid PRIMARY KEY,
    case_id        uuid NOT NULL UNIQUE,
    type_key       text NOT NULL REFERENCES certificate_type,
    identifier     text NOT NULL UNIQUE,
    number         text NOT NULL,
    agency_key     text NOT NULL,
    holder_name    text NOT NULL,
    holder_hash    bytea NOT NULL,
    account_id     uuid,
    issued_on      date NOT NULL,
    valid_until    date,
    status         text NOT NULL CHECK (status IN ('valid', 'revoked')),   -- expiry is the calendar's, not a state
    revoked_at     timestamptz,
    revoked_why    text,
    verify_token   text NOT NULL UNIQUE,
    content        bytea NOT NULL,     -- encrypted canonical JSON: exactly the bytes that were signed
    signature      bytea NOT NULL,
    key_id         text NOT NULL,
    CONSTRAINT certificate_revoked_with_reason CHECK ((status = 'revoked') = (revoked_at IS NOT NULL AND revoked_why IS NOT NULL))
);
CREATE INDEX certificate_by_holder ON certificate (holder_hash, issued_on DESC, certificate_id);
CREATE INDEX certificate_by_account ON certificate (account_id, issued_on DESC, certificate_id) WHERE account_id IS NOT NULL;

CREATE TABLE rating (
    case_id      uuid PRIMARY KEY,
    agency_key   text NOT NULL,
    satisfaction int  NOT NULL CHECK (satisfaction BETWEEN 1 AND 5),   -- 1 best, 5 worst (GB/T 39046 A.8)
    words        text,
    channel      text NOT NULL,
    rated_at     timestamptz NOT NULL
);
CREATE INDEX rating_by_agency ON rating (agency_key, rated_at DESC, case_id);
