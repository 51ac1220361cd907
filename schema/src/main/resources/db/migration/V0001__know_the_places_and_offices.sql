-- The directory: five levels of regions, who decides, where people go, who sits there.
-- A parent is stated, never cut out of the code: some cities have no counties, zones invent codes.
CREATE TABLE region (
    region_code text PRIMARY KEY CHECK (region_code ~ '^[0-9]{12}$'),
    name        text NOT NULL,
    level       text NOT NULL CHECK (level IN ('province', 'city', 'county', 'town', 'village')),
    parent_code text REFERENCES region,
    virtual     boolean NOT NULL DEFAULT false
);
CREATE INDEX region_by_parent ON region (parent_code, region_code);

CREATE TABLE place (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    name        text NOT NULL,
    region_code text NOT NULL REFERENCES region,
    hotline     text NOT NULL,
    policies    jsonb NOT NULL
);

CREATE TABLE agency (
    agency_key      text PRIMARY KEY,
    name            text NOT NULL,
    short_name      text NOT NULL,
    notice_mark     text NOT NULL,
    credit_code     text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('county', 'vertical', 'company', 'group')),
    window_kind     text NOT NULL CHECK (window_kind IN ('resident', 'comprehensive')),
    windows         int,
    front_staff     int,
    back_staff      int,
    note            text,
    phone           text NOT NULL,
    complaint_phone text NOT NULL,
    address         text NOT NULL,
    region_code     text NOT NULL REFERENCES region,
    place_in_list   int  NOT NULL,
    CONSTRAINT agency_complaints_go_elsewhere CHECK (phone <> complaint_phone)
);

CREATE TABLE centre (
    centre_key    text PRIMARY KEY,
    name          text NOT NULL,
    region_code   text NOT NULL REFERENCES region,
    address       text NOT NULL,
    hours         text NOT NULL,
    place_in_list int  NOT NULL
);

CREATE TABLE service_window (
    window_key text PRIMARY KEY,
    centre_key text NOT NULL REFERENCES centre,
    name       text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('comprehensive', 'agency')),
    agency_key text REFERENCES agency,
    CONSTRAINT service_window_of_an_agency CHECK ((kind = 'agency') = (agency_key IS NOT NULL))
);

CREATE TABLE post (
    post_key   text PRIMARY KEY,
    name       text NOT NULL,
    agency_key text REFERENCES agency,
    window_key text REFERENCES service_window,
    rights     text[] NOT NULL,
    scope      text NOT NULL CHECK (scope IN ('window', 'agency', 'region'))
);

CREATE TABLE staff (
    staff_id      uuid PRIMARY KEY,
    login         text NOT NULL UNIQUE,
    name          text NOT NULL,
    staff_no      text NOT NULL UNIQUE,
    demo_role     text,
    password_hash text,
    failures      int  NOT NULL DEFAULT 0,
    locked_until  timestamptz,
    active        boolean NOT NULL DEFAULT true
);

CREATE TABLE staff_post (
    staff_id uuid NOT NULL REFERENCES staff,
    post_key text NOT NULL REFERENCES post,
    PRIMARY KEY (staff_id, post_key)
);
CREATE INDEX staff_post_by_post ON staff_post (post_key);
