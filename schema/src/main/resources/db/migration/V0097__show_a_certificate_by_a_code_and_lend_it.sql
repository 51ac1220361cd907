-- A code is good for a minute and once; only its hash is kept. A loan names to whom, for what, until when and how often, and
-- is taken back by its holder; what it was used for stands in certificate_use.
CREATE TABLE certificate_code (
    code_hash      text PRIMARY KEY,               -- SM3 of the code
    certificate_id uuid NOT NULL REFERENCES certificate,
    made_at        timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    used_at        timestamptz
);
CREATE INDEX certificate_code_by_certificate ON certificate_code (certificate_id, made_at);

CREATE TABLE certificate_loan (
    loan_id        uuid PRIMARY KEY,               -- in the order of time
    certificate_id uuid NOT NULL REFERENCES certificate,
    token          text NOT NULL UNIQUE,
    borrower       text NOT NULL,
    purpose        text NOT NULL,
    lent_at        timestamptz NOT NULL,
    until_day      date NOT NULL,
    times          int NOT NULL CHECK (times BETWEEN 1 AND 20),
    used           int NOT NULL DEFAULT 0,
    taken_back_at  timestamptz,
    CONSTRAINT certificate_loan_used_at_most_as_often CHECK (used BETWEEN 0 AND times)
);
CREATE INDEX certificate_loan_by_certificate ON certificate_loan (certificate_id, loan_id DESC);
