-- Recurring work: one row for each duty at each place, and its turns.

CREATE TABLE duty (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('active', 'asked', 'suspended', 'ended')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  -- Procedure that demands it, and the duty's name there.
  of_procedure text NOT NULL,
  duty text NOT NULL,
  -- Key of the place; empty for a duty that has none.
  place text NOT NULL,
  title jsonb NOT NULL,
  place_title jsonb NOT NULL,
  clause text NOT NULL,
  role text NOT NULL,
  stand_ins text[] NOT NULL,
  escalates_to text NOT NULL,
  -- Turns that were due before this moment are not asked.
  asks_from timestamptz NOT NULL,
  planned_until date NOT NULL,
  assignee_id uuid,
  assignee_name text,
  substitutes jsonb NOT NULL,
  rotation jsonb,
  suspend_reason text,
  suspend_until date,
  suspend_asked_by_id uuid,
  suspend_asked_by_name text
);
CREATE UNIQUE INDEX duty_once ON duty (of_procedure, duty, place) WHERE state <> 'ended';
CREATE INDEX duty_found ON duty USING gin (bigrams(search_text));
CREATE INDEX duty_by_age ON duty (created_at DESC, id DESC);

CREATE TABLE duty_turn (
  id uuid PRIMARY KEY,
  duty_id uuid NOT NULL REFERENCES duty,
  key text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  opens_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'done', 'missed', 'dropped')),
  -- Person named for this very turn.
  assigned_id uuid,
  -- Whose turn it is, deputies and substitutes considered; null: whoever holds the role.
  assignee_id uuid,
  assignee_name text,
  stands_in_for text,
  done_at timestamptz,
  done_by_id uuid,
  done_by_name text,
  done_procedure text,
  done_record_id uuid,
  done_number text,
  note text,
  reason text,
  explained_at timestamptz,
  explained_by_id uuid,
  explained_by_name text,
  drop_reason jsonb
);
CREATE UNIQUE INDEX duty_turn_once ON duty_turn (duty_id, key) WHERE state <> 'dropped';
CREATE INDEX duty_turn_of ON duty_turn (duty_id, due_at);
CREATE INDEX duty_turn_owed ON duty_turn (duty_id, due_at)
  WHERE state = 'open' OR (state = 'missed' AND explained_at IS NULL);
CREATE INDEX duty_turn_by_due ON duty_turn (due_at);
CREATE INDEX duty_turn_missed ON duty_turn (due_at DESC) WHERE state = 'missed';
