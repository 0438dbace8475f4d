-- Notices to those who have the goods, and what they answered. Names are kept as they were when the list was frozen.

CREATE TABLE notice (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN (
    'draft', 'approved', 'running', 'closed', 'cancelled', 'drill', 'drill-running', 'drill-finished'
  )),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('suspend', 'recall', 'resume', 'advisory', 'refusal')),
  drill boolean NOT NULL,
  title text NOT NULL,
  recall_class integer CHECK (recall_class BETWEEN 1 AND 3),
  initiator text NOT NULL CHECK (initiator IN ('own', 'holder', 'authority')),
  standing text NOT NULL CHECK (standing IN ('distributor', 'holder')),
  reason text NOT NULL,
  instructions text NOT NULL,
  measures text[] NOT NULL,
  plan_reference text,
  cause_number text,
  decided_at timestamptz,
  prepared_by_name text,
  distribution integer NOT NULL,
  approved_at timestamptz,
  sent_at timestamptz,
  sent_by_name text,
  link_until timestamptz,
  all_told_at timestamptz,
  completed_at timestamptz,
  closed_at timestamptz,
  closed_by_name text,
  closing_note text,
  end_reason text,
  product_names text NOT NULL,
  lot_nos text NOT NULL,
  recipients integer NOT NULL,
  told integer NOT NULL,
  answered integer NOT NULL,
  shipped integer NOT NULL,
  located integer NOT NULL,
  recovered integer NOT NULL,
  outstanding integer NOT NULL,
  reminders integer NOT NULL,
  escalated_to text NOT NULL CHECK (escalated_to IN ('none', 'sales-head', 'quality-head')),
  remainder_signed_at timestamptz,
  remainder_signed_by_name text,
  evaluation text,
  plan_scope text,
  plan_publication text,
  plan_effect text,
  plan_afterwards text,
  plan_place text,
  plan_done_on date,
  drill_traced_at timestamptz,
  drill_finished_at timestamptz,
  drill_located_percent integer CHECK (drill_located_percent BETWEEN 0 AND 100),
  drill_contact_percent integer CHECK (drill_contact_percent BETWEEN 0 AND 100),
  drill_note text,
  -- A drill never speaks to anybody outside.
  CHECK (NOT drill OR sent_at IS NULL),
  CHECK (kind = 'recall' OR recall_class IS NULL),
  search_text text NOT NULL
);
CREATE INDEX notice_by_time ON notice (created_at DESC, id DESC);
CREATE INDEX notice_by_state ON notice (state, created_at DESC, id DESC);
CREATE INDEX notice_by_kind ON notice (kind, created_at DESC, id DESC);
CREATE INDEX notice_found ON notice USING gin (bigrams(search_text));

CREATE TABLE notice_lot (
  id uuid PRIMARY KEY,
  notice_id uuid NOT NULL REFERENCES notice,
  lot_id uuid NOT NULL REFERENCES lot,
  product_id uuid NOT NULL REFERENCES product,
  product_name text NOT NULL,
  model text NOT NULL,
  spec text NOT NULL,
  registration_no text NOT NULL,
  manufacturer_name text NOT NULL,
  udi_di text,
  lot_no text NOT NULL,
  produced_on date,
  expires_on date,
  unit text NOT NULL,
  is_serial_tracked boolean NOT NULL,
  serials text[] NOT NULL,
  UNIQUE (notice_id, lot_id)
);
CREATE INDEX notice_lot_by_lot ON notice_lot (lot_id);
CREATE INDEX notice_lot_by_product ON notice_lot (product_id);
CREATE INDEX notice_lot_by_serial ON notice_lot USING gin (serials);

CREATE TABLE notice_recipient (
  id uuid PRIMARY KEY,
  notice_id uuid NOT NULL REFERENCES notice,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  party_id uuid REFERENCES party,
  name text NOT NULL,
  city text,
  contact_name text,
  phone text,
  email text,
  state text NOT NULL CHECK (state IN ('to-tell', 'told', 'acknowledged', 'stated', 'settled', 'removed')),
  origin text NOT NULL CHECK (origin IN ('trace', 'late', 'added')),
  origin_reason text,
  removed_reason text,
  message_state text NOT NULL CHECK (message_state IN ('none', 'waiting', 'sent', 'failed', 'handed-over')),
  message_fault text,
  told_at timestamptz,
  told_how text,
  acknowledged_at timestamptz,
  acknowledged_by text,
  stated_at timestamptz,
  reminders integer NOT NULL,
  reminded_at timestamptz,
  calls integer NOT NULL,
  called_at timestamptz,
  call_outcome text CHECK (call_outcome IN ('reached', 'not-reached', 'wrong-number')),
  call_said text,
  escalated_to text NOT NULL CHECK (escalated_to IN ('none', 'sales-head', 'quality-head')),
  excused_reason text,
  -- Nobody is added by hand or left out without a reason.
  CHECK (origin <> 'added' OR origin_reason IS NOT NULL),
  CHECK (state <> 'removed' OR removed_reason IS NOT NULL)
);
CREATE INDEX notice_recipient_of ON notice_recipient (notice_id, name, id);
CREATE INDEX notice_recipient_by_party ON notice_recipient (party_id) WHERE party_id IS NOT NULL;

CREATE TABLE notice_line (
  id uuid PRIMARY KEY,
  notice_id uuid NOT NULL REFERENCES notice,
  recipient_id uuid NOT NULL REFERENCES notice_recipient,
  party_id uuid REFERENCES party,
  lot_id uuid NOT NULL REFERENCES lot,
  delivered integer NOT NULL CHECK (delivered >= 0),
  returned_before integer NOT NULL CHECK (returned_before >= 0),
  expected integer NOT NULL CHECK (expected = delivered - returned_before),
  last_delivered_on date,
  serials text[] NOT NULL,
  on_hand integer NOT NULL CHECK (on_hand >= 0),
  used integer NOT NULL CHECK (used >= 0),
  sold_on integer NOT NULL CHECK (sold_on >= 0),
  coming_back integer NOT NULL CHECK (coming_back >= 0),
  destroyed integer NOT NULL CHECK (destroyed >= 0),
  not_found integer NOT NULL CHECK (not_found >= 0),
  received_back integer NOT NULL CHECK (received_back >= 0),
  difference_reason text,
  -- Serial numbers of units that were announced as coming back.
  announced text[] NOT NULL,
  stated_at timestamptz,
  signed_remainder integer NOT NULL CHECK (signed_remainder >= 0),
  remainder_reason text,
  CHECK (signed_remainder = 0 OR remainder_reason IS NOT NULL),
  UNIQUE (recipient_id, lot_id)
);
CREATE INDEX notice_line_of ON notice_line (notice_id, recipient_id);
CREATE INDEX notice_line_by_lot ON notice_line (lot_id, party_id);
CREATE INDEX notice_line_by_party ON notice_line (party_id) WHERE party_id IS NOT NULL;
CREATE INDEX notice_line_by_serial ON notice_line USING gin (serials);

CREATE TABLE notice_statement (
  id uuid PRIMARY KEY,
  notice_id uuid NOT NULL REFERENCES notice,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  recipient_id uuid NOT NULL REFERENCES notice_recipient,
  lot_id uuid NOT NULL REFERENCES lot,
  way text NOT NULL CHECK (way IN ('link', 'telephone', 'paper', 'visit')),
  said_by text,
  on_hand integer NOT NULL,
  used integer NOT NULL,
  sold_on integer NOT NULL,
  coming_back integer NOT NULL,
  destroyed integer NOT NULL,
  not_found integer NOT NULL,
  difference_reason text
);
CREATE INDEX notice_statement_of ON notice_statement (notice_id, at);

CREATE TABLE notice_onward (
  id uuid PRIMARY KEY,
  notice_id uuid NOT NULL REFERENCES notice,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  recipient_id uuid NOT NULL REFERENCES notice_recipient,
  lot_id uuid REFERENCES lot,
  name text NOT NULL,
  phone text,
  quantity integer CHECK (quantity >= 0)
);
CREATE INDEX notice_onward_of ON notice_onward (notice_id, at);

CREATE TABLE notice_contact (
  id uuid PRIMARY KEY,
  notice_id uuid NOT NULL REFERENCES notice,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  recipient_id uuid NOT NULL REFERENCES notice_recipient,
  kind text NOT NULL CHECK (kind IN ('call', 'reminder', 'escalation')),
  contacted_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('reached', 'not-reached', 'wrong-number')),
  spoken_to text,
  said text
);
CREATE INDEX notice_contact_of ON notice_contact (notice_id, contacted_at);

CREATE TABLE notice_report (
  id uuid PRIMARY KEY,
  notice_id uuid NOT NULL REFERENCES notice,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('first', 'plan', 'plan-change', 'progress', 'summary', 'holder')),
  receiver text NOT NULL,
  reported_at timestamptz NOT NULL,
  way text CHECK (way IN ('system', 'telephone', 'fax', 'e-mail', 'letter')),
  receipt_number text,
  not_needed_reason text,
  note text,
  CHECK ((way IS NULL) = (not_needed_reason IS NOT NULL))
);
CREATE INDEX notice_report_of ON notice_report (notice_id, reported_at);
