-- Goods that may not be sold or shipped, and everything done about it. Names are kept beside their ids as they were then.
-- No foreign key to lot: its check would wait for whoever moves goods of the lot, while that one waits for the stop.

CREATE TABLE stop_sale (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN (
    'placed', 're-check', 'confirming', 'confirmed', 'releasing', 'released', 'closed'
  )),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  title text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('product', 'lot', 'serials')),
  product_id uuid NOT NULL REFERENCES product,
  product_name text NOT NULL,
  model text,
  registration_no text,
  manufacturer_id uuid REFERENCES party,
  manufacturer_name text,
  lot_id uuid,
  lot_nos text,
  serials text[] NOT NULL,
  source text NOT NULL,
  precautionary boolean NOT NULL,
  cause_id uuid,
  cause_number text,
  reason text NOT NULL,
  document text,
  form_variant text,
  placed_at timestamptz NOT NULL,
  placed_by_name text NOT NULL,
  expected_in_stock integer NOT NULL CHECK (expected_in_stock >= 0),
  counted_in_stock integer CHECK (counted_in_stock >= 0),
  expected_under_way integer NOT NULL CHECK (expected_under_way >= 0),
  expected_at_buyers integer NOT NULL CHECK (expected_at_buyers >= 0),
  buyers integer NOT NULL CHECK (buyers >= 0),
  found_elsewhere text,
  marks_at timestamptz,
  marks_by_name text,
  sales_ack_at timestamptz,
  sales_ack_by_name text,
  problem text,
  recheck_quantity integer CHECK (recheck_quantity > 0),
  recheck_requested_at timestamptz,
  recheck_requested_by_name text,
  finding text CHECK (finding IN ('good', 'bad', 'undetermined')),
  finding_note text,
  finding_at timestamptz,
  finding_by_name text,
  head_told_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by_name text,
  countersigned_by_name text,
  widen_count integer NOT NULL CHECK (widen_count >= 0),
  inquiry_state text CHECK (inquiry_state IN ('sent', 'waived')),
  inquiry_waived_reason text,
  released_at timestamptz,
  released_by_name text,
  release_reason text,
  release_document text,
  marks_off_at timestamptz,
  marks_off_by_name text,
  everybody_told_at timestamptz,
  closed_at timestamptz,
  closed_by_name text,
  closing_note text,
  -- Nothing is freed without a good finding.
  CHECK (state NOT IN ('releasing', 'released') OR (finding = 'good' AND released_at IS NOT NULL)),
  -- The whole product is held, or at least one lot of it.
  CHECK ((scope = 'product') = (lot_id IS NULL)),
  CHECK ((scope = 'serials') = (cardinality(serials) > 0)),
  search_text text NOT NULL
);
CREATE INDEX stop_sale_by_time ON stop_sale (placed_at DESC, id DESC);
CREATE INDEX stop_sale_by_state ON stop_sale (state, placed_at DESC, id DESC);
CREATE INDEX stop_sale_by_product ON stop_sale (product_id, placed_at DESC);
CREATE INDEX stop_sale_by_lot ON stop_sale (lot_id) WHERE lot_id IS NOT NULL;
CREATE INDEX stop_sale_by_serial ON stop_sale USING gin (serials) WHERE cardinality(serials) > 0;
-- What every shipment asks: which products and lots are held now.
CREATE INDEX stop_sale_holding ON stop_sale (product_id) WHERE state NOT IN ('releasing', 'released');
CREATE INDEX stop_sale_found ON stop_sale USING gin (bigrams(search_text));

CREATE TABLE stop_sale_lot (
  id uuid PRIMARY KEY,
  stop_sale_id uuid NOT NULL REFERENCES stop_sale,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  lot_id uuid NOT NULL,
  lot_no text NOT NULL,
  UNIQUE (stop_sale_id, lot_id)
);
CREATE INDEX stop_sale_lot_by_lot ON stop_sale_lot (lot_id);

CREATE TABLE stop_sale_mark (
  id uuid PRIMARY KEY,
  stop_sale_id uuid NOT NULL REFERENCES stop_sale,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  lot_id uuid NOT NULL,
  lot_no text NOT NULL,
  warehouse_id uuid NOT NULL,
  warehouse_name text NOT NULL,
  zone text NOT NULL,
  expected integer NOT NULL CHECK (expected >= 0),
  counted integer CHECK (counted >= 0),
  difference text,
  marked_at timestamptz,
  marked_by_name text,
  unmarked_at timestamptz,
  unmarked_by_name text,
  -- A count that differs is explained.
  CHECK (counted IS NULL OR counted = expected OR difference IS NOT NULL)
);
CREATE INDEX stop_sale_mark_of ON stop_sale_mark (stop_sale_id, at);
CREATE INDEX stop_sale_mark_by_lot ON stop_sale_mark (lot_id);

CREATE TABLE stop_sale_transit (
  id uuid PRIMARY KEY,
  stop_sale_id uuid NOT NULL REFERENCES stop_sale,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  lot_id uuid NOT NULL,
  lot_no text NOT NULL,
  number text NOT NULL,
  party_id uuid NOT NULL REFERENCES party,
  party_name text NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  shipped_at timestamptz NOT NULL
);
CREATE INDEX stop_sale_transit_of ON stop_sale_transit (stop_sale_id, at);
CREATE INDEX stop_sale_transit_by_lot ON stop_sale_transit (lot_id);
CREATE INDEX stop_sale_transit_by_party ON stop_sale_transit (party_id);

CREATE TABLE stop_sale_told (
  id uuid PRIMARY KEY,
  stop_sale_id uuid NOT NULL REFERENCES stop_sale,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  audience text NOT NULL,
  party_id uuid REFERENCES party,
  name text NOT NULL,
  way text NOT NULL,
  told_at timestamptz NOT NULL,
  content text,
  receipt text,
  notice_id uuid,
  acknowledged_at timestamptz,
  acknowledged_by_name text,
  resumed_at timestamptz,
  resumed_by_name text,
  resumed_note text
);
CREATE INDEX stop_sale_told_of ON stop_sale_told (stop_sale_id, told_at);
CREATE INDEX stop_sale_told_by_party ON stop_sale_told (party_id) WHERE party_id IS NOT NULL;

CREATE TABLE stop_sale_cause (
  id uuid PRIMARY KEY,
  stop_sale_id uuid NOT NULL REFERENCES stop_sale,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  procedure text NOT NULL,
  cause_id uuid NOT NULL,
  number text NOT NULL,
  verdict text CHECK (verdict IN ('good', 'bad', 'undetermined')),
  note text,
  decided_at timestamptz
);
CREATE INDEX stop_sale_cause_of ON stop_sale_cause (stop_sale_id, at);
CREATE INDEX stop_sale_cause_by_record ON stop_sale_cause (cause_id);
