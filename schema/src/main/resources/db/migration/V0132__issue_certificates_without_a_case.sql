-- An authorised post may issue a certificate without a case, with reason and basis, and only when a second person agrees (D2).
CREATE TABLE direct_issue (
    issue_id       uuid PRIMARY KEY,          -- in the order of time; the file that the certificate comes from
    type_key       text NOT NULL,
    agency_key     text NOT NULL,
    cells          bytea NOT NULL,            -- encrypted: what the certificate is to say, as typed
    reason         text NOT NULL,
    basis          text NOT NULL,
    proposed_at    timestamptz NOT NULL,
    proposed_login text NOT NULL,
    proposed_by    text NOT NULL,
    state          text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'issued', 'refused')),
    decided_at     timestamptz,
    decided_login  text,
    decided_by     text,
    decided_why    text,
    certificate_id uuid REFERENCES certificate,
    CONSTRAINT direct_issue_is_decided_by_somebody CHECK ((state = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
    CONSTRAINT direct_issue_takes_two CHECK (decided_login <> proposed_login),
    CONSTRAINT direct_issue_has_its_certificate CHECK ((state = 'issued') = (certificate_id IS NOT NULL))
);
CREATE INDEX direct_issue_by_agency ON direct_issue (agency_key, issue_id DESC);
