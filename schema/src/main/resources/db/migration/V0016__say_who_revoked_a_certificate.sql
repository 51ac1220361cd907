-- A revocation takes a right away: who did it is kept beside when and why.
ALTER TABLE certificate ADD COLUMN revoked_by text;
ALTER TABLE certificate ADD CONSTRAINT certificate_revoked_by_somebody CHECK ((status = 'revoked') = (revoked_by IS NOT NULL));
