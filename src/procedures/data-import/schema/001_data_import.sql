-- Tables that were imported, with the file that each came from.

CREATE TABLE data_import (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state = 'filed'),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  procedure text NOT NULL,
  table_name text NOT NULL,
  table_title jsonb NOT NULL,
  file_name text,
  -- Hexadecimal; the attachment holds the file itself.
  sha256 text,
  lines integer NOT NULL CHECK (lines >= 0),
  fresh integer NOT NULL CHECK (fresh >= 0),
  known integer NOT NULL CHECK (known >= 0),
  imported_by_name text NOT NULL
);
CREATE INDEX data_import_by_age ON data_import (created_at DESC, id DESC);
CREATE INDEX data_import_found ON data_import USING gin (bigrams(search_text));
