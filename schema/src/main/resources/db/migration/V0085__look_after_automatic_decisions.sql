-- Decisions by rules: what a person looks at afterwards, and the switch that stops them at once.
-- Carries out practice/automatic.
CREATE TABLE automatic_sample (
    case_id     uuid PRIMARY KEY,
    case_no     text NOT NULL,
    item_key    text NOT NULL,
    item_name   text NOT NULL,
    agency_key  text NOT NULL,
    decided_on  date NOT NULL,
    state       text NOT NULL CHECK (state IN ('open', 'agreed', 'disagreed')),
    words       text NOT NULL,
    judged_by   text,
    judged_at   timestamptz,
    CONSTRAINT automatic_sample_judged_is_whole CHECK ((state = 'open') = (judged_at IS NULL))
);
CREATE INDEX automatic_sample_list ON automatic_sample (agency_key, state, decided_on, case_id);

CREATE TABLE automatic_switch (
    item_key   text PRIMARY KEY,
    stopped    boolean NOT NULL,
    reason     text NOT NULL,
    turned_by  text NOT NULL,
    turned_at  timestamptz NOT NULL
);
