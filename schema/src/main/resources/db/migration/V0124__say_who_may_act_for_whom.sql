-- Who may act for whom, in what, until when (D1). Ended ones stay: old cases refer to them. A firm's handlers, until now in firm_agent, are
-- mandates of the firm: one table, so that one rule answers.
CREATE TABLE mandate (
    mandate_id   uuid PRIMARY KEY,               -- in the order of time
    giver_person uuid REFERENCES person,
    giver_firm   uuid REFERENCES firm,
    agent_id     uuid NOT NULL REFERENCES person,
    scope        text NOT NULL CHECK (scope IN ('everything', 'theme', 'item')),
    scope_key    text NOT NULL,
    from_day     date NOT NULL,
    until_day    date,                           -- absent only for a firm's handler: until taken back
    given_by     uuid REFERENCES person,         -- who signed for the giver; absent: it came with the register of firms
    given_at     timestamptz NOT NULL,
    ended_at     timestamptz,
    ended_by     text CHECK (ended_by IN ('giver', 'agent')),
    CONSTRAINT mandate_has_one_giver CHECK ((giver_person IS NULL) <> (giver_firm IS NULL)),
    CONSTRAINT mandate_is_not_for_oneself CHECK (giver_person <> agent_id),
    CONSTRAINT mandate_names_its_scope CHECK ((scope = 'everything') = (scope_key = '')),
    CONSTRAINT mandate_ends_after_it_begins CHECK (until_day >= from_day),
    CONSTRAINT mandate_of_a_person_ends CHECK (giver_person IS NULL OR until_day IS NOT NULL),
    CONSTRAINT mandate_ended_by_somebody CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX mandate_by_agent ON mandate (agent_id, mandate_id DESC);
CREATE INDEX mandate_by_person ON mandate (giver_person, mandate_id DESC) WHERE giver_person IS NOT NULL;
CREATE INDEX mandate_by_firm ON mandate (giver_firm, mandate_id DESC) WHERE giver_firm IS NOT NULL;
CREATE UNIQUE INDEX mandate_of_the_register_once ON mandate (giver_firm, agent_id) WHERE given_by IS NULL;
CREATE INDEX firm_by_representative ON firm (representative_id);

INSERT INTO mandate (mandate_id, giver_firm, agent_id, scope, scope_key, from_day, until_day, given_at)
SELECT uuidv7(), firm_id, person_id, 'everything', '', from_day, until_day, from_day
FROM firm_agent JOIN firm USING (firm_id) WHERE person_id <> representative_id;   -- who represents it needs no mandate
DROP TABLE firm_agent;

-- A parent or another guardian, confirmed by a clerk who saw the paper. Ends by itself on the child's eighteenth birthday.
CREATE TABLE guardianship (
    guardianship_id uuid PRIMARY KEY,
    guardian_id     uuid NOT NULL REFERENCES person,
    child_id        uuid NOT NULL REFERENCES person,
    relation        text NOT NULL CHECK (relation IN ('mother', 'father', 'guardian')),
    paper           text NOT NULL CHECK (paper IN ('household_book', 'birth_certificate', 'court_paper')),
    confirmed_at    timestamptz NOT NULL,
    staff_id        uuid NOT NULL REFERENCES staff,
    staff_name      text NOT NULL,
    agency_key      text,
    ended_at        timestamptz,
    ended_staff_id  uuid REFERENCES staff,
    ended_reason    text,
    CONSTRAINT guardianship_is_of_another CHECK (guardian_id <> child_id),
    CONSTRAINT guardianship_ended_with_a_reason CHECK (
        (ended_at IS NULL) = (ended_reason IS NULL) AND (ended_at IS NULL) = (ended_staff_id IS NULL))
);
CREATE UNIQUE INDEX guardianship_once ON guardianship (guardian_id, child_id) WHERE ended_at IS NULL;
CREATE INDEX guardianship_by_child ON guardianship (child_id);
