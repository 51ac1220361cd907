-- Every use of a certificate by somebody else than its holder, for the holder to read (law/practice/evidence.md): fetched
-- for a case, shown by a code, seen by whoever it was lent to. Lines are added, never changed. What a case rests on is
-- found here at its decision; an annotated copy is checked by its token and known by its hash.
CREATE TABLE certificate_use (
    use_id         uuid PRIMARY KEY,               -- in the order of time
    certificate_id uuid NOT NULL REFERENCES certificate,
    way            text NOT NULL CHECK (way IN ('case', 'code', 'loan')),
    at             timestamptz NOT NULL,
    used_by        text NOT NULL,                  -- in words for the holder
    purpose        text NOT NULL,
    case_id        uuid,
    material_key   text,
    file_no        uuid,
    copy_sm3       text,
    copy_size      bigint,
    copy_token     text UNIQUE,
    copy_until     date,
    CONSTRAINT certificate_use_of_a_case_has_a_copy CHECK ((way = 'case') = (case_id IS NOT NULL AND material_key IS NOT NULL
        AND file_no IS NOT NULL AND copy_sm3 IS NOT NULL AND copy_size IS NOT NULL AND copy_token IS NOT NULL AND copy_until IS NOT NULL))
);
CREATE INDEX certificate_use_by_certificate ON certificate_use (certificate_id, use_id DESC);
CREATE UNIQUE INDEX certificate_use_by_case ON certificate_use (case_id, material_key) WHERE case_id IS NOT NULL;
CREATE INDEX certificate_use_by_copy ON certificate_use (copy_sm3) WHERE copy_sm3 IS NOT NULL;
