-- A certificate may come from old paper (存量证照补录) or from an authorised post without a case (D2). Its case_id is then the
-- file it came from, so that versions stay one chain. What came from paper carries no seal until its office confirms it.
ALTER TABLE certificate ADD COLUMN origin text NOT NULL DEFAULT 'case' CHECK (origin IN ('case', 'direct', 'paper'));
ALTER TABLE certificate ADD COLUMN confirmed_at timestamptz;
ALTER TABLE certificate ADD COLUMN confirmed_by text;
ALTER TABLE certificate ADD CONSTRAINT certificate_confirmed_is_of_paper
    CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL) AND (confirmed_at IS NULL OR origin = 'paper'));

-- What offices printed on paper is unique within a type at best.
DROP INDEX certificate_by_number;
CREATE UNIQUE INDEX certificate_by_number ON certificate (number, type_key, version DESC);

-- 07 is what the exchange calls "other": here that an office confirmed what was taken over from paper.
ALTER TABLE certificate_act DROP CONSTRAINT certificate_act_operation_check;
ALTER TABLE certificate_act ADD CONSTRAINT certificate_act_operation_check CHECK (operation IN ('01', '02', '03', '05', '06', '07', '08'));
