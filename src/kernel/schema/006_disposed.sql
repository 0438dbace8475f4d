-- Records whose retention has ended and whose disposal was approved: number, days, trail and approval remain, what is
-- personal is blanked and attached files are taken off the disk.
CREATE TABLE disposed_record (
  id uuid PRIMARY KEY,
  procedure text NOT NULL,
  record_id uuid NOT NULL UNIQUE,
  record_number text NOT NULL,
  disposal_id uuid NOT NULL,
  disposal_number text NOT NULL,
  -- Names of the columns that were blanked, `table.column`.
  blanked text[] NOT NULL,
  attachments integer NOT NULL CHECK (attachments >= 0),
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL
);
CREATE INDEX disposed_record_by_disposal ON disposed_record (disposal_id);
CREATE TRIGGER disposed_record_is_append_only BEFORE UPDATE OR DELETE ON disposed_record
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The file was taken off the disk; its name and hash remain.
ALTER TABLE attachment ADD COLUMN erased_at timestamptz;
CREATE INDEX attachment_erased ON attachment (erased_at) WHERE erased_at IS NOT NULL;
