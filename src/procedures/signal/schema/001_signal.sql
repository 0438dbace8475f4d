-- Signals: a product's or a supplier's complaint rate broke a rule of its control chart.

CREATE TABLE signal (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('open', 'proposed', 'watching', 'investigating', 'closed')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  title text NOT NULL,
  subject text NOT NULL CHECK (subject IN ('product', 'supplier')),
  product_id uuid REFERENCES product,
  supplier_id uuid REFERENCES party,
  subject_name text NOT NULL,
  month date NOT NULL,
  rule text NOT NULL CHECK (rule IN ('beyond-limit', 'run-of-eight', 'two-of-three')),
  side text NOT NULL CHECK (side IN ('above', 'below')),
  points jsonb NOT NULL,
  chart jsonb NOT NULL,
  count integer NOT NULL,
  units integer NOT NULL,
  rate double precision NOT NULL,
  upper double precision NOT NULL,
  decision text CHECK (decision IN ('no-action', 'watch', 'investigate')),
  decision_reason text,
  until date,
  responsible_name text,
  complaint_id uuid,
  complaint_number text,
  proposed_at timestamptz,
  proposed_by_id uuid,
  proposed_by_name text,
  returned_note text,
  approved_at timestamptz,
  approved_by_name text,
  conclusion text,
  closed_at timestamptz,
  closed_by_name text,
  CHECK ((subject = 'product') = (product_id IS NOT NULL)),
  CHECK ((subject = 'supplier') = (supplier_id IS NOT NULL)),
  search_text text NOT NULL
);
CREATE INDEX signal_by_age ON signal (created_at DESC, id DESC);
CREATE INDEX signal_by_state ON signal (state, created_at DESC, id DESC);
-- One month of one subject breaks one rule once.
CREATE UNIQUE INDEX signal_of_product ON signal (product_id, month, rule) WHERE product_id IS NOT NULL;
CREATE UNIQUE INDEX signal_of_supplier ON signal (supplier_id, month, rule) WHERE supplier_id IS NOT NULL;
CREATE INDEX signal_found ON signal USING gin (bigrams(search_text));
