-- Backups that were tried: by hand or by the clock, how they ended.
CREATE TABLE backup_run (
  id uuid PRIMARY KEY,
  way text NOT NULL CHECK (way IN ('by-hand', 'nightly')),
  begun_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  file text NOT NULL,
  bytes bigint,
  row_count bigint,
  encrypted boolean NOT NULL,
  fault text
);
CREATE INDEX backup_run_by_time ON backup_run (begun_at DESC);
