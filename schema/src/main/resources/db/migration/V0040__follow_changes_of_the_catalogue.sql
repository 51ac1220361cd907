-- The search index of each node follows the items. The transaction that changed a row last is kept
-- beside it, so that a reader who remembers an old snapshot never skips a late commit.
ALTER TABLE item ADD COLUMN changed_in bigint NOT NULL
    DEFAULT (pg_current_xact_id()::text)::bigint;

CREATE FUNCTION item_changed_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.changed_in := (pg_current_xact_id()::text)::bigint;
    RETURN NEW;
END $$;

CREATE TRIGGER item_marks_its_change BEFORE UPDATE ON item
    FOR EACH ROW EXECUTE FUNCTION item_changed_now();

-- Read from one end to the other by a node that builds its index anew, hence the key as well.
CREATE INDEX item_by_change ON item (changed_in, item_key);
