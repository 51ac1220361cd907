-- What a case rests on that a register said: fetched in place of a material, or brought by the applicant while the register
-- could not be asked, and checked later. ask_at is set while the house still has to ask; a job takes such rows one by one.
CREATE TABLE shared_use (
    case_id      uuid NOT NULL,
    material_key text NOT NULL,
    use_id       uuid NOT NULL UNIQUE,             -- in the order of time
    resource_key text NOT NULL,
    item_key     text NOT NULL,
    agency_key   text NOT NULL,
    way          text NOT NULL CHECK (way IN ('fetched', 'brought')),
    at           timestamptz NOT NULL,
    asked_by     text,
    content      bytea NOT NULL,                   -- encrypted: about whom, and what the register said
    file_no      uuid,
    copy_sm3     text,
    copy_size    bigint,
    answered_at  timestamptz,
    simulated    boolean NOT NULL DEFAULT false,
    fault        text CHECK (fault IN ('expired', 'suspended', 'revoked', 'replaced', 'unchecked', 'unknown')),
    fault_why    text,
    ask_at       timestamptz,
    attempts     int NOT NULL DEFAULT 0,
    PRIMARY KEY (case_id, material_key),
    CONSTRAINT shared_use_fetched_has_a_file CHECK ((way = 'fetched') = (file_no IS NOT NULL AND copy_sm3 IS NOT NULL AND copy_size IS NOT NULL))
);
CREATE INDEX shared_use_to_ask ON shared_use (ask_at) WHERE ask_at IS NOT NULL;
CREATE INDEX shared_use_by_item ON shared_use (item_key, material_key);
