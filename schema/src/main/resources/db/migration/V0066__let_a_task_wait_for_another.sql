-- A signer after a step has a task before it is their turn. Such a task stands in no worklist.
ALTER TABLE case_task DROP CONSTRAINT case_task_state_check;
ALTER TABLE case_task ADD CONSTRAINT case_task_state_check CHECK (state IN ('waiting', 'open', 'done', 'void'));
