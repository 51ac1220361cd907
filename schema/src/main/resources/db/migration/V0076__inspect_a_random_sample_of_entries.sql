-- Inspection rounds (专项检查, A4, SZ16): a random sample, a checklist, findings that are assigned, answered, checked
-- again and settled. A round is closed when every item was looked at and every finding is settled.
CREATE TABLE inspection_round (
    round_id  uuid PRIMARY KEY,
    title     text NOT NULL,
    seed      text NOT NULL,      -- the sample can be drawn again from it: nobody chose
    checklist text[] NOT NULL CHECK (cardinality(checklist) > 0),
    opened_at timestamptz NOT NULL,
    opened_by text NOT NULL,
    closed_at timestamptz,
    closed_by text
);
CREATE INDEX inspection_round_latest ON inspection_round (opened_at DESC, round_id);

CREATE TABLE inspection_item (
    round_id   uuid NOT NULL REFERENCES inspection_round,
    item_key   text NOT NULL REFERENCES item,
    version    int  NOT NULL,     -- the version that was looked at
    agency_key text NOT NULL REFERENCES agency,
    place      int  NOT NULL,
    checked_at timestamptz,
    checked_by text,
    PRIMARY KEY (round_id, item_key)
);

CREATE TABLE inspection_finding (
    finding_id uuid PRIMARY KEY,
    round_id   uuid NOT NULL,
    item_key   text NOT NULL,
    point      int  NOT NULL,     -- of the checklist, from 0
    state      text NOT NULL CHECK (state IN ('assigned', 'answered', 'settled')),
    FOREIGN KEY (round_id, item_key) REFERENCES inspection_item,
    UNIQUE (round_id, item_key, point)
);

CREATE TABLE inspection_act (
    finding_id uuid NOT NULL REFERENCES inspection_finding,
    act_no     int  NOT NULL,     -- two acts of one moment keep their order
    at         timestamptz NOT NULL,
    who        text NOT NULL,
    act        text NOT NULL CHECK (act IN ('assign', 'answer', 'return', 'settle')),
    words      text NOT NULL,
    PRIMARY KEY (finding_id, act_no)
);
