-- Goods that leave to a customer: ordered by sales, picked, checked by somebody else, handed over, signed back.

CREATE TABLE shipment (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN
    ('ordered', 'picked', 'checked', 'shipped', 'signed-back', 'brought-back', 'stopped', 'cancelled')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  party_id uuid NOT NULL REFERENCES party,
  party_name text NOT NULL,
  order_no text,
  warehouse_id uuid NOT NULL REFERENCES warehouse,
  warehouse_name text NOT NULL,
  -- What is sent, in one line, and how many units in all: for ledger and search.
  goods text NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  address text NOT NULL,
  contact text NOT NULL,
  phone text NOT NULL,
  wanted_on date,
  remark text,
  ordered_by_name text NOT NULL,
  picked_at timestamptz,
  picked_by uuid,
  picked_by_name text,
  pick_reason text,
  checked_at timestamptz,
  checked_by uuid,
  checked_by_name text,
  check_note text,
  pieces integer,
  shipped_at timestamptz,
  shipped_on date,
  shipped_by uuid,
  shipped_by_name text,
  driver_name text,
  carrier text,
  vehicle text,
  waybill text,
  temperature double precision,
  import_papers boolean,
  signed_back_at timestamptz,
  signed_back_by_name text,
  received_on date,
  received_by text,
  receipt_note text,
  problem text,
  problem_lot text,
  finding text,
  stopped_at timestamptz,
  stopped_by_name text,
  end_reason text,
  search_text text NOT NULL
);
CREATE INDEX shipment_by_age ON shipment (created_at DESC, id DESC);
CREATE INDEX shipment_found ON shipment USING gin (bigrams(search_text));
CREATE INDEX shipment_of_party ON shipment (party_id, created_at DESC);
CREATE INDEX shipment_open ON shipment (state, warehouse_id) WHERE state IN ('ordered', 'picked', 'checked', 'shipped', 'stopped');

CREATE TABLE shipment_line (
  id uuid PRIMARY KEY,
  shipment_id uuid NOT NULL REFERENCES shipment,
  lot_id uuid NOT NULL REFERENCES lot,
  product_id uuid NOT NULL REFERENCES product,
  quantity integer NOT NULL CHECK (quantity > 0),
  serials text[] NOT NULL,
  -- Fen for one unit; null where no price is entered.
  unit_price integer CHECK (unit_price >= 0),
  -- Why a lot goes out before another one that expires sooner.
  reason text,
  checked_quantity integer,
  pieces integer,
  quality text,
  problem text,
  problem_note text,
  UNIQUE (shipment_id, lot_id)
);
CREATE INDEX shipment_line_by_lot ON shipment_line (lot_id);
CREATE INDEX shipment_line_of_product ON shipment_line (product_id);
CREATE INDEX shipment_line_by_serial ON shipment_line USING gin (serials);
