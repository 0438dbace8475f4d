-- Signatures that several people give at the same time, that come back, that no longer hold.
ALTER TABLE sign_off
  -- Name of the step in its chain; null in rows from before steps had names.
  ADD COLUMN key text,
  -- Steps of one stage are asked together; stages follow each other.
  ADD COLUMN stage integer CHECK (stage > 0),
  -- Counts how often the step was asked in its round, from 1.
  ADD COLUMN turn integer CHECK (turn > 0),
  ADD COLUMN signed_by_name text,
  -- Whose deputy signed: { id, name, role }.
  ADD COLUMN deputy_for jsonb,
  -- What the signer said.
  ADD COLUMN note text,
  -- What the signature stands for, as it was shown to the signer.
  ADD COLUMN shown jsonb,
  ADD COLUMN voided_at timestamptz,
  ADD COLUMN void_reason jsonb;
ALTER TABLE sign_off ALTER COLUMN opened_at DROP NOT NULL;
ALTER TABLE sign_off DROP CONSTRAINT sign_off_outcome_check;
ALTER TABLE sign_off ADD CONSTRAINT sign_off_outcome_check
  CHECK (outcome IN ('planned', 'pending', 'signed', 'declined', 'returned', 'withdrawn', 'voided'));
ALTER TABLE sign_off ADD CONSTRAINT sign_off_asked CHECK (outcome NOT IN ('pending', 'signed') OR opened_at IS NOT NULL);
ALTER TABLE sign_off DROP CONSTRAINT sign_off_record_id_chain_round_step_key;
CREATE UNIQUE INDEX sign_off_turn_once ON sign_off (record_id, chain, round, step, coalesce(turn, 1));
CREATE INDEX sign_off_signed_by ON sign_off (signed_by, signed_at DESC) WHERE signed_by IS NOT NULL;

ALTER TABLE signature
  ADD COLUMN deputy_for jsonb,
  ADD COLUMN note text;

-- Whose roles somebody holds from one day until another. Beside "person" in the kernel: who may sign is asked with them.
CREATE TABLE person_delegation (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  to_id uuid NOT NULL REFERENCES person,
  to_name text NOT NULL,
  roles text[] NOT NULL CHECK (cardinality(roles) > 0),
  from_day date NOT NULL,
  until_day date NOT NULL,
  reason text NOT NULL,
  absence_id uuid,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  ended_at timestamptz,
  ended_by uuid,
  ended_by_name text,
  end_reason text,
  CHECK (from_day <= until_day)
);
CREATE INDEX person_delegation_of ON person_delegation (person_id, until_day);
CREATE INDEX person_delegation_to ON person_delegation (to_id, until_day) WHERE ended_at IS NULL;

-- From which day until which somebody is away.
CREATE TABLE person_absence (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  from_day date NOT NULL,
  until_day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('travel', 'leave', 'sick', 'training')),
  note text,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  ended_at timestamptz,
  ended_by_name text,
  CHECK (from_day <= until_day)
);
CREATE INDEX person_absence_of ON person_absence (person_id, until_day) WHERE ended_at IS NULL;
