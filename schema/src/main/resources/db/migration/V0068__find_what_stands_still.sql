-- The to-do list asks of each task whether its case stands still; few cases do.
CREATE INDEX case_clock_stopped ON case_clock (case_id) WHERE state = 'stopped';
