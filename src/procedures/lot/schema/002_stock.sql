-- One ledger of stock moves. What lies where follows from it and is kept beside it; both are written in one step under
-- the lock of the lot, so neither can run ahead of the other.

CREATE TABLE stock (
  id uuid PRIMARY KEY,
  lot_id uuid NOT NULL REFERENCES lot,
  product_id uuid NOT NULL REFERENCES product,
  warehouse_id uuid NOT NULL REFERENCES warehouse,
  zone text NOT NULL CHECK (zone IN ('waiting', 'qualified', 'shipping', 'unqualified', 'return')),
  quantity integer NOT NULL CHECK (quantity >= 0),
  UNIQUE (lot_id, warehouse_id, zone)
);
CREATE INDEX stock_by_product ON stock (product_id, zone);
CREATE INDEX stock_by_zone ON stock (warehouse_id, zone) WHERE quantity > 0;

CREATE TABLE stock_move (
  id uuid PRIMARY KEY,
  lot_id uuid NOT NULL REFERENCES lot,
  product_id uuid NOT NULL REFERENCES product,
  warehouse_id uuid NOT NULL REFERENCES warehouse,
  at timestamptz NOT NULL,
  -- Day of the event on paper: of the receipt, the delivery, the count.
  happened_on date NOT NULL,
  -- A zone of the warehouse, or where goods are outside it.
  from_place text NOT NULL,
  to_place text NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  kind text NOT NULL,
  document text,
  cause_procedure text,
  cause_id uuid,
  cause_number text,
  party_id uuid REFERENCES party,
  serials text[] NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  note text,
  -- Destroyed at the customer's is the one move that touches no zone; a zone of the same warehouse on both sides otherwise, or one.
  CHECK (from_place <> to_place),
  CHECK (from_place IN ('waiting', 'qualified', 'shipping', 'unqualified', 'return', 'supplier', 'customer', 'counted')),
  CHECK (to_place IN ('waiting', 'qualified', 'shipping', 'unqualified', 'return', 'supplier', 'customer', 'counted', 'destroyed')),
  CHECK (cardinality(serials) IN (0, quantity))
);
CREATE INDEX stock_move_by_lot ON stock_move (lot_id, at DESC, id DESC);
CREATE INDEX stock_move_by_party ON stock_move (lot_id, party_id) WHERE party_id IS NOT NULL;
CREATE INDEX stock_move_of_party ON stock_move (party_id, at DESC) WHERE party_id IS NOT NULL;
CREATE INDEX stock_move_of_product ON stock_move (product_id, at DESC);
CREATE INDEX stock_move_by_cause ON stock_move (cause_id) WHERE cause_id IS NOT NULL;
CREATE INDEX stock_move_by_serial ON stock_move USING gin (serials);
CREATE TRIGGER stock_move_is_append_only BEFORE UPDATE OR DELETE ON stock_move
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stock_move_is_not_truncated BEFORE TRUNCATE ON stock_move
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One device with a serial number: it is at exactly one place.
CREATE TABLE unit (
  id uuid PRIMARY KEY,
  lot_id uuid NOT NULL REFERENCES lot,
  product_id uuid NOT NULL REFERENCES product,
  serial text NOT NULL,
  place text NOT NULL CHECK (place IN ('waiting', 'qualified', 'shipping', 'unqualified', 'return', 'supplier', 'customer', 'counted', 'destroyed')),
  warehouse_id uuid REFERENCES warehouse,
  party_id uuid REFERENCES party,
  UNIQUE (product_id, serial),
  CHECK ((warehouse_id IS NOT NULL) = (place IN ('waiting', 'qualified', 'shipping', 'unqualified', 'return'))),
  CHECK (place <> 'customer' OR party_id IS NOT NULL)
);
CREATE INDEX unit_by_lot ON unit (lot_id, place);
CREATE INDEX unit_by_serial ON unit (serial text_pattern_ops);
CREATE INDEX unit_by_party ON unit (party_id) WHERE party_id IS NOT NULL;

-- Stock-in note (入库单): the acceptance inspector signs first, then the keeper who books the goods.
CREATE TABLE stock_in (
  id uuid PRIMARY KEY,
  lot_id uuid NOT NULL REFERENCES lot,
  warehouse_id uuid NOT NULL REFERENCES warehouse,
  number text NOT NULL UNIQUE,
  quantity integer NOT NULL CHECK (quantity > 0),
  serials text[] NOT NULL,
  supplier_id uuid REFERENCES party,
  supplier_name text,
  document text,
  received_on date,
  verdict text NOT NULL,
  accepted_at timestamptz NOT NULL,
  accepted_by uuid NOT NULL,
  accepted_by_name text NOT NULL,
  location text,
  booked_at timestamptz,
  booked_by uuid,
  booked_by_name text
);
CREATE INDEX stock_in_by_lot ON stock_in (lot_id, accepted_at);
CREATE INDEX stock_in_waiting ON stock_in (lot_id) WHERE booked_at IS NULL;

-- Stocktake: what the ledger said, what was counted, and why they differ.
CREATE TABLE stock_count (
  id uuid PRIMARY KEY,
  lot_id uuid NOT NULL REFERENCES lot,
  warehouse_id uuid NOT NULL REFERENCES warehouse,
  zone text NOT NULL,
  counted_on date NOT NULL,
  booked integer NOT NULL CHECK (booked >= 0),
  counted integer NOT NULL CHECK (counted >= 0),
  reason text,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL
);
CREATE INDEX stock_count_by_lot ON stock_count (lot_id, at DESC);

-- Lots are traced over ten million deliveries: each of these is read without visiting the table's rows of other buyers.
CREATE INDEX delivery_of_lot ON delivery (lot_id, party_id) INCLUDE (quantity, delivered_on);
CREATE INDEX delivery_of_party ON delivery (party_id, lot_id) INCLUDE (quantity, delivered_on);
CREATE INDEX delivery_by_note ON delivery (number text_pattern_ops);
DROP INDEX delivery_by_lot;
