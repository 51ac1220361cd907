-- Pictures and files that came with the record of a joint visit; each office takes them over with the record.
CREATE TABLE joint_visit_file (
    file_no    uuid PRIMARY KEY,
    visit_id   uuid NOT NULL REFERENCES joint_visit,
    name       text NOT NULL,
    sm3        text NOT NULL,
    media_type text NOT NULL,
    size_bytes bigint NOT NULL
);
CREATE INDEX joint_visit_file_by_visit ON joint_visit_file (visit_id, file_no);
