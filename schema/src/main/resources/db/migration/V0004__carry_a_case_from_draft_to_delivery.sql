-- The core: applications and cases. case_file is the truth the engine decides on (one row, version-checked);
-- tasks and clocks are its index for worklists. case_id leads every key, so a province can distribute by it.
CREATE TABLE draft (
    draft_id     uuid PRIMARY KEY,   -- becomes the case's id: a draft sent twice can make one case only
    account_id   uuid REFERENCES account,
    staff_id     uuid REFERENCES staff,   -- who writes it at the window for somebody without an account
    firm_id      uuid REFERENCES firm,
    applicant    bytea NOT NULL,     -- encrypted JSON: kind, name, numbers, how to reach
    item_key     text NOT NULL,
    item_version int  NOT NULL,
    situation    jsonb NOT NULL,
    form         bytea NOT NULL,     -- encrypted JSON of what was typed, valid or not
    version      int  NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    sent_at      timestamptz,        -- stays after sending: corrections are written on it
    FOREIGN KEY (item_key, item_version) REFERENCES item_version,
    CONSTRAINT draft_has_one_writer CHECK ((account_id IS NULL) <> (staff_id IS NULL))
);
CREATE INDEX draft_open_by_account ON draft (account_id, updated_at DESC, draft_id) WHERE sent_at IS NULL;
CREATE INDEX draft_open_by_staff ON draft (staff_id, updated_at DESC, draft_id) WHERE sent_at IS NULL;

CREATE TABLE draft_file (
    draft_id     uuid NOT NULL REFERENCES draft ON DELETE CASCADE,
    file_no      uuid NOT NULL,
    material_key text NOT NULL,
    name         text NOT NULL,
    sm3          text NOT NULL,
    media_type   text NOT NULL,
    size_bytes   bigint NOT NULL,
    PRIMARY KEY (draft_id, file_no)
);

CREATE TABLE case_file (
    case_id        uuid PRIMARY KEY,
    case_no        text NOT NULL,
    query_code     text NOT NULL,
    state          text NOT NULL CHECK (state IN ('received', 'correcting', 'reviewing', 'decided', 'closed')),
    outcome        text CHECK (outcome IN ('granted', 'refused', 'not_accepted', 'withdrawn', 'not_corrected')),
    version        int  NOT NULL,
    item_key       text NOT NULL,
    item_version   int  NOT NULL,
    agency_key     text NOT NULL,
    region_code    text NOT NULL,
    channel        text NOT NULL CHECK (channel IN ('online', 'window', 'api')),
    applicant_kind text NOT NULL CHECK (applicant_kind IN ('person', 'firm')),
    applicant_name text NOT NULL,
    applicant_hash bytea NOT NULL,
    account_id     uuid,
    private_part   bytea NOT NULL,   -- encrypted JSON: form, situation, applicant's numbers
    progress       jsonb NOT NULL,   -- steps, clocks and corrections, as the engine keeps them
    received_on    date NOT NULL,
    accepted_on    date,
    decided_on     date,
    submitted_at   timestamptz NOT NULL,
    closed_at      timestamptz,
    event_count    int  NOT NULL,
    last_hash      bytea NOT NULL,
    CONSTRAINT case_file_accepted_after_receipt  CHECK (accepted_on >= received_on),
    CONSTRAINT case_file_decided_after_acceptance CHECK (decided_on >= accepted_on),
    CONSTRAINT case_file_outcome_when_decided CHECK ((state IN ('decided', 'closed')) = (outcome IS NOT NULL))
) WITH (fillfactor = 80);
CREATE INDEX case_file_by_number    ON case_file (case_no);
CREATE INDEX case_file_by_account   ON case_file (account_id, submitted_at DESC, case_id) WHERE account_id IS NOT NULL;
CREATE INDEX case_file_by_applicant ON case_file (applicant_hash, submitted_at DESC, case_id);

-- Append-only; each line's hash covers the line before it. xact orders readers by commit.
CREATE TABLE case_event (
    case_id    uuid NOT NULL,
    seq        int  NOT NULL,
    at         timestamptz NOT NULL,
    act        text NOT NULL,
    act_id     uuid NOT NULL,        -- names the press of the button: the same press twice is one act
    actor_kind text NOT NULL CHECK (actor_kind IN ('applicant', 'staff', 'system', 'api')),
    actor_id   text NOT NULL,
    actor_name text NOT NULL,
    body       text NOT NULL,        -- canonical JSON, exactly the bytes that were hashed
    hash       bytea NOT NULL,
    xact       bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    PRIMARY KEY (case_id, seq)
);
CREATE INDEX case_event_by_commit ON case_event (xact, case_id, seq);

CREATE TABLE case_task (
    case_id    uuid NOT NULL,
    task_no    int  NOT NULL,
    step_key   text NOT NULL,
    step_name  text NOT NULL,
    agency_key text NOT NULL,
    post_key   text NOT NULL,
    state      text NOT NULL CHECK (state IN ('open', 'done', 'void')),
    due_on     date NOT NULL,
    opened_at  timestamptz NOT NULL,
    closed_at  timestamptz,
    done_by    text,
    PRIMARY KEY (case_id, task_no)
);
CREATE INDEX case_task_todo ON case_task (post_key, due_on, case_id, task_no) WHERE state = 'open';
CREATE INDEX case_task_done ON case_task (done_by, closed_at DESC, case_id, task_no) WHERE state = 'done';

CREATE TABLE case_clock (
    case_id    uuid NOT NULL,
    clock_no   int  NOT NULL,
    kind       text NOT NULL,
    agency_key text NOT NULL,
    started_on date NOT NULL,
    days       int  NOT NULL,
    unit       text NOT NULL CHECK (unit IN ('working', 'calendar')),
    due_on     date,                  -- absent while the clock is stopped and nobody knows for how long
    state      text NOT NULL CHECK (state IN ('running', 'stopped', 'met', 'late', 'void')),
    PRIMARY KEY (case_id, clock_no)
);
CREATE INDEX case_clock_running ON case_clock (kind, due_on, case_id) WHERE state = 'running';
CREATE INDEX case_clock_of_agency ON case_clock (agency_key, due_on, case_id, clock_no) WHERE state = 'running';

CREATE TABLE case_material (
    case_id      uuid NOT NULL,
    file_no      uuid NOT NULL,
    material_key text NOT NULL,
    name         text NOT NULL,
    sm3          text NOT NULL,
    media_type   text NOT NULL,
    size_bytes   bigint NOT NULL,
    added_at     timestamptz NOT NULL,
    PRIMARY KEY (case_id, file_no)
);

CREATE TABLE case_notice (
    case_id   uuid NOT NULL,
    notice_no int  NOT NULL,
    kind      text NOT NULL,
    number    text NOT NULL,
    issued_on date NOT NULL,
    content   jsonb NOT NULL,         -- what the page and the print are made from; never recomputed
    PRIMARY KEY (case_id, notice_no)
);

-- Running numbers, handed out to each node in blocks. A number lost with a node is never used again.
CREATE TABLE running_number (
    series text PRIMARY KEY,
    next   bigint NOT NULL
);

-- Where each reader of the event line stands; moves in the transaction of what the reader did.
CREATE TABLE follower (
    name    text PRIMARY KEY,
    xact    bigint NOT NULL,
    case_id uuid NOT NULL,
    seq     int  NOT NULL
);
