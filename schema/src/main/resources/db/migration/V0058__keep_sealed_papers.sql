-- The sealed files of a paper of a case, made the first time somebody asks for one, once. Content is in the file store.
CREATE TABLE case_notice_document (
    case_id    uuid NOT NULL,
    notice_no  int  NOT NULL,
    format     text NOT NULL CHECK (format IN ('ofd', 'pdf')),
    sm3        text NOT NULL,
    size_bytes bigint NOT NULL CHECK (size_bytes > 0),
    made_at    timestamptz NOT NULL,
    PRIMARY KEY (case_id, notice_no, format),
    CONSTRAINT case_notice_document_of_paper FOREIGN KEY (case_id, notice_no) REFERENCES case_notice (case_id, notice_no)
);
CREATE INDEX case_notice_document_by_hash ON case_notice_document (sm3);
