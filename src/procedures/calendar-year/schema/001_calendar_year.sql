-- Years whose official days an administrator enters. A published one fills the kernel's "calendar_entry" and "calendar_publication".

CREATE TABLE calendar_year (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('open', 'published')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  year integer NOT NULL UNIQUE CHECK (year BETWEEN 2019 AND 9998),
  title text NOT NULL,
  -- Days that depart from Monday to Friday, as entered: [{ day, kind, title }].
  days jsonb NOT NULL,
  source text,
  source_day date,
  published_at timestamptz,
  published_by_name text
);
CREATE INDEX calendar_year_by_age ON calendar_year (created_at DESC, id DESC);
