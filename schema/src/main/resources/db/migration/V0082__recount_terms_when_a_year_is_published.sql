-- When open terms were counted anew by a published year; absent: not yet. Carries out licensing/82.
ALTER TABLE calendar_year ADD COLUMN recounted_at timestamptz;
