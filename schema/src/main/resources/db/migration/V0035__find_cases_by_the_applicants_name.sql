-- A clerk finds a running case by the exact name that stands on it; without an index every case of all years was read.
-- Not limited to open cases by a predicate: an update of the state would then no longer stay within its page (HOT).
CREATE INDEX case_file_by_name ON case_file (applicant_name, submitted_at DESC, case_id);
