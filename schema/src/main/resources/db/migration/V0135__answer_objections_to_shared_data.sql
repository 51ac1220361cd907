-- Whoever finds a register wrong says so, and its keeper answers: corrected, or looked into and right (校核纠错, D4).
CREATE TABLE data_objection (
    objection_id uuid PRIMARY KEY,          -- in the order of time
    resource_key text NOT NULL,
    provider_key text NOT NULL,
    raised_from  text NOT NULL CHECK (raised_from IN ('person', 'office')),
    account_id   uuid,                      -- of the person who raised it
    agency_key   text,                      -- of the office that raised it
    who          text NOT NULL,
    said         bytea NOT NULL,            -- encrypted: about whom, what is wrong
    raised_at    timestamptz NOT NULL,
    state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'corrected', 'right')),
    answered_at  timestamptz,
    answered_by  text,
    answer       text,
    CONSTRAINT data_objection_comes_from_somebody CHECK ((raised_from = 'person') = (account_id IS NOT NULL) AND (raised_from = 'office') = (agency_key IS NOT NULL)),
    CONSTRAINT data_objection_is_answered_by_somebody CHECK ((state = 'open') = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL) AND (answered_at IS NULL) = (answer IS NULL))
);
CREATE INDEX data_objection_by_provider ON data_objection (provider_key, objection_id DESC);
CREATE INDEX data_objection_by_agency ON data_objection (agency_key, objection_id DESC) WHERE agency_key IS NOT NULL;
CREATE INDEX data_objection_by_account ON data_objection (account_id, objection_id DESC) WHERE account_id IS NOT NULL;
