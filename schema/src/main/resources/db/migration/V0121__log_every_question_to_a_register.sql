-- Every question to a register outside this house: who, for what, which item, which case, what came of it. A question without a
-- right is not sent; the attempt is written down, once a day for the same person and purpose, so that a page that is opened again does not fill the log.
CREATE TABLE register_question (
    question_id  uuid PRIMARY KEY,                 -- in the order of time
    at           timestamptz NOT NULL,
    day          date NOT NULL,
    resource_key text NOT NULL,
    agency_key   text NOT NULL,
    item_key     text NOT NULL,
    case_id      uuid,
    way          text NOT NULL CHECK (way IN ('one', 'fact')),
    subject_hash bytea NOT NULL,
    purpose      text NOT NULL,
    asked_by     text,                             -- name of the member of staff; null: the applicant, or the house itself
    outcome      text NOT NULL CHECK (outcome IN ('known', 'none', 'yes', 'no', 'unknown', 'no_right', 'slow', 'down', 'wrong', 'throttled')),
    took_ms      int NOT NULL
);
CREATE UNIQUE INDEX register_question_without_right_once ON register_question
    (agency_key, item_key, resource_key, subject_hash, day) WHERE outcome = 'no_right';
CREATE INDEX register_question_by_subject ON register_question (subject_hash, question_id DESC);
CREATE INDEX register_question_by_resource ON register_question (resource_key, question_id DESC);

-- What a register said lately, as long as its resource allows it to be kept; encrypted, and thrown away afterwards.
CREATE TABLE register_answer (
    resource_key text NOT NULL,
    subject_hash bytea NOT NULL,
    at           timestamptz NOT NULL,
    good_until   timestamptz NOT NULL,
    content      bytea NOT NULL,
    PRIMARY KEY (resource_key, subject_hash)
);
CREATE INDEX register_answer_by_end ON register_answer (good_until);
