-- Who takes an investment project through its approvals (帮办代办), one member of staff at a time, and what was done for it.
CREATE TABLE project_agent (
    project_code     text NOT NULL,
    ordinal          int  NOT NULL,
    staff_id         uuid NOT NULL REFERENCES staff,
    staff_name       text NOT NULL,
    agency_key       text NOT NULL,
    phone            text NOT NULL,        -- of the office; shown to whoever applied
    assigned_by      uuid NOT NULL REFERENCES staff,
    assigned_by_name text NOT NULL,
    assigned_at      timestamptz NOT NULL,
    ended_at         timestamptz,
    PRIMARY KEY (project_code, ordinal),
    CONSTRAINT project_agent_ends_after_it_began CHECK (ended_at >= assigned_at)
);
CREATE UNIQUE INDEX project_agent_one_at_a_time ON project_agent (project_code) WHERE ended_at IS NULL;
CREATE INDEX project_agent_by_staff ON project_agent (staff_id, assigned_at DESC, project_code) WHERE ended_at IS NULL;

CREATE TABLE project_help (
    help_id      uuid PRIMARY KEY,
    project_code text NOT NULL,
    staff_id     uuid NOT NULL REFERENCES staff,
    staff_name   text NOT NULL,
    said         text NOT NULL,
    said_at      timestamptz NOT NULL
);
CREATE INDEX project_help_by_project ON project_help (project_code, help_id DESC);
