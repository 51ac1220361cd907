-- Cases that are passed up to a higher authority (licensing/43), reviewed without effect until a precondition
-- comes (practice/simulation), or void (practice/void).
ALTER TABLE case_file DROP CONSTRAINT case_file_state_check;
ALTER TABLE case_file ADD CONSTRAINT case_file_state_check CHECK (state IN
    ('received', 'correcting', 'reviewing', 'forwarded', 'prepared', 'decided', 'closed'));

ALTER TABLE case_file DROP CONSTRAINT case_file_outcome_check;
ALTER TABLE case_file ADD CONSTRAINT case_file_outcome_check CHECK (outcome IN
    ('granted', 'refused', 'not_accepted', 'withdrawn', 'not_corrected', 'not_supplemented', 'revoked', 'voided',
     'not_prepared'));
