-- Investment projects (C5): all approvals of a project are found by its code. The code is public and nobody's personal data.
ALTER TABLE package_case ADD COLUMN project_code text;
CREATE INDEX package_case_by_project ON package_case (project_code, submitted_at, parent_id) WHERE project_code IS NOT NULL;
