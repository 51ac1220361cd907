-- A name that was typed wrong is put right by an authorised post that saw the document (D1). Every correction stays, so that it can be undone
-- and the person reads it. Cases keep the name under which they were handed in.
CREATE TABLE name_correction (
    correction_id uuid PRIMARY KEY,              -- in the order of time
    person_id     uuid NOT NULL REFERENCES person,
    at            timestamptz NOT NULL,
    old_name      text NOT NULL,
    new_name      text NOT NULL,
    document      text NOT NULL CHECK (document IN ('identity_card', 'temporary_card', 'household_book')),
    reason        text NOT NULL,
    staff_id      uuid NOT NULL REFERENCES staff,
    staff_name    text NOT NULL,
    undoes        uuid UNIQUE REFERENCES name_correction,   -- one that was wrong itself; undone once
    CONSTRAINT name_correction_changes_it CHECK (old_name <> new_name)
);
CREATE INDEX name_correction_by_person ON name_correction (person_id, correction_id DESC);
