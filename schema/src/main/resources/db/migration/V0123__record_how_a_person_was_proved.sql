-- How it came to be known who somebody is (D1): every check of a person, added and never changed. No copy of the document is kept.
CREATE TABLE person_proof (
    proof_id   uuid PRIMARY KEY,                 -- in the order of time
    person_id  uuid NOT NULL REFERENCES person,
    at         timestamptz NOT NULL,
    level      text NOT NULL CHECK (level IN ('window', 'provider')),
    document   text CHECK (document IN ('identity_card', 'temporary_card', 'household_book')),
    staff_id   uuid REFERENCES staff,
    staff_name text,
    agency_key text,
    provider   text,
    CONSTRAINT person_proof_names_who_checked CHECK (
        (level = 'window' AND staff_id IS NOT NULL AND staff_name IS NOT NULL AND document IS NOT NULL AND provider IS NULL)
        OR (level = 'provider' AND provider IS NOT NULL AND staff_id IS NULL))
);
CREATE INDEX person_proof_by_person ON person_proof (person_id, proof_id DESC);
