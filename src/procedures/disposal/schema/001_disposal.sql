-- Lists of records whose retention has ended, their approval, and what became of them.
CREATE TABLE disposal (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('listed', 'approved', 'carried-out', 'refused', 'withdrawn')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  department text NOT NULL,
  -- [{ id, procedure, noun, number, closedOn, until, because, outcome, why }]
  lines jsonb NOT NULL,
  count integer NOT NULL CHECK (count > 0),
  ended_from date NOT NULL,
  ended_to date NOT NULL,
  note text,
  listed_by_name text NOT NULL,
  archive_number text,
  method text,
  witness_name text,
  disposed_count integer,
  carried_out_at timestamptz,
  carried_out_by_name text,
  end_reason text,
  -- Nothing is carried out without an archive copy.
  CHECK (state <> 'carried-out' OR archive_number IS NOT NULL)
);
CREATE INDEX disposal_by_time ON disposal (created_at DESC, id DESC);
CREATE INDEX disposal_open ON disposal (state) WHERE state IN ('listed', 'approved');
CREATE INDEX disposal_found ON disposal USING gin (bigrams(search_text));
