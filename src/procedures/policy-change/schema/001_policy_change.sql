-- Proposals to set a policy. An approved one becomes a row of the kernel's table "policy_version".

CREATE TABLE policy_change (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected', 'withdrawn')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  key text NOT NULL,
  title jsonb NOT NULL,
  value jsonb NOT NULL,
  -- Value in force when the change was proposed.
  was jsonb NOT NULL,
  reason text NOT NULL,
  effective_on date NOT NULL,
  proposed_by_name text NOT NULL,
  decided_at timestamptz,
  decided_by_name text,
  decision_note text,
  -- From when the approved value holds; never before its approval.
  effective_from timestamptz,
  policy_version integer
);
CREATE UNIQUE INDEX policy_change_open_once ON policy_change (key) WHERE state = 'proposed';
CREATE INDEX policy_change_of_key ON policy_change (key, created_at DESC);
CREATE INDEX policy_change_found ON policy_change USING gin (bigrams(search_text));
CREATE INDEX policy_change_by_age ON policy_change (created_at DESC, id DESC);
