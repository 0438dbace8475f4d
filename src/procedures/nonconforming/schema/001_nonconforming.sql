-- Goods found to be nonconforming, what becomes of each part of them, and what is done so that it does not happen again.

CREATE TABLE nonconforming (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN (
    'reported', 'cleared', 'confirmed', 'to-move', 'isolated', 'disposing', 'awaiting-destruction', 'destroyed',
    'filed', 'released', 'voided'
  )),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  source text NOT NULL,
  found_at timestamptz NOT NULL,
  found_by_name text NOT NULL,
  category text NOT NULL,
  finding text NOT NULL,
  document text,
  lot_id uuid NOT NULL REFERENCES lot,
  product_id uuid NOT NULL REFERENCES product,
  product_name text NOT NULL,
  lot_no text NOT NULL,
  expires_on date,
  unit text NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  serials text[] NOT NULL,
  zone text,
  found_zone text,
  quantity_here integer NOT NULL CHECK (quantity_here BETWEEN 0 AND quantity),
  -- No foreign key: each of the procedures stands without the other's tables.
  warehouse_id uuid,
  at_customer boolean NOT NULL,
  party_id uuid REFERENCES party,
  party_name text,
  supplier_id uuid REFERENCES party,
  supplier_name text,
  cause_procedure text,
  cause_id uuid,
  cause_number text,
  marked_at timestamptz,
  marked_by_name text,
  mark_count integer,
  recheck_result text CHECK (recheck_result IN ('conforming', 'nonconforming')),
  recheck_method text,
  recheck_note text,
  rechecked_at timestamptz,
  rechecked_by_name text,
  target text CHECK (target IN ('return', 'unqualified')),
  release_note text,
  released_at timestamptz,
  released_by_name text,
  slip_no text,
  slip_note text,
  slip_at timestamptz,
  slip_by_name text,
  isolated_at timestamptz,
  isolated_by_name text,
  place text,
  liable text,
  basis text,
  liable_until date,
  opinion text,
  opinion_at timestamptz,
  opinion_by_name text,
  special boolean NOT NULL,
  special_reason text,
  supplier_quantity integer NOT NULL,
  write_off_quantity integer NOT NULL,
  -- What the latest write-off form asks for; the value is in fen.
  write_off_asked integer,
  write_off_value bigint,
  write_off_reason text,
  write_off_approved_at timestamptz,
  destruction_number text,
  destroyed_at timestamptz,
  filed_at timestamptz,
  end_reason text,
  CHECK (supplier_quantity >= 0 AND write_off_quantity >= 0 AND supplier_quantity + write_off_quantity <= quantity),
  CHECK (at_customer = false OR party_id IS NOT NULL),
  search_text text NOT NULL
);
CREATE INDEX nonconforming_by_time ON nonconforming (found_at DESC, id DESC);
CREATE INDEX nonconforming_by_state ON nonconforming (state, found_at DESC, id DESC);
CREATE INDEX nonconforming_here ON nonconforming (lot_id, zone) INCLUDE (quantity_here) WHERE quantity_here > 0;
CREATE INDEX nonconforming_by_lot ON nonconforming (lot_id, found_at DESC);
CREATE INDEX nonconforming_by_product ON nonconforming (product_id, found_at DESC);
CREATE INDEX nonconforming_by_party ON nonconforming (party_id) WHERE party_id IS NOT NULL;
CREATE INDEX nonconforming_by_supplier ON nonconforming (supplier_id) WHERE supplier_id IS NOT NULL;
CREATE INDEX nonconforming_by_cause ON nonconforming (cause_id) WHERE cause_id IS NOT NULL;
CREATE INDEX nonconforming_by_serial ON nonconforming USING gin (serials);
CREATE INDEX nonconforming_found ON nonconforming USING gin (bigrams(search_text));

CREATE TABLE nonconforming_disposition (
  id uuid PRIMARY KEY,
  nonconforming_id uuid NOT NULL REFERENCES nonconforming,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('supplier', 'write-off')),
  state text NOT NULL CHECK (state IN (
    'decided', 'notified', 'left', 'received', 'requested', 'approved', 'listed', 'destroyed', 'filed', 'replaced'
  )),
  quantity integer NOT NULL CHECK (quantity > 0),
  serials text[] NOT NULL,
  party_id uuid REFERENCES party,
  party_name text,
  notice_no text,
  notice_reason text,
  notice_at timestamptz,
  notice_by_name text,
  left_at timestamptz,
  driver_name text,
  transport text,
  received_on date,
  received_by text,
  receipt_no text,
  settlement text,
  unit_value bigint,
  value bigint,
  reason text,
  requested_at timestamptz,
  requested_by_name text,
  approved_at timestamptz,
  declined_note text,
  destruction_id uuid,
  destruction_number text,
  destroyed_at timestamptz
);
CREATE INDEX nonconforming_disposition_of ON nonconforming_disposition (nonconforming_id, at);
CREATE INDEX nonconforming_disposition_to_list ON nonconforming_disposition (state) WHERE state IN ('approved', 'listed');
CREATE INDEX nonconforming_disposition_by_party ON nonconforming_disposition (party_id) WHERE party_id IS NOT NULL;

CREATE TABLE nonconforming_measure (
  id uuid PRIMARY KEY,
  nonconforming_id uuid NOT NULL REFERENCES nonconforming,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  department text NOT NULL,
  measure text NOT NULL,
  responsible_name text NOT NULL,
  due_on date NOT NULL,
  done_on date,
  result text,
  done_by_name text
);
CREATE INDEX nonconforming_measure_of ON nonconforming_measure (nonconforming_id, at);
