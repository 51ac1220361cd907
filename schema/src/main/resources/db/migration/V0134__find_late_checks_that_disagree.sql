-- What a case was granted on, and a register says otherwise later or may no longer be asked about, is looked into (D4).
ALTER TABLE finding DROP CONSTRAINT finding_kind_check;
ALTER TABLE finding ADD CONSTRAINT finding_kind_check CHECK (kind IN ('late', 'silence', 'second_correction', 'automatic', 'late_check'));
