-- A person who looks at an automatic decision afterwards and disagrees opens a finding. Carries out practice/automatic/sample.
ALTER TABLE finding DROP CONSTRAINT finding_kind_check;
ALTER TABLE finding ADD CONSTRAINT finding_kind_check CHECK (kind IN ('late', 'silence', 'second_correction', 'automatic'));
