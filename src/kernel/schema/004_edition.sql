-- Versions of controlled documents that describe a procedure, and under which of them a record was made.

-- One row for each approved version of such a document; the record type over it belongs to the procedure "document".
CREATE TABLE edition (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL,
  -- Name of the procedure that the document describes.
  procedure text NOT NULL,
  code text NOT NULL,
  label text NOT NULL,
  title jsonb NOT NULL,
  effective_from timestamptz NOT NULL,
  -- Since when the document holds no longer.
  withdrawn_from timestamptz
);
CREATE INDEX edition_of_document ON edition (document_id);
CREATE UNIQUE INDEX edition_once ON edition (document_id, label);

-- Written with a record's first step, and never again.
CREATE TABLE record_edition (
  id uuid PRIMARY KEY,
  procedure text NOT NULL,
  record_id uuid NOT NULL UNIQUE,
  edition_id uuid NOT NULL,
  code text NOT NULL,
  label text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX record_edition_of_edition ON record_edition (edition_id);
CREATE TRIGGER record_edition_is_append_only BEFORE UPDATE OR DELETE ON record_edition
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_edition_is_not_truncated BEFORE TRUNCATE ON record_edition
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
