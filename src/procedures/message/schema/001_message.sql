-- Letters that leave the company, and each attempt to send one. What they are about stands in other procedures' tables; no foreign keys
-- there, since each procedure stands without the other's tables.

CREATE TABLE message (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('waiting', 'to-print', 'failed', 'sent', 'handed-over', 'withdrawn')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  record_number text,
  guest_id uuid,
  party_id uuid REFERENCES party,
  to_name text NOT NULL,
  to_contact text,
  to_email text,
  to_address text,
  to_phone text,
  subject text NOT NULL,
  body text NOT NULL,
  subject_en text,
  body_en text,
  expires_at timestamptz,
  form_procedure text,
  form_name text,
  form_id uuid,
  round integer NOT NULL CHECK (round > 0),
  attempts integer NOT NULL CHECK (attempts >= 0),
  last_attempt_at timestamptz,
  answer text,
  failure text,
  print_reason text,
  mail_id text,
  sent_at timestamptz,
  handed_over_at timestamptz,
  handed_over_how text,
  handed_over_to text,
  handed_over_document text,
  handed_over_note text,
  handed_over_by_name text,
  written_by_name text,
  keeper text NOT NULL,
  end_reason text,
  -- What waits for the post has somewhere to go; what was delivered says when.
  CHECK (state <> 'waiting' OR to_email IS NOT NULL),
  CHECK (state <> 'sent' OR (sent_at IS NOT NULL AND mail_id IS NOT NULL)),
  CHECK (state <> 'handed-over' OR handed_over_at IS NOT NULL),
  search_text text NOT NULL
);
CREATE INDEX message_by_age ON message (created_at DESC, id DESC);
CREATE INDEX message_by_state ON message (state, created_at DESC, id DESC);
CREATE INDEX message_of_record ON message (record_id, guest_id);
CREATE INDEX message_by_party ON message (party_id, created_at DESC) WHERE party_id IS NOT NULL;
CREATE INDEX message_found ON message USING gin (bigrams(search_text));

CREATE TABLE message_attempt (
  id uuid PRIMARY KEY,
  message_id uuid NOT NULL REFERENCES message,
  at timestamptz NOT NULL,
  to_email text,
  outcome text NOT NULL CHECK (outcome IN ('sent', 'deferred', 'failed', 'returned')),
  failure text,
  mail_id text,
  answer text NOT NULL
);
CREATE INDEX message_attempt_of ON message_attempt (message_id, at);

-- The outbox: a letter that waits is a job of the queue in the same transaction, so that no letter is forgotten and none is mailed that was
-- rolled back. The queue's own schema is made when the server starts; until then letters wait and are found by its sweep.
CREATE FUNCTION message_to_outbox() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    PERFORM graphile_worker.add_job(
      'send-letter', json_build_object('id', NEW.id), job_key => NEW.id::text, max_attempts => 10
    );
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER message_written AFTER INSERT ON message
  FOR EACH ROW WHEN (NEW.state = 'waiting') EXECUTE FUNCTION message_to_outbox();
CREATE TRIGGER message_sent_anew AFTER UPDATE ON message
  FOR EACH ROW WHEN (NEW.state = 'waiting' AND OLD.state <> 'waiting') EXECUTE FUNCTION message_to_outbox();
