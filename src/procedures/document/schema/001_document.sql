-- Controlled documents: one row each; their approved versions; who must read and has read them.

CREATE TABLE document (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('drafting', 'reviewing', 'approving', 'valid', 'withdrawn')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  code text NOT NULL,
  title jsonb NOT NULL,
  kind text NOT NULL,
  owner_role text NOT NULL,
  -- Name of the written procedure of the product that it describes.
  procedure text,
  -- Numbers of linked documents, standards and laws.
  refers_to text[] NOT NULL,
  -- The version that is being compiled.
  draft_label text,
  draft_changes text,
  draft_effective_on date,
  -- The version that was last put forward.
  label text,
  changes text,
  effective_on date,
  compiled_at timestamptz,
  compiled_by_name text,
  reviewed_at timestamptz,
  reviewed_by_name text,
  returned_note text,
  -- The version that was last approved.
  approved_label text,
  approved_from timestamptz,
  -- Hash of what the program does, where it is not what was approved.
  difference_hash text,
  difference_count integer NOT NULL,
  difference_at timestamptz,
  end_reason text,
  search_text text NOT NULL
);
CREATE UNIQUE INDEX document_code_once ON document (site_id, code) WHERE state <> 'withdrawn';
CREATE UNIQUE INDEX document_describes_once ON document (site_id, procedure)
  WHERE state <> 'withdrawn' AND procedure IS NOT NULL;
CREATE INDEX document_by_time ON document (created_at DESC, id DESC);
CREATE INDEX document_by_state ON document (state, created_at DESC, id DESC);
CREATE INDEX document_found ON document USING gin (bigrams(search_text));

CREATE TABLE document_version (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES document,
  place integer NOT NULL CHECK (place > 0),
  label text NOT NULL,
  title jsonb NOT NULL,
  changes text NOT NULL,
  effective_on date NOT NULL,
  effective_from timestamptz NOT NULL,
  compiled_at timestamptz NOT NULL,
  compiled_by_name text NOT NULL,
  reviewed_at timestamptz NOT NULL,
  reviewed_by_name text NOT NULL,
  approved_at timestamptz NOT NULL,
  approved_by_name text NOT NULL,
  -- What the program did when the version was approved, and its SHA-256; null for a document that describes no procedure.
  content jsonb,
  content_hash text,
  withdrawn_from timestamptz,
  UNIQUE (document_id, place),
  UNIQUE (document_id, label),
  CHECK ((content IS NULL) = (content_hash IS NULL))
);

CREATE TABLE document_reader (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES document,
  version_id uuid NOT NULL REFERENCES document_version,
  label text NOT NULL,
  -- Counts the copies of a version from 1.
  issue_no integer NOT NULL CHECK (issue_no > 0),
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  asked_by_name text NOT NULL,
  read_at timestamptz,
  UNIQUE (version_id, person_id)
);
CREATE INDEX document_reader_of ON document_reader (document_id, asked_at);
CREATE INDEX document_reader_waits ON document_reader (person_id) WHERE read_at IS NULL;
