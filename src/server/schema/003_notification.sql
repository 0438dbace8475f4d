-- What people are told, and how it leaves the product. All of it follows from the trail and the clocks, so none of it is in the trail itself.

-- One thing that happened. The id says what it is ("deadline:<id>:half"), so that nothing is told twice, whatever breaks in between.
CREATE TABLE notification_event (
  id text PRIMARY KEY,
  at timestamptz NOT NULL,
  class text NOT NULL CHECK (class IN ('safety', 'work', 'news')),
  kind text NOT NULL,
  procedure text,
  record_id uuid,
  number text,
  -- { zh, en }: numbers and names of procedures, steps and clocks, nothing that somebody entered.
  sentence jsonb NOT NULL
);
CREATE INDEX notification_event_by_age ON notification_event (at);

-- Who is told of it in the product.
CREATE TABLE notification (
  person_id uuid NOT NULL REFERENCES person,
  event_id text NOT NULL REFERENCES notification_event ON DELETE CASCADE,
  at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (person_id, event_id)
);
CREATE INDEX notification_latest ON notification (person_id, at DESC, event_id DESC);
CREATE INDEX notification_unread ON notification (person_id, at DESC) WHERE read_at IS NULL;
CREATE INDEX notification_of_event ON notification (event_id);

-- A message that leaves the product: one event, or several that became due together for the same reader.
CREATE TABLE notification_delivery (
  id uuid PRIMARY KEY,
  -- "person:<id>" or "channel:<id>".
  target text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'given-up', 'dropped')),
  created_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- Counts the times that somebody asked for it anew; part of the Message-ID.
  round integer NOT NULL DEFAULT 1,
  next_try_at timestamptz NOT NULL,
  last_try_at timestamptz,
  answer text,
  sent_at timestamptz
);
CREATE INDEX notification_delivery_by_age ON notification_delivery (created_at DESC, id DESC);
CREATE INDEX notification_delivery_failing ON notification_delivery (created_at DESC)
  WHERE state = 'given-up' OR (state = 'waiting' AND attempts > 0);
CREATE INDEX notification_delivery_waiting ON notification_delivery (next_try_at) WHERE state = 'waiting';

-- Which event goes out to which reader, when at the earliest, and in which message it went.
CREATE TABLE notification_dispatch (
  event_id text NOT NULL REFERENCES notification_event ON DELETE CASCADE,
  target text NOT NULL,
  not_before timestamptz NOT NULL,
  -- Its own message: a receiver that is a program gets each event by itself.
  alone boolean NOT NULL,
  delivery_id uuid REFERENCES notification_delivery ON DELETE SET NULL,
  PRIMARY KEY (event_id, target)
);
CREATE INDEX notification_dispatch_due ON notification_dispatch (not_before) WHERE delivery_id IS NULL;
CREATE INDEX notification_dispatch_of ON notification_dispatch (delivery_id);

-- How far the trail has been told; no step from before `began_at` is, and no stage of a clock from a day before.
CREATE TABLE notification_progress (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  began_at timestamptz NOT NULL,
  seq bigint NOT NULL
);

-- The next moment at which an open clock is looked at: half time at first. One row for each open clock that has not reached its last stage,
-- so that a sweep reads the few rows that are due and not the clocks.
CREATE TABLE clock_watch (
  deadline_id uuid PRIMARY KEY REFERENCES deadline ON DELETE CASCADE,
  -- Last stage that was told: 0 none, 1 half time, 2 nearly due, 3 overdue.
  told smallint NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL
);
CREATE INDEX clock_watch_next ON clock_watch (next_at);

CREATE FUNCTION watch_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.met_at IS NOT NULL OR NEW.cancelled_at IS NOT NULL THEN
    DELETE FROM clock_watch WHERE deadline_id = NEW.id;
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO clock_watch (deadline_id, next_at) VALUES (NEW.id, NEW.opened_at + (NEW.due_at - NEW.opened_at) / 2)
      ON CONFLICT DO NOTHING;
  ELSIF NEW.due_at <> OLD.due_at THEN
    -- moved earlier: looked at once more at once, for the stages that it has not told yet
    INSERT INTO clock_watch (deadline_id, next_at) VALUES (NEW.id, NEW.opened_at)
      ON CONFLICT (deadline_id) DO UPDATE SET next_at = excluded.next_at;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER clock_opened AFTER INSERT ON deadline FOR EACH ROW EXECUTE FUNCTION watch_clock();
CREATE TRIGGER clock_changed AFTER UPDATE OF due_at, met_at, cancelled_at ON deadline
  FOR EACH ROW EXECUTE FUNCTION watch_clock();

INSERT INTO clock_watch (deadline_id, next_at)
  SELECT id, opened_at + (due_at - opened_at) / 2 FROM deadline WHERE met_at IS NULL AND cancelled_at IS NULL;

-- The outbox: a message that waits is a job of the queue in the same transaction. The queue's own schema is made when the server starts; until
-- then messages wait and are found by its sweep.
CREATE FUNCTION notification_to_outbox() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    PERFORM graphile_worker.add_job(
      'deliver-notification', json_build_object('id', NEW.id), run_at => NEW.next_try_at,
      job_key => 'notification ' || NEW.id::text, max_attempts => 3
    );
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER notification_delivery_made AFTER INSERT ON notification_delivery
  FOR EACH ROW WHEN (NEW.state = 'waiting') EXECUTE FUNCTION notification_to_outbox();
CREATE TRIGGER notification_delivery_again AFTER UPDATE OF next_try_at ON notification_delivery
  FOR EACH ROW WHEN (NEW.state = 'waiting') EXECUTE FUNCTION notification_to_outbox();
