-- Who goes to a joint visit is a member of staff with a work number, no longer any name (licensing/34). The visits themselves are made by
-- a migration with a higher number, which a new house carries out later: so no foreign key to them here.
CREATE TABLE joint_visit_officer (
    visit_id    uuid NOT NULL,
    part_key    text NOT NULL,
    ordinal     int  NOT NULL CHECK (ordinal > 0),
    staff_id    uuid NOT NULL REFERENCES staff,
    name        text NOT NULL,
    staff_no    text NOT NULL,
    office_name text NOT NULL,
    PRIMARY KEY (visit_id, part_key, ordinal),
    CONSTRAINT joint_visit_officer_goes_once UNIQUE (visit_id, part_key, staff_id)
);
