-- An office is told of changes of a resource that it may ask for (D4): its system reads them from where it stopped, and every reading is on record.
-- Acts are read in the order of their transactions: what commits late never comes before what was read.
ALTER TABLE certificate_act ADD COLUMN xact bigint NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint;
ALTER TABLE certificate_act ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY;
CREATE INDEX certificate_act_in_order ON certificate_act (xact, seq);

CREATE TABLE resource_subscription (
    subscription_id uuid PRIMARY KEY,
    resource_key    text NOT NULL REFERENCES shared_resource,
    agency_key      text NOT NULL,
    item_key        text NOT NULL,         -- for which the office holds the right to ask
    purpose         text NOT NULL,
    begun_at        timestamptz NOT NULL,
    begun_by        text NOT NULL,
    ended_at        timestamptz,
    ended_by        text,
    CONSTRAINT resource_subscription_is_ended_by_somebody CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX resource_subscription_by_agency ON resource_subscription (agency_key, subscription_id DESC);
CREATE UNIQUE INDEX resource_subscription_stands_once ON resource_subscription (agency_key, item_key, resource_key) WHERE ended_at IS NULL;

CREATE TABLE resource_delivery (
    delivery_id     uuid PRIMARY KEY,      -- in the order of time
    subscription_id uuid NOT NULL REFERENCES resource_subscription,
    at              timestamptz NOT NULL,
    client_id       text NOT NULL,
    client_name     text NOT NULL,
    purpose         text NOT NULL,
    after_position  text NOT NULL,
    until_position  text NOT NULL,
    delivered       int NOT NULL CHECK (delivered >= 0),
    outcome         text NOT NULL CHECK (outcome IN ('delivered', 'no_right'))
);
CREATE INDEX resource_delivery_by_subscription ON resource_delivery (subscription_id, delivery_id DESC);
