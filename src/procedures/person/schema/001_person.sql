-- The table "person" itself is the kernel's, since the trail, deadlines and signatures point to it.

CREATE INDEX person_found ON person USING gin (bigrams(search_text));
CREATE INDEX person_by_age ON person (created_at DESC, id DESC);

-- Every role that was given or taken, and whether quality management has agreed to it.
CREATE TABLE permission_change (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  role text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('granted', 'revoked')),
  reason text NOT NULL,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  reviewed_at timestamptz,
  reviewed_by uuid,
  reviewed_by_name text,
  review text CHECK (review IN ('agreed', 'refused')),
  review_note text
);
CREATE INDEX permission_change_of ON permission_change (person_id, at);
CREATE INDEX permission_change_unreviewed ON permission_change (at) WHERE reviewed_at IS NULL;
