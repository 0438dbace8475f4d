-- Checks of how departments keep their records: a sample drawn at random, what was found, what was put right.
CREATE TABLE record_control (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('drawn', 'recorded', 'closed')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  department text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  population integer NOT NULL CHECK (population >= 0),
  -- [{ id, procedure, procedureTitle, number, result, finding }]
  samples jsonb NOT NULL,
  findings integer,
  summary text,
  actions text,
  due_on date,
  drawn_by_name text NOT NULL,
  checked_by_name text,
  checked_at timestamptz,
  outcome text,
  closed_by_name text,
  CHECK (period_from <= period_to)
);
CREATE INDEX record_control_by_time ON record_control (created_at DESC, id DESC);
CREATE INDEX record_control_by_department ON record_control (department, created_at DESC);
CREATE INDEX record_control_found ON record_control USING gin (bigrams(search_text));
