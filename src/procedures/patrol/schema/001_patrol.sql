-- The daily round of the equipment: one for each site and day, with each piece of equipment as it was found.

CREATE TABLE patrol (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('walking', 'findings', 'done')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  day date NOT NULL,
  started_by_name text NOT NULL,
  equipment_count integer NOT NULL CHECK (equipment_count >= 0),
  finding_count integer NOT NULL CHECK (finding_count >= 0),
  open_count integer NOT NULL CHECK (open_count >= 0),
  note text,
  completed_at timestamptz,
  completed_by_name text
);
CREATE UNIQUE INDEX patrol_once ON patrol (site_id, day);
CREATE INDEX patrol_found ON patrol USING gin (bigrams(search_text));
CREATE INDEX patrol_by_age ON patrol (created_at DESC, id DESC);

CREATE TABLE patrol_item (
  id uuid PRIMARY KEY,
  patrol_id uuid NOT NULL REFERENCES patrol,
  place integer NOT NULL CHECK (place > 0),
  equipment_id uuid NOT NULL,
  number text NOT NULL,
  name text NOT NULL,
  location text NOT NULL,
  running text CHECK (running IN ('normal', 'stopped', 'fault')),
  finding text,
  outcome text CHECK (outcome IN ('mended', 'reported')),
  handling text,
  settled_at timestamptz,
  settled_by_name text
);
CREATE INDEX patrol_item_of ON patrol_item (patrol_id, place);
CREATE INDEX patrol_item_of_equipment ON patrol_item (equipment_id);
