-- Told once and completely (art. 32(4), C2): what an office asks to correct in its part of an application is kept until the
-- others have looked, within the five working days that each of them has.
CREATE TABLE package_hold (
    parent_id   uuid NOT NULL REFERENCES package_case,
    part_key    text NOT NULL,
    corrections jsonb NOT NULL,
    told_by     jsonb NOT NULL,       -- the officer, as the directory said at that moment
    held_at     timestamptz NOT NULL,
    tell_by     date NOT NULL,        -- the last day of the office's own term
    PRIMARY KEY (parent_id, part_key),
    FOREIGN KEY (parent_id, part_key) REFERENCES package_part
);
CREATE INDEX package_hold_by_day ON package_hold (tell_by, parent_id);
