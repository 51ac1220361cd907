-- Sessions live in the database, so that a restart or a second node signs nobody out. The two tables are Spring Session's own.
CREATE TABLE spring_session (
    primary_id            char(36) NOT NULL PRIMARY KEY,
    session_id            char(36) NOT NULL,
    creation_time         bigint NOT NULL,
    last_access_time      bigint NOT NULL,
    max_inactive_interval int NOT NULL,
    expiry_time           bigint NOT NULL,
    principal_name        varchar(100)
);
CREATE UNIQUE INDEX spring_session_ix1 ON spring_session (session_id);
CREATE INDEX spring_session_ix2 ON spring_session (expiry_time);
CREATE INDEX spring_session_ix3 ON spring_session (principal_name);

CREATE TABLE spring_session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES spring_session (primary_id) ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

-- Other systems that may call the API, each bound to the agency and the member of staff it acts as.
CREATE TABLE api_client (
    client_id   text PRIMARY KEY,
    secret_hash text NOT NULL,
    name        text NOT NULL,
    scopes      text[] NOT NULL,
    staff_id    uuid REFERENCES staff,
    created_at  timestamptz NOT NULL
);

CREATE TABLE attempt (
    subject    text NOT NULL,           -- what is being guessed at: a case number, an address
    bucket     timestamptz NOT NULL,
    count      int NOT NULL,
    PRIMARY KEY (subject, bucket)
);
