-- Destruction of written-off goods: the list, its report and approvals, and who saw it.

CREATE TABLE destruction (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN (
    'listed', 'reported', 'approved', 'checked', 'destroyed', 'filed', 'voided'
  )),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  listed_at timestamptz NOT NULL,
  listed_by_name text NOT NULL,
  list_note text,
  line_count integer NOT NULL,
  quantity integer NOT NULL,
  -- Fen.
  value bigint NOT NULL,
  goods text NOT NULL,
  special boolean NOT NULL,
  on_site boolean NOT NULL,
  party_id uuid REFERENCES party,
  party_name text,
  report_reason text,
  planned_method text,
  planned_place text,
  planned_on date,
  regulator_notice text,
  reported_at timestamptz,
  reported_by_id uuid,
  reported_by_name text,
  approved_at timestamptz,
  approved_by_name text,
  checked_at timestamptz,
  declined_note text,
  destroyed_at timestamptz,
  destroyed_place text,
  method text,
  process text,
  destroyed_by_name text,
  regulator_unit text,
  regulator_name text,
  regulator_document text,
  photographs integer NOT NULL,
  videos integer NOT NULL,
  filed_at timestamptz,
  filed_by_name text,
  file_no text,
  end_reason text,
  -- Specially controlled devices are never destroyed without the regulator.
  CHECK (destroyed_at IS NULL OR NOT special OR (regulator_unit IS NOT NULL AND regulator_name IS NOT NULL)),
  search_text text NOT NULL
);
CREATE INDEX destruction_by_time ON destruction (listed_at DESC, id DESC);
CREATE INDEX destruction_by_state ON destruction (state, listed_at DESC, id DESC);
CREATE INDEX destruction_by_party ON destruction (party_id) WHERE party_id IS NOT NULL;
CREATE INDEX destruction_found ON destruction USING gin (bigrams(search_text));

CREATE TABLE destruction_line (
  id uuid PRIMARY KEY,
  destruction_id uuid NOT NULL REFERENCES destruction,
  place integer NOT NULL CHECK (place > 0),
  nonconforming_id uuid NOT NULL REFERENCES nonconforming,
  nonconforming_number text NOT NULL,
  lot_id uuid NOT NULL REFERENCES lot,
  product_id uuid NOT NULL REFERENCES product,
  product_name text NOT NULL,
  lot_no text NOT NULL,
  expires_on date,
  unit text NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  serials text[] NOT NULL,
  -- Fen.
  value bigint NOT NULL,
  reason text NOT NULL,
  zone text,
  warehouse_id uuid,
  at_customer boolean NOT NULL,
  party_id uuid REFERENCES party,
  party_name text,
  special boolean NOT NULL,
  special_reason text,
  taken_off_at timestamptz,
  taken_off_reason text,
  UNIQUE (destruction_id, place)
);
CREATE INDEX destruction_line_of_goods ON destruction_line (nonconforming_id);
CREATE INDEX destruction_line_by_lot ON destruction_line (lot_id);
CREATE INDEX destruction_line_by_product ON destruction_line (product_id);
CREATE INDEX destruction_line_by_party ON destruction_line (party_id) WHERE party_id IS NOT NULL;
CREATE INDEX destruction_line_by_serial ON destruction_line USING gin (serials);

CREATE TABLE destruction_witness (
  id uuid PRIMARY KEY,
  destruction_id uuid NOT NULL REFERENCES destruction,
  place integer NOT NULL CHECK (place > 0),
  name text NOT NULL,
  unit text NOT NULL,
  UNIQUE (destruction_id, place)
);
