-- Service zones (C6): pages for groups of people, composed by the place in its pack.
CREATE TABLE service_zone (
    zone_key      text PRIMARY KEY,
    place_in_list int  NOT NULL,
    definition    jsonb NOT NULL
);
