-- The records of one department and month, as they stood when they were put together.
CREATE TABLE compilation (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('compiled', 'filed', 'voided')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  department text NOT NULL,
  month text NOT NULL,
  -- [{ id, procedure, noun, number, state, voided, madeOn, closedOn, entries, attachments, forms, hash }]
  lines jsonb NOT NULL,
  count integer NOT NULL CHECK (count >= 0),
  closed_count integer NOT NULL,
  voided_count integer NOT NULL,
  attachment_count integer NOT NULL,
  missing text[] NOT NULL,
  note text,
  compiled_by_name text NOT NULL,
  reviewed_at timestamptz,
  reviewed_by_name text,
  end_reason text
);
CREATE UNIQUE INDEX compilation_once ON compilation (department, month) WHERE state <> 'voided';
CREATE INDEX compilation_by_time ON compilation (created_at DESC, id DESC);
CREATE INDEX compilation_found ON compilation USING gin (bigrams(search_text));
