-- Who goes to a joint visit is a member of staff with a work number, no longer any name (licensing/34).
CREATE TABLE joint_visit_officer (
    visit_id    uuid NOT NULL,
    part_key    text NOT NULL,
    ordinal     int  NOT NULL CHECK (ordinal > 0),
    staff_id    uuid NOT NULL REFERENCES staff,
    name        text NOT NULL,
    staff_no    text NOT NULL,
    office_name text NOT NULL,
    PRIMARY KEY (visit_id, part_key, ordinal),
    FOREIGN KEY (visit_id, part_key) REFERENCES joint_visit_office,
    CONSTRAINT joint_visit_officer_goes_once UNIQUE (visit_id, part_key, staff_id)
);
