-- Inspections by an authority: what its account may look at and for how long, what was asked, what was found.
CREATE TABLE inspection (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('open', 'ended', 'expired', 'closed')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  authority text NOT NULL,
  notice_no text,
  purpose text NOT NULL,
  inspectors jsonb NOT NULL,
  inspector_names text NOT NULL,
  account_id uuid NOT NULL REFERENCES person,
  account_name text NOT NULL,
  -- All procedures that an inspector may look at; otherwise those that are named.
  whole_company boolean NOT NULL,
  procedures text[] NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  opened_by_name text NOT NULL,
  open_requests integer NOT NULL CHECK (open_requests >= 0),
  open_findings integer NOT NULL CHECK (open_findings >= 0),
  finding_count integer NOT NULL CHECK (finding_count >= 0),
  ended_at timestamptz,
  ended_by_name text,
  end_reason text,
  closed_at timestamptz,
  conclusion text,
  CHECK (period_from <= period_to),
  CHECK (valid_from < valid_until),
  CHECK (whole_company OR cardinality(procedures) > 0)
);
CREATE UNIQUE INDEX inspection_of_account ON inspection (account_id) WHERE state = 'open';
CREATE INDEX inspection_to_expire ON inspection (valid_until) WHERE state = 'open';
CREATE INDEX inspection_by_time ON inspection (created_at DESC, id DESC);
CREATE INDEX inspection_found ON inspection USING gin (bigrams(search_text));

CREATE TABLE inspection_request (
  id uuid PRIMARY KEY,
  inspection_id uuid NOT NULL REFERENCES inspection,
  place integer NOT NULL CHECK (place > 0),
  asked text NOT NULL,
  answerer_id uuid NOT NULL REFERENCES person,
  answerer_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  due_on date NOT NULL,
  answer text,
  answered_at timestamptz,
  answered_by_name text,
  UNIQUE (inspection_id, place)
);
CREATE INDEX inspection_request_answerer ON inspection_request (answerer_id);

CREATE TABLE inspection_finding (
  id uuid PRIMARY KEY,
  inspection_id uuid NOT NULL REFERENCES inspection,
  place integer NOT NULL CHECK (place > 0),
  clause text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('critical', 'major', 'minor')),
  finding text NOT NULL,
  due_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  matter text,
  answer text,
  answered_at timestamptz,
  answered_by_name text,
  UNIQUE (inspection_id, place)
);
