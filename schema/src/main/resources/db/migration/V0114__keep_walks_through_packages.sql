-- Walk-throughs (C4, 走流程): somebody goes through a package as an applicant would, and what held them up is answered one by one.
CREATE TABLE package_walk (
    walk_id         uuid PRIMARY KEY,
    package_key     text NOT NULL,
    package_version int  NOT NULL,
    walked_on       date NOT NULL,
    way             text NOT NULL CHECK (way IN ('online', 'window')),
    minutes         int  NOT NULL CHECK (minutes BETWEEN 1 AND 2000),
    staff_id        uuid NOT NULL REFERENCES staff,
    staff_name      text NOT NULL,
    written_at      timestamptz NOT NULL,
    FOREIGN KEY (package_key, package_version) REFERENCES package_version
);
CREATE INDEX package_walk_by_package ON package_walk (package_key, walked_on DESC, walk_id);

CREATE TABLE package_walk_finding (
    walk_id     uuid NOT NULL REFERENCES package_walk,
    ordinal     int  NOT NULL,
    what        text NOT NULL,
    answer      text,
    answered_by text,
    answered_at timestamptz,
    PRIMARY KEY (walk_id, ordinal),
    CONSTRAINT package_walk_finding_answered_by_somebody
        CHECK ((answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL))
);
