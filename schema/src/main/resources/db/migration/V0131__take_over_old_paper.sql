-- Old certificates come in as a table with scans (D2). Every line is judged before anything is written; what contradicts the
-- register waits for a clerk; a random share of what was written is compared with its scan before the office confirms.
CREATE TABLE paper_batch (
    batch_id     uuid PRIMARY KEY,           -- in the order of time; also the seed of its sample
    type_key     text NOT NULL,
    agency_key   text NOT NULL,
    file_name    text NOT NULL,
    handed_in_at timestamptz NOT NULL,
    login        text NOT NULL,
    who          text NOT NULL,
    line_count   int NOT NULL,
    written      int NOT NULL DEFAULT 0,     -- certificates in the library, decisions of the queue included
    written_at   timestamptz,
    written_by   text,
    confirmed_at timestamptz,
    confirmed_by text,
    CONSTRAINT paper_batch_is_confirmed_after_writing CHECK (confirmed_at IS NULL OR written_at IS NOT NULL)
);
CREATE INDEX paper_batch_by_agency ON paper_batch (agency_key, batch_id DESC);

CREATE TABLE paper_line (
    batch_id       uuid NOT NULL REFERENCES paper_batch,
    line           int NOT NULL,             -- in the file; the names of the columns are line 1
    agency_key     text NOT NULL,
    number         text NOT NULL,
    verdict        text NOT NULL CHECK (verdict IN ('new', 'same', 'changed', 'doubted', 'refused')),
    faults         text[] NOT NULL,
    cells          bytea NOT NULL,           -- encrypted: as they were typed
    against        uuid,                     -- the certificate that says otherwise
    scan_sm3       text,
    scan_type      text,
    certificate_id uuid,
    decision       text CHECK (decision IN ('kept', 'taken', 'both')),
    decided_at     timestamptz,
    decided_by     text,
    decided_why    text,
    sampled        boolean NOT NULL DEFAULT false,
    looked         text CHECK (looked IN ('agrees', 'differs')),
    looked_at      timestamptz,
    looked_by      text,
    looked_why     text,
    PRIMARY KEY (batch_id, line),
    CONSTRAINT paper_line_says_why CHECK ((verdict IN ('doubted', 'refused')) = (cardinality(faults) > 0)),
    CONSTRAINT paper_line_is_decided_by_somebody CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL)),
    CONSTRAINT paper_line_is_looked_at_by_somebody CHECK ((looked IS NULL) = (looked_at IS NULL) AND (looked IS NULL) = (looked_by IS NULL)),
    CONSTRAINT paper_line_looked_at_was_sampled CHECK (looked IS NULL OR sampled)
);
CREATE INDEX paper_line_by_verdict ON paper_line (batch_id, verdict, line);
CREATE INDEX paper_line_waiting ON paper_line (agency_key, batch_id, line) WHERE verdict IN ('changed', 'doubted') AND decision IS NULL;
CREATE INDEX paper_line_to_look_at ON paper_line (batch_id, line) WHERE sampled AND looked IS NULL;

-- How many old certificates of a type an office says it has: what progress is measured by.
CREATE TABLE paper_stock (
    agency_key text NOT NULL,
    type_key   text NOT NULL,
    stock      int NOT NULL CHECK (stock > 0),
    said_at    timestamptz NOT NULL,
    said_by    text NOT NULL,
    PRIMARY KEY (agency_key, type_key)
);
