-- What a proposal does, who decides it, and clocks that move earlier with it.
ALTER TABLE policy_change
  -- A quality head proposed it, so somebody above or beside decides.
  ADD COLUMN head_proposed boolean NOT NULL DEFAULT false,
  -- Clocks that run already move earlier where the new value ends them earlier.
  ADD COLUMN move_open boolean NOT NULL DEFAULT false,
  -- What the proposer was shown.
  ADD COLUMN effect jsonb,
  -- The last clock that was looked at, how many moved, and since when all were looked at.
  ADD COLUMN move_cursor uuid,
  ADD COLUMN moved_count integer NOT NULL DEFAULT 0,
  ADD COLUMN moved_at timestamptz;
ALTER TABLE policy_change DROP CONSTRAINT policy_change_state_check;
ALTER TABLE policy_change ADD CONSTRAINT policy_change_state_check
  CHECK (state IN ('proposed', 'approved', 'rejected', 'withdrawn', 'cancelled'));
CREATE INDEX policy_change_to_move ON policy_change (effective_from) WHERE move_open AND moved_at IS NULL;

-- The running clocks that a policy set, and all of them by their end.
CREATE INDEX deadline_open_by_policy ON deadline (policy_key, due_at, id)
  WHERE met_at IS NULL AND cancelled_at IS NULL AND jsonb_typeof(explanation -> 'policy') = 'object';
CREATE INDEX deadline_open_by_name ON deadline (procedure, name, due_at, id)
  WHERE met_at IS NULL AND cancelled_at IS NULL AND jsonb_typeof(explanation -> 'policy') = 'object';
CREATE INDEX deadline_by_policy ON deadline (policy_key, due_at DESC) INCLUDE (cancelled_at) WHERE policy_key IS NOT NULL;
