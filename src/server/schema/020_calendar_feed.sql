-- Secret addresses under which people read their turns and clocks in a calendar; only the hash of the secret is kept.
CREATE TABLE calendar_feed (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  token_hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  last_read_on date,
  revoked_at timestamptz
);
CREATE UNIQUE INDEX calendar_feed_one ON calendar_feed (person_id) WHERE revoked_at IS NULL;
