-- A list of entries that somebody hands in is reported row by row before anything of it is written (A3).
CREATE TABLE exchange_run (
    run_id     uuid PRIMARY KEY,
    at         timestamptz NOT NULL,
    staff_id   uuid NOT NULL REFERENCES staff,
    who        text NOT NULL,
    file_name  text NOT NULL,
    written_at timestamptz,
    written_by text
);
CREATE INDEX exchange_run_latest ON exchange_run (at DESC, run_id);

CREATE TABLE exchange_row (
    run_id      uuid NOT NULL REFERENCES exchange_run,
    line        int  NOT NULL,       -- in the file; the names of the columns are line 1
    item_key    text NOT NULL,
    name        text NOT NULL,
    verdict     text NOT NULL CHECK (verdict IN ('added', 'changed', 'same', 'refused')),
    faults      text[] NOT NULL,
    definition  jsonb,               -- of rows that can be written
    before      text,                -- fingerprint of what was in force: a row is not written over something else
    PRIMARY KEY (run_id, line),
    CONSTRAINT exchange_row_says_why CHECK ((verdict = 'refused') = (cardinality(faults) > 0))
);
CREATE INDEX exchange_row_by_verdict ON exchange_row (run_id, verdict, line);
