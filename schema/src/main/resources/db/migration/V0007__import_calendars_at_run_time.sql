-- The State Council arranges a year's holidays late in the year before; autonomous regions add their own.
-- What is imported here stands over the data that comes with the application (licensing/82).
CREATE TABLE calendar_year (
    year        int PRIMARY KEY CHECK (year BETWEEN 2000 AND 2100),
    imported_at timestamptz NOT NULL
);

CREATE TABLE calendar_day (
    region_code text NOT NULL,   -- '' is the whole country
    day         date NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('rest', 'work')),
    name        text NOT NULL,
    PRIMARY KEY (region_code, day)
);
