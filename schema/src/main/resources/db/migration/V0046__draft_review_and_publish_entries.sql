-- Entries on their way: drafted by the agency, reviewed by the staffing and the legal office, published (A3).
-- A draft holds only what the entry says itself; what is inherited is composed at publication.
CREATE TABLE entry_draft (
    draft_id   uuid PRIMARY KEY,
    item_key   text NOT NULL,
    base_code  text NOT NULL REFERENCES base_item,
    agency_key text NOT NULL REFERENCES agency,
    state      text NOT NULL CHECK (state IN ('drafting', 'reviewing', 'agreed', 'published', 'discarded')),
    version    int  NOT NULL,                  -- counts every change: two editors never overwrite each other unseen
    content    jsonb NOT NULL,
    touched    jsonb NOT NULL DEFAULT '{}',    -- by page of the editor: who changed it last, and when
    agreed     text[] NOT NULL DEFAULT '{}',
    author_id  uuid NOT NULL REFERENCES staff,
    changed_on date NOT NULL,                  -- 变更日: the day the condition itself changed
    reason     text NOT NULL,
    started_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX entry_draft_one_open ON entry_draft (item_key) WHERE state IN ('drafting', 'reviewing', 'agreed');
CREATE INDEX entry_draft_by_state ON entry_draft (state, updated_at DESC, draft_id);

-- Every act on an entry, for ever.
CREATE TABLE entry_act (
    act_id   uuid PRIMARY KEY,
    item_key text NOT NULL,
    draft_id uuid,
    at       timestamptz NOT NULL,
    staff_id uuid NOT NULL,
    who      text NOT NULL,
    act      text NOT NULL,
    words    text NOT NULL
);
CREATE INDEX entry_act_by_item ON entry_act (item_key, at DESC, act_id);

CREATE FUNCTION entry_act_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an act on an entry is never changed or taken out';
END $$;
CREATE TRIGGER entry_act_stays BEFORE UPDATE OR DELETE ON entry_act
    FOR EACH ROW EXECUTE FUNCTION entry_act_stays();

-- What a reviewing office says at one place of a draft.
CREATE TABLE entry_remark (
    remark_id uuid PRIMARY KEY,
    draft_id  uuid NOT NULL REFERENCES entry_draft,
    path      text NOT NULL,
    office    text NOT NULL CHECK (office IN ('staffing', 'law')),
    words     text NOT NULL,
    who       text NOT NULL,
    at        timestamptz NOT NULL,
    answer    text NOT NULL DEFAULT '',
    answered_at timestamptz,
    settled_at  timestamptz
);
CREATE INDEX entry_remark_by_draft ON entry_remark (draft_id, at, remark_id);
