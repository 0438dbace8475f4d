-- Media that hold archives and backups: what, where, with which hash, and when they were read back.
CREATE TABLE archive (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('kept', 'unreadable', 'retired')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  medium text NOT NULL,
  label text NOT NULL,
  place text NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  content text NOT NULL,
  period_from date,
  period_to date,
  made_on date NOT NULL,
  registered_by_name text NOT NULL,
  checked_at timestamptz,
  -- [{ at, byName, readable, sha256, note }]
  read_backs jsonb NOT NULL,
  retire_reason text
);
CREATE INDEX archive_by_time ON archive (created_at DESC, id DESC);
CREATE INDEX archive_found ON archive USING gin (bigrams(search_text));
