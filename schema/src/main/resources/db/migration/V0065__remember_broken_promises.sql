-- Accepting on a promise: what an applicant offers in a draft, and who broke a promise and is not
-- offered one again until credit is repaired. Carries out practice/tolerance and practice/credit.
ALTER TABLE draft ADD COLUMN pledges jsonb NOT NULL DEFAULT '[]';   -- material, kind and words as confirmed

ALTER TABLE case_file DROP CONSTRAINT case_file_outcome_check;
ALTER TABLE case_file ADD CONSTRAINT case_file_outcome_check CHECK (outcome IN
    ('granted', 'refused', 'not_accepted', 'withdrawn', 'not_corrected', 'not_supplemented', 'revoked'));

CREATE TABLE broken_promise (
    case_id        uuid NOT NULL,
    promise_no     int  NOT NULL,
    applicant_hash bytea NOT NULL,
    applicant_name text NOT NULL,
    agency_key     text NOT NULL,
    item_name      text NOT NULL,
    material_name  text NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('paper_follows', 'fact_vouched')),
    broken_on      date NOT NULL,
    repaired_at    timestamptz,
    repaired_by    text,
    repair_reason  text,
    PRIMARY KEY (case_id, promise_no),
    CONSTRAINT broken_promise_repair_is_whole
        CHECK (num_nulls(repaired_at, repaired_by, repair_reason) IN (0, 3))
);
CREATE INDEX broken_promise_standing ON broken_promise (applicant_hash) WHERE repaired_at IS NULL;
CREATE INDEX broken_promise_of_agency ON broken_promise (agency_key, broken_on DESC, case_id DESC, promise_no DESC);
CREATE INDEX broken_promise_list ON broken_promise (broken_on DESC, case_id DESC, promise_no DESC);
