-- Versions of a certificate: a change or a renewal makes a new version with the same number, and the old one is
-- replaced; a suspension is lifted or ends in revocation. Expiry stays the calendar's. Operations are numbered as the
-- Ministry of Housing's exchange of certificates numbers them: 01 new, 02 renewal, 03 suspension, 05 end, 06 return, 08 change.
ALTER TABLE certificate DROP CONSTRAINT certificate_case_id_key;
ALTER TABLE certificate ADD COLUMN version int NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 999);
ALTER TABLE certificate ADD COLUMN replaces uuid REFERENCES certificate;
ALTER TABLE certificate ADD CONSTRAINT certificate_version_of_case UNIQUE (case_id, version);
DROP INDEX certificate_by_number;
CREATE UNIQUE INDEX certificate_by_number ON certificate (number, version DESC);
ALTER TABLE certificate DROP CONSTRAINT certificate_status_check;
ALTER TABLE certificate ADD CONSTRAINT certificate_status_check CHECK (status IN ('valid', 'suspended', 'replaced', 'revoked'));

CREATE TABLE certificate_act (
    certificate_id uuid NOT NULL REFERENCES certificate,
    act_no         int  NOT NULL,      -- counts from 1 within the certificate
    operation      text NOT NULL CHECK (operation IN ('01', '02', '03', '05', '06', '08')),
    at             timestamptz NOT NULL,
    by_login       text NOT NULL,
    by_name        text NOT NULL,
    why            text NOT NULL,
    PRIMARY KEY (certificate_id, act_no)
);
