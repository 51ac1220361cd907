-- Who stands in for somebody who is away, from which day to which. The deputy holds the other's posts on those
-- days; every act is still signed by who did it.
CREATE TABLE staff_absence (
    absence_id uuid PRIMARY KEY,
    staff_id   uuid NOT NULL REFERENCES staff,
    deputy_id  uuid NOT NULL REFERENCES staff,
    from_day   date NOT NULL,
    until_day  date NOT NULL,
    reason     text NOT NULL,
    noted_by   text NOT NULL,
    noted_at   timestamptz NOT NULL,
    ended_at   timestamptz,           -- ended early; the line stays
    CONSTRAINT staff_absence_somebody_else CHECK (staff_id <> deputy_id),
    CONSTRAINT staff_absence_days_in_order CHECK (until_day >= from_day)
);
CREATE INDEX staff_absence_standing ON staff_absence (until_day) WHERE ended_at IS NULL;
