-- The catalogue of data that offices share (政务数据资源目录): what it is, whose, how it may be had, how fresh it is. Comes with the
-- pack; who may ask is decided request by request. 国务院令第809号: one catalogue, no use beyond its purpose.
CREATE TABLE shared_resource (
    resource_key text PRIMARY KEY,
    code         text NOT NULL UNIQUE,
    name         text NOT NULL,
    provider_key text NOT NULL,                    -- of the agency that keeps the data
    definition   jsonb NOT NULL
);

-- One office asks for the right to ask for a resource while it handles one item; the provider grants it until a day, or
-- refuses with a reason, and may take it back.
CREATE TABLE resource_request (
    request_id   uuid PRIMARY KEY,                 -- in the order of time
    resource_key text NOT NULL REFERENCES shared_resource,
    agency_key   text NOT NULL,
    item_key     text NOT NULL,
    purpose      text NOT NULL,
    asked_at     timestamptz NOT NULL,
    asked_by     text NOT NULL,                    -- name of the member of staff
    state        text NOT NULL CHECK (state IN ('waiting', 'granted', 'refused', 'taken_back')),
    decided_at   timestamptz,
    decided_by   text,
    reason       text,
    until_day    date,
    CONSTRAINT resource_request_decided_by_somebody CHECK ((state = 'waiting') = (decided_at IS NULL)
        AND (state = 'waiting') = (decided_by IS NULL)),
    CONSTRAINT resource_request_granted_until CHECK ((state = 'granted') <= (until_day IS NOT NULL)),
    CONSTRAINT resource_request_refused_why CHECK (state NOT IN ('refused', 'taken_back') OR reason IS NOT NULL)
);
-- Pressed twice it is asked once; a right that stands is not asked for again.
CREATE UNIQUE INDEX resource_request_stands_once ON resource_request (agency_key, item_key, resource_key)
    WHERE state IN ('waiting', 'granted');
CREATE INDEX resource_request_by_resource ON resource_request (resource_key, request_id DESC);
