-- The personal store of materials (个人材料库, D3): what somebody handed in once is offered to them again for the same material.
CREATE TABLE kept_material (
    kept_id     uuid PRIMARY KEY,            -- in the order of time
    owner_hash  bytea NOT NULL,              -- of the applicant's number, as on cases
    account_id  uuid,                        -- of whoever sent it; absent: handed in at a window
    typed       boolean NOT NULL,            -- sent by somebody whom nobody had checked: the number is their own word
    what        text NOT NULL,               -- which material it is good for again
    called      text NOT NULL,               -- what the guide called it
    title       bytea NOT NULL,              -- encrypted: the name of the file, or the one its holder gave it
    sm3         text NOT NULL,
    media_type  text NOT NULL,
    size_bytes  bigint NOT NULL,
    grade       text NOT NULL CHECK (grade IN ('a', 'b', 'c', 'd')),
    compared_by text,                        -- key of the agency that saw the original
    compared_on date,
    valid_until date,                        -- its last day; absent: nobody said
    case_id     uuid NOT NULL,               -- with which it came the last time
    item_name   text NOT NULL,               -- of that case
    came_at     timestamptz NOT NULL,        -- with that case
    CONSTRAINT kept_material_compared_by_somebody CHECK ((grade = 'b') = (compared_by IS NOT NULL AND compared_on IS NOT NULL)),
    CONSTRAINT kept_material_once UNIQUE (owner_hash, what, sm3)
);
CREATE INDEX kept_material_of_owner ON kept_material (owner_hash, kept_id DESC);
CREATE INDEX kept_material_of_case ON kept_material (case_id);

-- Who was shown, opened or used what is kept. Stays when the material is deleted.
CREATE TABLE kept_material_use (
    use_id     uuid PRIMARY KEY,             -- in the order of time
    kept_id    uuid NOT NULL,
    owner_hash bytea NOT NULL,
    called     text NOT NULL,
    way        text NOT NULL CHECK (way IN ('offered', 'opened', 'used')),
    by_kind    text NOT NULL CHECK (by_kind IN ('self', 'agent', 'staff')),
    by_name    text NOT NULL,
    purpose    text NOT NULL,
    grade      text NOT NULL CHECK (grade IN ('a', 'b', 'c', 'd')),
    draft_id   uuid,                         -- the application for which it was
    file_no    uuid,                         -- under which it lies in that application
    at         timestamptz NOT NULL,
    CONSTRAINT kept_material_use_lies_somewhere CHECK ((way = 'used') = (file_no IS NOT NULL))
);
CREATE INDEX kept_material_use_of_owner ON kept_material_use (owner_hash, use_id DESC);
CREATE INDEX kept_material_use_of_kept ON kept_material_use (kept_id, use_id DESC);
CREATE INDEX kept_material_use_by_file ON kept_material_use (file_no) WHERE file_no IS NOT NULL;
CREATE UNIQUE INDEX kept_material_offered_once ON kept_material_use (draft_id, kept_id, by_name) WHERE way = 'offered';
