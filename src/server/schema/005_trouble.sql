-- Trouble of the system itself, told to those who look after it.

ALTER TABLE notification_event DROP CONSTRAINT notification_event_class_check;
ALTER TABLE notification_event ADD CONSTRAINT notification_event_class_check
  CHECK (class IN ('safety', 'trouble', 'work', 'news'));

-- A finding of the health checks that does not stand well now; it goes when it is well again.
CREATE TABLE health_trouble (
  name text PRIMARY KEY,
  since timestamptz NOT NULL,
  told_at timestamptz
);
