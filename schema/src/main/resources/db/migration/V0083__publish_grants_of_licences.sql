-- Grants of licences as the public may read them: persons in part only. Written from the event line within moments
-- of the grant; the law gives seven working days, and how long it took is kept. Carries out licensing/40.
CREATE TABLE published_grant (
    case_id      uuid PRIMARY KEY,
    number       text NOT NULL,         -- 文号 of the decision; empty when it had no paper
    item_key     text NOT NULL,
    item_name    text NOT NULL,
    agency_key   text NOT NULL,
    holder       text NOT NULL,         -- a firm in full, a person masked
    credit_code  text NOT NULL,         -- of a firm; empty for a person
    decided_on   date NOT NULL,
    publish_by   date NOT NULL,
    published_at timestamptz NOT NULL,
    revoked_on   date
);
CREATE INDEX published_grant_list      ON published_grant (decided_on DESC, case_id DESC);
CREATE INDEX published_grant_of_agency ON published_grant (agency_key, decided_on DESC, case_id DESC);
CREATE INDEX published_grant_of_firm   ON published_grant (credit_code, decided_on DESC) WHERE credit_code <> '';
