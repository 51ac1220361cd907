-- The sealed files of a certificate (GB/T 36905: OFD; a PDF beside it). Content is in the file store under its hash;
-- a file is made once and never again. documents_made says what is still owed, and the index over what is owed is
-- empty when nothing is.
CREATE TABLE certificate_document (
    certificate_id uuid NOT NULL REFERENCES certificate,
    format         text NOT NULL CHECK (format IN ('ofd', 'pdf')),
    sm3            text NOT NULL,
    size_bytes     bigint NOT NULL CHECK (size_bytes > 0),
    made_at        timestamptz NOT NULL,
    PRIMARY KEY (certificate_id, format)
);
CREATE UNIQUE INDEX certificate_document_by_hash ON certificate_document (sm3);

ALTER TABLE certificate ADD COLUMN documents_made boolean NOT NULL DEFAULT false;
CREATE INDEX certificate_documents_owed ON certificate (certificate_id) WHERE NOT documents_made;
