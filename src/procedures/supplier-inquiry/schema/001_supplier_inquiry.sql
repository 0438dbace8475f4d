-- What a supplier was asked about the quality of its goods, what it answered, and what that means for its record.

CREATE TABLE supplier_inquiry (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('sent', 'answered', 'evaluated', 'closed', 'voided')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  title text NOT NULL,
  party_id uuid NOT NULL REFERENCES party,
  party_name text NOT NULL,
  contact_person text,
  email text,
  product_id uuid NOT NULL REFERENCES product,
  product_name text NOT NULL,
  model text,
  registration_no text,
  lot_id uuid REFERENCES lot,
  lot_no text,
  cause_id uuid,
  cause_number text,
  question text NOT NULL,
  due_on date NOT NULL,
  sent_at timestamptz NOT NULL,
  sent_by_name text NOT NULL,
  letter_state text NOT NULL CHECK (letter_state IN ('waiting', 'sent', 'failed', 'handed-over')),
  letter_at timestamptz,
  link_until timestamptz NOT NULL,
  reminders integer NOT NULL CHECK (reminders >= 0),
  reminded_at timestamptz,
  round integer NOT NULL CHECK (round > 0),
  answered_at timestamptz,
  answered_by text,
  answer_way text,
  answer text,
  cause text,
  measures text,
  verdict text CHECK (verdict IN ('satisfactory', 'insufficient', 'no-answer')),
  liability text,
  effect text CHECK (effect IN ('none', 'warned', 'probation', 'suspension-proposed')),
  evaluation text,
  evaluated_at timestamptz,
  evaluated_by_name text,
  closed_at timestamptz,
  closed_by_name text,
  closing_note text,
  end_reason text,
  -- Nothing ends without a judgement.
  CHECK (state NOT IN ('evaluated', 'closed') OR (verdict IS NOT NULL AND effect IS NOT NULL)),
  search_text text NOT NULL
);
CREATE INDEX supplier_inquiry_by_time ON supplier_inquiry (sent_at DESC, id DESC);
CREATE INDEX supplier_inquiry_by_state ON supplier_inquiry (state, sent_at DESC, id DESC);
CREATE INDEX supplier_inquiry_by_party ON supplier_inquiry (party_id, sent_at DESC);
CREATE INDEX supplier_inquiry_by_product ON supplier_inquiry (product_id, sent_at DESC);
CREATE INDEX supplier_inquiry_by_lot ON supplier_inquiry (lot_id) WHERE lot_id IS NOT NULL;
CREATE INDEX supplier_inquiry_by_cause ON supplier_inquiry (cause_id) WHERE cause_id IS NOT NULL;
CREATE INDEX supplier_inquiry_found ON supplier_inquiry USING gin (bigrams(search_text));

CREATE TABLE supplier_inquiry_answer (
  id uuid PRIMARY KEY,
  supplier_inquiry_id uuid NOT NULL REFERENCES supplier_inquiry,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  round integer NOT NULL CHECK (round > 0),
  question text NOT NULL,
  answered_at timestamptz NOT NULL,
  answered_by text NOT NULL,
  way text NOT NULL,
  answer text NOT NULL,
  cause text,
  measures text,
  verdict text,
  evaluation text
);
CREATE INDEX supplier_inquiry_answer_of ON supplier_inquiry_answer (supplier_inquiry_id, at);
