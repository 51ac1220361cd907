-- A joint site visit (联合踏勘) for several offices of one package: one day, officers of each, one record. Each case has the record
-- on its own line by an act of its own office (licensing/34); this says when the offices go, and which have taken it over.
CREATE TABLE joint_visit (
    visit_id         uuid PRIMARY KEY,
    parent_id        uuid NOT NULL REFERENCES package_case,
    planned_on       date NOT NULL,
    site             text NOT NULL,
    asked_by         uuid NOT NULL REFERENCES staff,
    asked_by_name    text NOT NULL,
    asked_at         timestamptz NOT NULL,
    held_on          date,
    record           text,
    recorded_by_name text,
    recorded_at      timestamptz,
    called_off_at    timestamptz,
    CONSTRAINT joint_visit_has_a_day_and_a_record CHECK ((held_on IS NULL) = (record IS NULL) AND (record IS NULL) = (recorded_at IS NULL)),
    CONSTRAINT joint_visit_ends_once CHECK (recorded_at IS NULL OR called_off_at IS NULL)
);
CREATE UNIQUE INDEX joint_visit_one_planned ON joint_visit (parent_id) WHERE recorded_at IS NULL AND called_off_at IS NULL;
CREATE INDEX joint_visit_by_whole ON joint_visit (parent_id, visit_id DESC);

CREATE TABLE joint_visit_office (
    visit_id       uuid NOT NULL REFERENCES joint_visit,
    part_key       text NOT NULL,
    case_id        uuid NOT NULL,
    agency_key     text NOT NULL,
    officers       text[] NOT NULL,
    joined_by_name text NOT NULL,
    joined_at      timestamptz NOT NULL,
    taken_by_name  text,                    -- who put the record on the line of the case
    taken_at       timestamptz,
    PRIMARY KEY (visit_id, part_key),
    CONSTRAINT joint_visit_office_sends_somebody CHECK (cardinality(officers) > 0)
);
