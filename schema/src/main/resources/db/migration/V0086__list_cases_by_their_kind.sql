-- The six kinds of the source documents (即办、承诺、联办、上报、补办、退回), one line a case while it is open; a returned
-- one stays, with its reason. Written from the event line. And looks by case, for the trace.
CREATE TABLE case_kind (
    case_id    uuid PRIMARY KEY,
    agency_key text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('at_once', 'promised', 'joint', 'forwarded', 'incomplete', 'returned')),
    usual_kind text NOT NULL,   -- what it is again once corrections have come
    since      date NOT NULL,
    reason     text NOT NULL    -- why it was returned; empty otherwise
);
CREATE INDEX case_kind_of_agency ON case_kind (agency_key, kind, since, case_id);
CREATE INDEX look_by_case ON look (case_id, look_id) WHERE case_id IS NOT NULL;
