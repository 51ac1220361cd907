-- A delegation takes effect when who is to take it over has agreed (承接), and the running cases go with it (A3, SZ13).
ALTER TABLE entry_delegation
    ADD COLUMN state text NOT NULL DEFAULT 'effective'
        CHECK (state IN ('offered', 'accepted', 'effective', 'declined', 'withdrawn')),
    ADD COLUMN keeps boolean NOT NULL DEFAULT false,  -- whether the giver goes on for everybody else
    ADD COLUMN answer text,                           -- words of who accepted or declined
    ADD COLUMN answered_by text,
    ADD COLUMN answered_at timestamptz,
    ADD COLUMN cases_moved int,                       -- absent until the running cases were looked through
    ADD COLUMN cases_returned int,                    -- the same, once it was taken back
    ADD CONSTRAINT entry_delegation_answered_by_somebody
        CHECK ((answered_at IS NULL) = (answered_by IS NULL));
-- The taker's own entry is made when it takes effect, not when it is offered.
ALTER TABLE entry_delegation DROP CONSTRAINT entry_delegation_taken_as_fkey;
-- What was delegated before is finished where it was accepted, as was said then.
UPDATE entry_delegation SET cases_moved = 0;
UPDATE entry_delegation SET cases_returned = 0 WHERE until_day IS NOT NULL;
ALTER TABLE entry_delegation ALTER COLUMN state DROP DEFAULT;
ALTER TABLE entry_delegation ALTER COLUMN keeps DROP DEFAULT;

-- What waits for an agency's answer, and whose cases have not gone over yet: both are short.
CREATE INDEX entry_delegation_offered ON entry_delegation (agency_key, from_day, item_key) WHERE state = 'offered';
CREATE INDEX entry_delegation_to_move ON entry_delegation (from_day, item_key, agency_key)
    WHERE state = 'effective' AND (cases_moved IS NULL OR (until_day IS NOT NULL AND cases_returned IS NULL));
