-- Equipment of the company's premises, and its periodic inspections.

CREATE TABLE equipment (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('active', 'inactive')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  model text,
  serial text,
  place text NOT NULL,
  supplier_id uuid REFERENCES party,
  supplier_name text,
  -- Last day on which the calibration holds; null for what needs none.
  calibration_due date,
  certificate text,
  inspected_at timestamptz,
  inspected_by_name text,
  open_findings integer NOT NULL CHECK (open_findings >= 0)
);
CREATE UNIQUE INDEX equipment_name ON equipment (site_id, name) WHERE state = 'active';
CREATE INDEX equipment_by_supplier ON equipment (supplier_id);
CREATE INDEX equipment_found ON equipment USING gin (bigrams(search_text));
CREATE INDEX equipment_by_age ON equipment (created_at DESC, id DESC);

CREATE TABLE equipment_inspection (
  id uuid PRIMARY KEY,
  equipment_id uuid NOT NULL REFERENCES equipment,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  result text NOT NULL CHECK (result IN ('fit', 'to-mend', 'stopped')),
  finding text,
  note text,
  mended_at timestamptz,
  mended_by_name text,
  mending text
);
CREATE INDEX equipment_inspection_of ON equipment_inspection (equipment_id, at DESC);
