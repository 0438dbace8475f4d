-- A notification that asks for something is settled by itself once nobody is asked for it any more.
ALTER TABLE notification_event
  -- What it asks for: { clocks, owner }, { signOff } or { state }; null asks for nothing that the product could see done.
  ADD COLUMN asks jsonb,
  ADD COLUMN settled_at timestamptz;
CREATE INDEX notification_event_of_record ON notification_event (record_id) WHERE settled_at IS NULL;

-- What was told before says by its id what it asks for.
UPDATE notification_event SET asks = json_build_object('clocks', json_build_array(split_part(id, ':', 2)))
  WHERE kind LIKE 'deadline.%';
UPDATE notification_event SET asks = json_build_object('signOff', split_part(id, ':', 2)) WHERE kind = 'signature.asked';
WITH settled AS (
  UPDATE notification_event e SET settled_at = now() WHERE asks IS NOT NULL
    AND NOT EXISTS (SELECT FROM deadline d WHERE d.id::text = e.asks->'clocks'->>0 AND d.met_at IS NULL AND d.cancelled_at IS NULL)
    AND NOT EXISTS (SELECT FROM sign_off s WHERE s.id::text = e.asks->>'signOff' AND s.outcome = 'pending')
  RETURNING e.id
)
UPDATE notification n SET read_at = now() FROM settled s WHERE n.event_id = s.id AND n.read_at IS NULL;
