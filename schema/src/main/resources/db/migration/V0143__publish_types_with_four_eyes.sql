-- Whoever had a hand in the draft of a certificate type does not put it into force (D2): the logins of all who have changed it.
ALTER TABLE certificate_type_draft ADD COLUMN designers text[] NOT NULL DEFAULT '{}';
