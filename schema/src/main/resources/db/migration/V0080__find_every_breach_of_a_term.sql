-- Findings of supervision: one card for every breach, opened by itself, answered or rebutted by the office,
-- closed by a supervisor. Carries out practice/supervision. The case and the clock (or line) name it, so that it
-- is opened once whoever finds it first.
CREATE SEQUENCE finding_number;

CREATE TABLE finding (
    case_id      uuid NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('late', 'silence', 'second_correction')),
    ref          int  NOT NULL,        -- number of the clock, or of the line for a second correction
    number       bigint NOT NULL DEFAULT nextval('finding_number'),
    case_no      text NOT NULL,
    item_key     text NOT NULL,
    item_version int  NOT NULL,
    agency_key   text NOT NULL,
    clock_kind   text,
    due_on       date,                 -- the last day that was missed
    words        text NOT NULL,        -- what the officer gave as reason at the time; empty for a clock
    opened_on    date NOT NULL,
    answer_by    date NOT NULL,        -- the office answers until then; written by FindingRules
    state        text NOT NULL CHECK (state IN ('open', 'answered', 'rebutted', 'upheld', 'dropped')),
    version      int  NOT NULL,
    closed_on    date,
    PRIMARY KEY (case_id, kind, ref),
    CONSTRAINT finding_closed_when_judged CHECK ((state IN ('upheld', 'dropped')) = (closed_on IS NOT NULL))
);
CREATE INDEX finding_by_day       ON finding (state, answer_by, case_id, kind, ref);
CREATE INDEX finding_of_agency    ON finding (agency_key, state, answer_by, case_id, kind, ref);

-- What was said on a card. Append-only.
CREATE TABLE finding_line (
    case_id    uuid NOT NULL,
    kind       text NOT NULL,
    ref        int  NOT NULL,
    line_no    int  NOT NULL,
    at         timestamptz NOT NULL,
    act        text NOT NULL,
    actor_id   text NOT NULL,
    actor_name text NOT NULL,
    words      text NOT NULL,
    PRIMARY KEY (case_id, kind, ref, line_no),
    FOREIGN KEY (case_id, kind, ref) REFERENCES finding
);

-- Clocks that stand still, for the list beside late and soon.
CREATE INDEX case_clock_stopped_of_agency ON case_clock (agency_key, started_on, case_id, clock_no) WHERE state = 'stopped';
