-- What a machine read on the scan of an old certificate, beside the table (D2). It decides nothing: where the two differ a person looks.
ALTER TABLE paper_line ADD COLUMN reading text CHECK (reading IN ('agrees', 'differs', 'unread'));
ALTER TABLE paper_line ADD COLUMN read_at timestamptz;
ALTER TABLE paper_line ADD COLUMN read_parts bytea;   -- encrypted: what was read, by the parts of the line
ALTER TABLE paper_line ADD CONSTRAINT paper_line_was_read_at_a_time CHECK ((reading IS NULL) = (read_at IS NULL) AND (reading IS NULL) = (read_parts IS NULL));
CREATE INDEX paper_line_to_read ON paper_line (batch_id, line) WHERE scan_sm3 IS NOT NULL AND reading IS NULL;
