-- Types of certificates are designed in the browser; a certificate stays on the version under which it was made (D2). What a
-- pack brought last is kept beside: importing the same pack again does not undo what was designed since.
ALTER TABLE certificate_type ADD COLUMN version int NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE certificate_type ADD COLUMN from_pack jsonb;
UPDATE certificate_type SET from_pack = definition;

CREATE TABLE certificate_type_version (
    type_key     text NOT NULL,
    version      int NOT NULL CHECK (version > 0),
    definition   jsonb NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text NOT NULL,
    why          text NOT NULL,
    PRIMARY KEY (type_key, version)
);
INSERT INTO certificate_type_version SELECT type_key, 1, definition, now(), '', '' FROM certificate_type;

-- As typed: what is half finished or wrong is kept as well.
CREATE TABLE certificate_type_draft (
    type_key   text PRIMARY KEY,
    typed      jsonb NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL
);
