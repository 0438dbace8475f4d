-- Holds on records: what they cover is not disposed of while they are in force.
CREATE TABLE legal_hold (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('placed', 'lifted')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('matter', 'party', 'product', 'lot')),
  subject_id uuid NOT NULL,
  subject_name text NOT NULL,
  reason text NOT NULL,
  authority text NOT NULL,
  placed_by_name text NOT NULL,
  lifted_at timestamptz,
  lifted_by_name text,
  lift_reason text,
  CHECK ((state = 'lifted') = (lifted_at IS NOT NULL))
);
CREATE UNIQUE INDEX legal_hold_once ON legal_hold (subject_id) WHERE state = 'placed';
CREATE INDEX legal_hold_by_time ON legal_hold (created_at DESC, id DESC);
CREATE INDEX legal_hold_found ON legal_hold USING gin (bigrams(search_text));
