-- A guardianship may rest on what the population register answered; then nobody has to show a paper (D1, D3).
ALTER TABLE guardianship DROP CONSTRAINT guardianship_paper_check;
ALTER TABLE guardianship ADD CONSTRAINT guardianship_rests_on
    CHECK (paper IN ('household_book', 'birth_certificate', 'court_paper', 'register'));
ALTER TABLE guardianship ADD COLUMN register_says text
    CHECK (register_says IN ('yes', 'no', 'unknown', 'out_of_reach', 'not_connected'));  -- absent: it was not asked
ALTER TABLE guardianship ALTER COLUMN staff_id DROP NOT NULL;     -- absent: the guardian declared it, and the register said yes
ALTER TABLE guardianship ADD CONSTRAINT guardianship_confirmed_by_somebody
    CHECK (staff_id IS NOT NULL OR (paper = 'register' AND register_says = 'yes'));
ALTER TABLE guardianship ADD CONSTRAINT guardianship_by_register_when_it_said_so
    CHECK (paper <> 'register' OR register_says = 'yes');
