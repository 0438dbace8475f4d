-- The kernel's own tables: numbers, trail, seals, deadlines, signatures, corrections, links, attachments, policies, outbox.

-- Who acts. The record type over this table is declared by the procedure "person".
CREATE TABLE person (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  username text NOT NULL UNIQUE,
  name text NOT NULL,
  name_en text,
  department text NOT NULL,
  roles text[] NOT NULL,
  email text,
  phone text
);

CREATE TABLE number_series (
  prefix text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (prefix, year)
);

-- One row per attempt, accepted or refused. Append-only: see the triggers and grants below.
CREATE TABLE trail (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain text NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  at timestamptz NOT NULL,
  procedure text NOT NULL,
  record_id uuid,
  command text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('accepted', 'refused')),
  version integer,
  actor_id uuid,
  actor_name text NOT NULL,
  via text NOT NULL,
  clauses text[] NOT NULL DEFAULT '{}',
  body jsonb NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  mac text NOT NULL,
  UNIQUE (chain, position)
);
CREATE INDEX trail_by_record ON trail (record_id, seq DESC);
CREATE INDEX trail_by_time ON trail (at DESC, seq DESC);
CREATE INDEX trail_by_actor ON trail (actor_id, seq DESC);
CREATE INDEX trail_by_clause ON trail USING gin (clauses);
CREATE INDEX trail_refused ON trail (at DESC) WHERE outcome = 'refused';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER trail_is_append_only BEFORE UPDATE OR DELETE ON trail FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER trail_is_not_truncated BEFORE TRUNCATE ON trail FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A Merkle root over all trail entries since the seal before, signed with a key that is not in the database.
CREATE TABLE seal (
  number integer PRIMARY KEY CHECK (number > 0),
  at timestamptz NOT NULL,
  from_seq bigint NOT NULL,
  to_seq bigint NOT NULL,
  entries integer NOT NULL CHECK (entries > 0),
  root text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  signature text NOT NULL
);
CREATE TRIGGER seal_is_append_only BEFORE UPDATE OR DELETE ON seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_is_not_truncated BEFORE TRUNCATE ON seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE deadline (
  id uuid PRIMARY KEY,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  name text NOT NULL,
  key text NOT NULL DEFAULT '',
  clause text NOT NULL,
  owner_role text NOT NULL,
  owner_id uuid,
  opened_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  "limit" jsonb NOT NULL,
  explanation jsonb NOT NULL,
  policy_key text,
  policy_version integer NOT NULL DEFAULT 0,
  note jsonb,
  met_at timestamptz,
  met_by uuid,
  cancelled_at timestamptz,
  cancel_reason jsonb
);
CREATE INDEX deadline_by_record ON deadline (record_id);
CREATE UNIQUE INDEX deadline_open_once ON deadline (record_id, name, key) WHERE met_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX deadline_open_by_role ON deadline (owner_role, due_at) WHERE met_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX deadline_open_by_person ON deadline (owner_id, due_at) WHERE met_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX deadline_by_due ON deadline (due_at, procedure, name) INCLUDE (met_at, cancelled_at);
CREATE INDEX deadline_by_clause ON deadline (clause, due_at);

CREATE TABLE sign_off (
  id uuid PRIMARY KEY,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  chain text NOT NULL,
  round integer NOT NULL CHECK (round > 0),
  step integer NOT NULL CHECK (step > 0),
  by_roles text[] NOT NULL,
  opened_at timestamptz NOT NULL,
  signed_at timestamptz,
  signed_by uuid,
  outcome text NOT NULL CHECK (outcome IN ('pending', 'signed', 'declined', 'withdrawn')),
  UNIQUE (record_id, chain, round, step)
);
CREATE INDEX sign_off_pending ON sign_off USING gin (by_roles) WHERE outcome = 'pending';

-- What a person signed: name, meaning, time, and the hash of what was shown.
CREATE TABLE signature (
  id uuid PRIMARY KEY,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  command text NOT NULL,
  chain text,
  step integer,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  meaning jsonb NOT NULL,
  method text NOT NULL,
  at timestamptz NOT NULL,
  signed_hash text NOT NULL,
  version integer NOT NULL
);
CREATE INDEX signature_by_record ON signature (record_id, at);
CREATE TRIGGER signature_is_append_only BEFORE UPDATE OR DELETE ON signature FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE correction (
  id uuid PRIMARY KEY,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  field text NOT NULL,
  was jsonb,
  now jsonb,
  reason text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX correction_by_record ON correction (record_id, at);
CREATE TRIGGER correction_is_append_only BEFORE UPDATE OR DELETE ON correction FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE link (
  id uuid PRIMARY KEY,
  from_procedure text NOT NULL,
  from_id uuid NOT NULL,
  to_procedure text NOT NULL,
  to_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (from_id, to_id, kind)
);
CREATE INDEX link_back ON link (to_id);

CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  sha256 text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL CHECK (size >= 0),
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL,
  procedure text,
  record_id uuid,
  purpose text,
  attached_at timestamptz
);
CREATE INDEX attachment_by_record ON attachment (record_id);
CREATE INDEX attachment_loose ON attachment (uploaded_at) WHERE record_id IS NULL;

CREATE TABLE policy_version (
  id uuid PRIMARY KEY,
  key text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  value jsonb NOT NULL,
  effective_from timestamptz NOT NULL,
  change_id uuid NOT NULL,
  UNIQUE (key, version)
);

-- Official holidays and made-up working days that an administrator entered, and the years that are then complete.
CREATE TABLE calendar_entry (
  id uuid PRIMARY KEY,
  year_id uuid NOT NULL,
  day date NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('holiday', 'workday')),
  title jsonb NOT NULL,
  source text NOT NULL
);
CREATE TABLE calendar_publication (
  id uuid PRIMARY KEY,
  year_id uuid NOT NULL,
  year integer NOT NULL UNIQUE
);

-- The same request twice makes one change: the answer of the first is given again.
CREATE TABLE idempotency (
  actor_id uuid NOT NULL,
  key text NOT NULL,
  command text NOT NULL,
  request_hash text NOT NULL,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  told jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (actor_id, key)
);
CREATE INDEX idempotency_by_age ON idempotency (at);

CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  procedure text NOT NULL,
  ledger text NOT NULL,
  name text NOT NULL,
  filter jsonb NOT NULL,
  UNIQUE (person_id, procedure, ledger, name)
);

CREATE TABLE company (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  name jsonb NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  set_up_at timestamptz NOT NULL
);
