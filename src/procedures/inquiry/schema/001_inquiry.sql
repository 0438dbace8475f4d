-- Requests of customers and what belongs to each of them. Names of customer and product are kept as they were said, beside their ids.

CREATE TABLE inquiry (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN (
    'registered', 'forwarded', 'handled', 'answered', 'closed', 'became-complaint', 'voided'
  )),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL REFERENCES site,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  channel text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('enquiry', 'training', 'implementation', 'service', 'query', 'situation-report')),
  party_id uuid REFERENCES party,
  party_name text NOT NULL,
  contact_person text,
  phone text,
  fax text,
  email text,
  product_id uuid REFERENCES product,
  product_name text,
  lot_no text,
  title text NOT NULL,
  description text NOT NULL,
  request text,
  expectation text,
  urgency text NOT NULL CHECK (urgency IN ('general', 'urgent')),
  received_by_name text,
  -- The complaint that was judged to be none. No foreign key: each of the two procedures stands without the other's tables.
  origin_complaint_id uuid,
  origin_number text,
  origin_reason text,
  assigned_department text,
  handler_id uuid,
  handler_name text,
  forwarded_at timestamptz,
  forwarded_by_name text,
  understood_at timestamptz,
  expected_at timestamptz,
  planned_measures text,
  plan_count integer NOT NULL,
  first_contact_at timestamptz,
  last_contact_at timestamptz,
  handled_at timestamptz,
  handled_by_name text,
  measures text,
  result text,
  supervised_at timestamptz,
  supervised_by_name text,
  supervision_note text,
  told_at timestamptz,
  told_by_name text,
  told_to text,
  told_how text,
  answer text,
  satisfaction text,
  satisfaction_note text,
  closed_at timestamptz,
  closed_by_name text,
  no_satisfaction_reason text,
  end_reason text,
  -- Nothing that comes from a complaint loses its number.
  CHECK ((origin_complaint_id IS NULL) = (origin_number IS NULL)),
  search_text text NOT NULL
);
CREATE INDEX inquiry_by_receipt ON inquiry (received_at DESC, id DESC);
CREATE INDEX inquiry_by_state ON inquiry (state, received_at DESC, id DESC);
CREATE INDEX inquiry_by_party ON inquiry (party_id, received_at DESC) WHERE party_id IS NOT NULL;
CREATE INDEX inquiry_by_product ON inquiry (product_id, received_at DESC) WHERE product_id IS NOT NULL;
CREATE INDEX inquiry_found ON inquiry USING gin (bigrams(search_text));

CREATE TABLE inquiry_contact (
  id uuid PRIMARY KEY,
  inquiry_id uuid NOT NULL REFERENCES inquiry,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  contacted_at timestamptz NOT NULL,
  way text NOT NULL,
  with_whom text,
  reached boolean NOT NULL,
  content text NOT NULL
);
CREATE INDEX inquiry_contact_of ON inquiry_contact (inquiry_id, contacted_at);

CREATE TABLE inquiry_assignment (
  id uuid PRIMARY KEY,
  inquiry_id uuid NOT NULL REFERENCES inquiry,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('forwarded', 'planned', 'handled')),
  department text,
  handler_id uuid,
  handler_name text,
  to_whom text,
  expected_at timestamptz,
  handled_at timestamptz,
  measures text,
  result text,
  reason text
);
CREATE INDEX inquiry_assignment_of ON inquiry_assignment (inquiry_id, at);

CREATE TABLE inquiry_supervision (
  id uuid PRIMARY KEY,
  inquiry_id uuid NOT NULL REFERENCES inquiry,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  as_planned boolean NOT NULL,
  note text NOT NULL,
  sent_back boolean NOT NULL
);
CREATE INDEX inquiry_supervision_of ON inquiry_supervision (inquiry_id, at);
