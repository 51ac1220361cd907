-- Electronic seals (GB/T 38540-2020): certificates of those who make them and of those who seal, and the seals.
-- Private keys are not here: they stay in the signing device. Every seal and certificate ever made is kept,
-- because documents sealed with it are checked for as long as they exist.
CREATE TABLE seal_certificate (
    serial      text PRIMARY KEY,      -- lower-case hex
    role        text NOT NULL CHECK (role IN ('authority', 'maker', 'sealer')),
    owner_key   text NOT NULL,         -- agency of a sealer; empty for the authority and the maker
    key_name    text NOT NULL,         -- in the signing device; empty for an outside authority that is only trusted
    der         bytea NOT NULL,
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    revoked_at  timestamptz,
    revoked_why text,
    revoked_by  text,
    CONSTRAINT seal_certificate_period CHECK (valid_until > valid_from),
    CONSTRAINT seal_certificate_revoked_with_reason CHECK (
        (revoked_at IS NULL) = (revoked_why IS NULL) AND (revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX seal_certificate_by_owner ON seal_certificate (role, owner_key, valid_until DESC);

CREATE TABLE seal (
    seal_id     text PRIMARY KEY,      -- esID
    owner_key   text NOT NULL,
    purpose     text NOT NULL,         -- words at the foot of the seal, such as 行政审批专用章
    serial      text NOT NULL REFERENCES seal_certificate,   -- of the sealer
    der         bytea NOT NULL,
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    CONSTRAINT seal_period CHECK (valid_until > valid_from)
);
CREATE INDEX seal_by_owner ON seal (owner_key, purpose, valid_until DESC);
