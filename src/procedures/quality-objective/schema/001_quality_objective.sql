-- Figures that the company wants to reach; what each quarter brought stays with the objective.
CREATE TABLE quality_objective (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('proposed', 'in-force', 'declined', 'ended')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  measure text NOT NULL,
  target double precision NOT NULL CHECK (target >= 0),
  basis text NOT NULL,
  starts_on date NOT NULL,
  proposed_by_id uuid NOT NULL,
  proposed_by_name text NOT NULL,
  approved_at timestamptz,
  approved_by_name text,
  declined_note text,
  -- [{ quarter, count, of, value, met, cause, measure, assessedAt, assessedById, assessedByName, reviewedAt, reviewedByName, opinion }]
  results jsonb NOT NULL,
  latest_quarter date,
  latest_value double precision,
  latest_met boolean,
  end_reason text,
  ended_by_name text
);
CREATE UNIQUE INDEX quality_objective_once ON quality_objective (site_id, measure) WHERE state IN ('proposed', 'in-force');
CREATE INDEX quality_objective_by_time ON quality_objective (created_at DESC, id DESC);
CREATE INDEX quality_objective_found ON quality_objective USING gin (bigrams(search_text));
