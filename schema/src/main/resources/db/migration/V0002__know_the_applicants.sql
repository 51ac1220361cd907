-- Natural and legal persons. What identifies or reaches a person is SM4-encrypted; a keyed hash finds it.
CREATE TABLE person (
    person_id    uuid PRIMARY KEY,
    name         text NOT NULL,
    id_hash      bytea NOT NULL UNIQUE,
    private_part bytea NOT NULL,   -- encrypted JSON: idNumber, mobile, address
    real_name    text NOT NULL CHECK (real_name IN ('declared', 'window', 'provider')),
    created_at   timestamptz NOT NULL
);

CREATE TABLE firm (
    firm_id           uuid PRIMARY KEY,
    name              text NOT NULL,
    credit_code       text NOT NULL UNIQUE,
    representative_id uuid NOT NULL REFERENCES person,
    address           text NOT NULL,
    created_at        timestamptz NOT NULL
);

-- Who may act for a firm, until when. Ended ones stay: old cases refer to them.
CREATE TABLE firm_agent (
    firm_id   uuid NOT NULL REFERENCES firm,
    person_id uuid NOT NULL REFERENCES person,
    from_day  date NOT NULL,
    until_day date,
    PRIMARY KEY (firm_id, person_id)
);
CREATE INDEX firm_agent_by_person ON firm_agent (person_id);

CREATE TABLE account (
    account_id    uuid PRIMARY KEY,
    person_id     uuid NOT NULL UNIQUE REFERENCES person,
    login         text NOT NULL UNIQUE,
    demo_role     text,
    password_hash text,
    failures      int  NOT NULL DEFAULT 0,
    locked_until  timestamptz,
    created_at    timestamptz NOT NULL
);

-- Every look at personal data, with its purpose; shown to the person (H4).
CREATE TABLE look (
    look_id    uuid PRIMARY KEY,
    at         timestamptz NOT NULL,
    staff_id   uuid NOT NULL REFERENCES staff,
    staff_name text NOT NULL,
    agency_key text,
    subject    bytea NOT NULL,   -- lookup hash of the holder's number
    case_id    uuid,
    purpose    text NOT NULL
);
CREATE INDEX look_by_subject ON look (subject, look_id DESC);
