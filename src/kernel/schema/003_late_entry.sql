-- Events that were written down later than the window of the company allows, each with its reason (S11-5.1.1f).
CREATE TABLE late_entry (
  id uuid PRIMARY KEY,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  command text NOT NULL,
  field text NOT NULL,
  what jsonb NOT NULL,
  event_at timestamptz NOT NULL,
  window_hours integer NOT NULL CHECK (window_hours > 0),
  reason text NOT NULL,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL
);
CREATE INDEX late_entry_of ON late_entry (record_id, at);
CREATE INDEX late_entry_by_time ON late_entry (at DESC);
CREATE TRIGGER late_entry_is_append_only BEFORE UPDATE OR DELETE ON late_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
