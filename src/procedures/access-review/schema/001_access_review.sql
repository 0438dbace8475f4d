-- The half-yearly review of all accounts and what they may do.

CREATE TABLE access_review (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('open', 'signing', 'closed')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  period text NOT NULL,
  period_end date NOT NULL,
  opened_by_name text NOT NULL,
  account_count integer NOT NULL CHECK (account_count > 0),
  undecided integer NOT NULL CHECK (undecided >= 0),
  change_count integer NOT NULL DEFAULT 0,
  submitted_at timestamptz,
  closed_at timestamptz
);
CREATE UNIQUE INDEX access_review_of_period ON access_review (site_id, period);
CREATE INDEX access_review_found ON access_review USING gin (bigrams(search_text));
CREATE INDEX access_review_by_age ON access_review (created_at DESC, id DESC);

CREATE TABLE access_review_line (
  id uuid PRIMARY KEY,
  access_review_id uuid NOT NULL REFERENCES access_review,
  place integer NOT NULL CHECK (place > 0),
  person_id uuid NOT NULL REFERENCES person,
  person_number text NOT NULL,
  person_name text NOT NULL,
  department text NOT NULL,
  person_state text NOT NULL,
  roles text[] NOT NULL,
  last_sign_in timestamptz,
  last_change timestamptz,
  -- Roles on two sides of a control, and others that the reviewer should look at.
  remarks jsonb NOT NULL,
  decision text CHECK (decision IN ('keep', 'revoke', 'deactivate')),
  revoked text[] NOT NULL DEFAULT '{}',
  reason text,
  decided_at timestamptz,
  decided_by_name text,
  -- The step on the person's record that carried the change out.
  carried_out_at timestamptz
);
CREATE INDEX access_review_line_of ON access_review_line (access_review_id, place);
CREATE INDEX access_review_line_person ON access_review_line (person_id);
