-- Written by scripts/schema.ts from the schema files; not for editing.

-- Functions

CREATE OR REPLACE FUNCTION public.bigrams(folded text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT COST 500
RETURN (SELECT COALESCE(array_agg(DISTINCT substr(bigrams.folded, i.i, 2)), '{}'::text[]) AS "coalesce" FROM generate_series(1, (length(bigrams.folded) - 1)) i(i))
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $function$
;

-- Tables

CREATE TABLE api_key (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  name text NOT NULL,
  hint text NOT NULL,
  token_hash text NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  last_used_on date,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  CONSTRAINT api_key_pkey PRIMARY KEY (id),
  CONSTRAINT api_key_token_hash_key UNIQUE (token_hash),
  CONSTRAINT api_key_scopes_check CHECK ((cardinality(scopes) > 0))
);
CREATE INDEX api_key_by_person ON api_key USING btree (person_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON api_key TO bihuan_app;

CREATE TABLE attachment (
  id uuid NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamp with time zone NOT NULL,
  procedure text,
  record_id uuid,
  purpose text,
  attached_at timestamp with time zone,
  CONSTRAINT attachment_pkey PRIMARY KEY (id),
  CONSTRAINT attachment_size_check CHECK ((size >= 0))
);
CREATE INDEX attachment_by_record ON attachment USING btree (record_id);
CREATE INDEX attachment_loose ON attachment USING btree (uploaded_at) WHERE (record_id IS NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON attachment TO bihuan_app;

CREATE TABLE auth_account (
  id uuid NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id uuid NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT auth_account_pkey PRIMARY KEY (id),
  CONSTRAINT auth_account_provider_id_account_id_key UNIQUE (provider_id, account_id),
  CONSTRAINT auth_account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_account_by_user ON auth_account USING btree (user_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON auth_account TO bihuan_app;

CREATE TABLE auth_failure (
  subject text NOT NULL,
  failures integer NOT NULL,
  since timestamp with time zone NOT NULL,
  locked_until timestamp with time zone,
  CONSTRAINT auth_failure_pkey PRIMARY KEY (subject),
  CONSTRAINT auth_failure_failures_check CHECK ((failures > 0))
);
CREATE INDEX auth_failure_by_age ON auth_failure USING btree (since);
GRANT DELETE, INSERT, SELECT, UPDATE ON auth_failure TO bihuan_app;

CREATE TABLE auth_session (
  id uuid NOT NULL,
  token text NOT NULL,
  user_id uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT auth_session_pkey PRIMARY KEY (id),
  CONSTRAINT auth_session_token_key UNIQUE (token),
  CONSTRAINT auth_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_session_by_expiry ON auth_session USING btree (expires_at);
CREATE INDEX auth_session_by_user ON auth_session USING btree (user_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON auth_session TO bihuan_app;

CREATE TABLE auth_two_factor (
  id uuid NOT NULL,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  user_id uuid NOT NULL,
  verified boolean NOT NULL DEFAULT true,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamp with time zone,
  signed_step bigint NOT NULL DEFAULT 0,
  CONSTRAINT auth_two_factor_pkey PRIMARY KEY (id),
  CONSTRAINT auth_two_factor_user_id_key UNIQUE (user_id),
  CONSTRAINT auth_two_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE
);
GRANT DELETE, INSERT, SELECT, UPDATE ON auth_two_factor TO bihuan_app;

CREATE TABLE auth_user (
  id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  username text NOT NULL,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  two_factor_enabled boolean NOT NULL DEFAULT false,
  password_given boolean NOT NULL DEFAULT false,
  CONSTRAINT auth_user_pkey PRIMARY KEY (id),
  CONSTRAINT auth_user_email_key UNIQUE (email),
  CONSTRAINT auth_user_username_key UNIQUE (username)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON auth_user TO bihuan_app;

CREATE TABLE auth_verification (
  id uuid NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT auth_verification_pkey PRIMARY KEY (id)
);
CREATE INDEX auth_verification_by_identifier ON auth_verification USING btree (identifier);
GRANT DELETE, INSERT, SELECT, UPDATE ON auth_verification TO bihuan_app;

CREATE TABLE calendar_entry (
  id uuid NOT NULL,
  year_id uuid NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  title jsonb NOT NULL,
  source text NOT NULL,
  CONSTRAINT calendar_entry_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_entry_day_key UNIQUE (day),
  CONSTRAINT calendar_entry_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'workday'::text])))
);
GRANT DELETE, INSERT, SELECT, UPDATE ON calendar_entry TO bihuan_app;

CREATE TABLE calendar_publication (
  id uuid NOT NULL,
  year_id uuid NOT NULL,
  year integer NOT NULL,
  CONSTRAINT calendar_publication_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_publication_year_key UNIQUE (year)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON calendar_publication TO bihuan_app;

CREATE TABLE calendar_year (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  days jsonb NOT NULL,
  source text,
  source_day date,
  published_at timestamp with time zone,
  published_by_name text,
  CONSTRAINT calendar_year_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_year_number_key UNIQUE (number),
  CONSTRAINT calendar_year_year_key UNIQUE (year),
  CONSTRAINT calendar_year_state_check CHECK ((state = ANY (ARRAY['open'::text, 'published'::text]))),
  CONSTRAINT calendar_year_version_check CHECK ((version > 0)),
  CONSTRAINT calendar_year_year_check CHECK (((year >= 2019) AND (year <= 9998)))
);
CREATE INDEX calendar_year_by_age ON calendar_year USING btree (created_at DESC, id DESC);
GRANT DELETE, INSERT, SELECT, UPDATE ON calendar_year TO bihuan_app;

CREATE TABLE company (
  one boolean NOT NULL DEFAULT true,
  name jsonb NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  set_up_at timestamp with time zone NOT NULL,
  CONSTRAINT company_pkey PRIMARY KEY (one),
  CONSTRAINT company_one_check CHECK (one)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON company TO bihuan_app;

CREATE TABLE complaint (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL,
  late_reason text,
  occurred_at timestamp with time zone,
  channel text NOT NULL,
  kind text NOT NULL,
  party_id uuid,
  party_name text NOT NULL,
  party_kind text,
  locality text NOT NULL,
  province text,
  city text,
  address text,
  customer_department text,
  contact_person text,
  phone text,
  fax text,
  email text,
  product_id uuid,
  product_name text,
  model text,
  spec text,
  registration_no text,
  device_class text,
  unit text,
  manufacturer_id uuid,
  manufacturer_name text,
  is_implant boolean,
  lot_id uuid,
  lot_no text,
  serial text,
  udi text,
  udi_di text,
  produced_on date,
  expires_on date,
  purchased_on date,
  delivery_note text,
  quantity_affected integer,
  still_in_use text NOT NULL,
  title text NOT NULL,
  description text NOT NULL,
  request text,
  expectation text,
  urgency text NOT NULL,
  harm_happened text NOT NULL,
  could_harm text NOT NULL,
  treatment_affected text NOT NULL,
  function_lost text NOT NULL,
  severity text,
  severity_provisional boolean NOT NULL,
  legal_complaint boolean,
  legal_defects text[] NOT NULL,
  owner_role text NOT NULL,
  investigated boolean NOT NULL,
  received_by_name text,
  accepted_at timestamp with time zone,
  accepted_by_name text,
  apologised_at timestamp with time zone,
  apologised_by_name text,
  apology_note text,
  assigned_department text,
  handler_id uuid,
  handler_name text,
  expected_at timestamp with time zone,
  measures text,
  plan_count integer NOT NULL,
  first_contact_at timestamp with time zone,
  last_contact_at timestamp with time zone,
  daily_contact_day date,
  dispatched_at timestamp with time zone,
  inspector_id uuid,
  inspector_name text,
  visited_at timestamp with time zone,
  verified_at timestamp with time zone,
  verified_by_name text,
  finding text,
  finding_note text,
  cause_category text,
  cause text,
  sample_result text,
  sample_note text,
  sample_tested_at timestamp with time zone,
  sample_tested_by_name text,
  proposed_responsibility text,
  proposed_by uuid,
  proposed_by_name text,
  proposed_reason text,
  decided_responsibility text,
  decided_by_name text,
  decided_reason text,
  ground_sufficient boolean,
  demand_reasonable boolean,
  established boolean,
  our_quality boolean,
  judgement_reason text,
  judged_at timestamp with time zone,
  judged_by_name text,
  remedy text,
  remedy_note text,
  ae_state text NOT NULL,
  ae_class text,
  ae_cluster boolean,
  ae_answers jsonb,
  ae_known_at timestamp with time zone,
  ae_screened_at timestamp with time zone,
  ae_screened_by_name text,
  ae_rationale text,
  ae_decider_id uuid,
  ae_decider_name text,
  ae_decided_at timestamp with time zone,
  ae_decided_by_name text,
  ae_reported_at timestamp with time zone,
  ae_report_number text,
  ae_cluster_reported_at timestamp with time zone,
  patient_note text,
  holder_told_at timestamp with time zone,
  supplier_told_at timestamp with time zone,
  opinion text,
  opinion_stage text,
  opinion_state text,
  opinion_at timestamp with time zone,
  opinion_by_name text,
  countersigned_at timestamp with time zone,
  countersigned_by_name text,
  solved_at timestamp with time zone,
  solved_by_name text,
  solution text,
  replied_at timestamp with time zone,
  replied_by_name text,
  reply_to text,
  reply text,
  satisfaction text,
  satisfaction_note text,
  satisfaction_at timestamp with time zone,
  satisfaction_by_name text,
  closed_at timestamp with time zone,
  closed_by_name text,
  closing_note text,
  reopened_at timestamp with time zone,
  reopen_count integer NOT NULL,
  reopen_reason text,
  merged_into uuid,
  merged_into_number text,
  end_reason text,
  search_text text NOT NULL DEFAULT ''::text,
  CONSTRAINT complaint_pkey PRIMARY KEY (id),
  CONSTRAINT complaint_number_key UNIQUE (number),
  CONSTRAINT complaint_ae_state_check CHECK ((ae_state = ANY (ARRAY['unscreened'::text, 'undecided'::text, 'not-reportable'::text, 'reportable'::text, 'reported'::text]))),
  CONSTRAINT complaint_check CHECK ((received_at <= created_at)),
  CONSTRAINT complaint_locality_check CHECK ((locality = ANY (ARRAY['local'::text, 'out-of-town'::text]))),
  CONSTRAINT complaint_severity_check CHECK ((severity = ANY (ARRAY['S1'::text, 'S2'::text, 'S3'::text, 'S4'::text]))),
  CONSTRAINT complaint_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'accepted'::text, 'verified'::text, 'decided'::text, 'answered'::text, 'closed'::text, 'not-complaint'::text, 'merged'::text, 'voided'::text]))),
  CONSTRAINT complaint_urgency_check CHECK ((urgency = ANY (ARRAY['general'::text, 'urgent'::text]))),
  CONSTRAINT complaint_version_check CHECK ((version > 0)),
  CONSTRAINT complaint_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT complaint_manufacturer_id_fkey FOREIGN KEY (manufacturer_id) REFERENCES party(id),
  CONSTRAINT complaint_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES complaint(id),
  CONSTRAINT complaint_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT complaint_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT complaint_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX complaint_by_customer_name ON complaint USING btree (party_name, received_at DESC);
CREATE INDEX complaint_by_lot ON complaint USING btree (lot_no, received_at DESC) WHERE (lot_no IS NOT NULL);
CREATE INDEX complaint_by_party ON complaint USING btree (party_id, product_id, received_at DESC) WHERE (party_id IS NOT NULL);
CREATE INDEX complaint_by_product ON complaint USING btree (product_id, received_at DESC) WHERE (product_id IS NOT NULL);
CREATE INDEX complaint_by_receipt ON complaint USING btree (received_at DESC, id DESC);
CREATE INDEX complaint_by_state ON complaint USING btree (state, received_at DESC, id DESC);
CREATE INDEX complaint_found ON complaint USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON complaint TO bihuan_app;

CREATE TABLE complaint_action (
  id uuid NOT NULL,
  complaint_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  kind text NOT NULL,
  department text NOT NULL,
  what text NOT NULL,
  due_on date NOT NULL,
  owner_id uuid,
  owner_name text,
  done_at timestamp with time zone,
  done_by_name text,
  result text,
  CONSTRAINT complaint_action_pkey PRIMARY KEY (id),
  CONSTRAINT complaint_action_kind_check CHECK ((kind = ANY (ARRAY['corrective'::text, 'preventive'::text]))),
  CONSTRAINT complaint_action_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
);
CREATE INDEX complaint_action_of ON complaint_action USING btree (complaint_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON complaint_action TO bihuan_app;

CREATE TABLE complaint_assignment (
  id uuid NOT NULL,
  complaint_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  kind text NOT NULL,
  department text,
  handler_id uuid,
  handler_name text,
  expected_at timestamp with time zone,
  measures text,
  reason text,
  CONSTRAINT complaint_assignment_pkey PRIMARY KEY (id),
  CONSTRAINT complaint_assignment_kind_check CHECK ((kind = ANY (ARRAY['assigned'::text, 'planned'::text, 'handed-over'::text]))),
  CONSTRAINT complaint_assignment_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
);
CREATE INDEX complaint_assignment_of ON complaint_assignment USING btree (complaint_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON complaint_assignment TO bihuan_app;

CREATE TABLE complaint_contact (
  id uuid NOT NULL,
  complaint_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  contacted_at timestamp with time zone NOT NULL,
  way text NOT NULL,
  with_whom text,
  reached boolean NOT NULL,
  content text NOT NULL,
  problem text,
  plan text,
  reported_to text,
  CONSTRAINT complaint_contact_pkey PRIMARY KEY (id),
  CONSTRAINT complaint_contact_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
);
CREATE INDEX complaint_contact_of ON complaint_contact USING btree (complaint_id, contacted_at);
GRANT DELETE, INSERT, SELECT, UPDATE ON complaint_contact TO bihuan_app;

CREATE TABLE complaint_delay (
  id uuid NOT NULL,
  complaint_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  deadline text NOT NULL,
  reason text NOT NULL,
  CONSTRAINT complaint_delay_pkey PRIMARY KEY (id),
  CONSTRAINT complaint_delay_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
);
CREATE INDEX complaint_delay_of ON complaint_delay USING btree (complaint_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON complaint_delay TO bihuan_app;

CREATE TABLE complaint_notice (
  id uuid NOT NULL,
  complaint_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  recipient text NOT NULL,
  recipient_name text NOT NULL,
  way text NOT NULL,
  told_at timestamp with time zone NOT NULL,
  content text NOT NULL,
  CONSTRAINT complaint_notice_pkey PRIMARY KEY (id),
  CONSTRAINT complaint_notice_recipient_check CHECK ((recipient = ANY (ARRAY['registrant'::text, 'supplier'::text, 'authority'::text]))),
  CONSTRAINT complaint_notice_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
);
CREATE INDEX complaint_notice_of ON complaint_notice USING btree (complaint_id, told_at);
GRANT DELETE, INSERT, SELECT, UPDATE ON complaint_notice TO bihuan_app;

CREATE TABLE complaint_opinion (
  id uuid NOT NULL,
  complaint_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  stage text NOT NULL,
  opinion text NOT NULL,
  outcome text NOT NULL,
  decided_at timestamp with time zone,
  decided_by_name text,
  decided_note text,
  CONSTRAINT complaint_opinion_pkey PRIMARY KEY (id),
  CONSTRAINT complaint_opinion_outcome_check CHECK ((outcome = ANY (ARRAY['given'::text, 'countersigned'::text, 'declined'::text]))),
  CONSTRAINT complaint_opinion_stage_check CHECK ((stage = ANY (ARRAY['interim'::text, 'final'::text]))),
  CONSTRAINT complaint_opinion_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
);
CREATE INDEX complaint_opinion_of ON complaint_opinion USING btree (complaint_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON complaint_opinion TO bihuan_app;

CREATE TABLE complaint_verification (
  id uuid NOT NULL,
  complaint_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  visited_at timestamp with time zone NOT NULL,
  finding text NOT NULL,
  note text NOT NULL,
  CONSTRAINT complaint_verification_pkey PRIMARY KEY (id),
  CONSTRAINT complaint_verification_finding_check CHECK ((finding = ANY (ARRAY['defect'::text, 'no-defect'::text, 'undetermined'::text]))),
  CONSTRAINT complaint_verification_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
);
CREATE INDEX complaint_verification_of ON complaint_verification USING btree (complaint_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON complaint_verification TO bihuan_app;

CREATE TABLE correction (
  id uuid NOT NULL,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  field text NOT NULL,
  was jsonb,
  now jsonb,
  reason text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT correction_pkey PRIMARY KEY (id)
);
CREATE INDEX correction_by_record ON correction USING btree (record_id, at);
CREATE TRIGGER correction_is_append_only BEFORE DELETE OR UPDATE ON correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON correction TO bihuan_app;

CREATE TABLE deadline (
  id uuid NOT NULL,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  name text NOT NULL,
  key text NOT NULL DEFAULT ''::text,
  clause text NOT NULL,
  owner_role text NOT NULL,
  owner_id uuid,
  opened_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  "limit" jsonb NOT NULL,
  explanation jsonb NOT NULL,
  policy_key text,
  policy_version integer NOT NULL DEFAULT 0,
  note jsonb,
  met_at timestamp with time zone,
  met_by uuid,
  cancelled_at timestamp with time zone,
  cancel_reason jsonb,
  CONSTRAINT deadline_pkey PRIMARY KEY (id)
);
CREATE INDEX deadline_by_clause ON deadline USING btree (clause, due_at);
CREATE INDEX deadline_by_due ON deadline USING btree (due_at, procedure, name) INCLUDE (met_at, cancelled_at);
CREATE INDEX deadline_by_record ON deadline USING btree (record_id);
CREATE INDEX deadline_open_by_person ON deadline USING btree (owner_id, due_at) WHERE ((met_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX deadline_open_by_role ON deadline USING btree (owner_role, due_at) WHERE ((met_at IS NULL) AND (cancelled_at IS NULL));
CREATE UNIQUE INDEX deadline_open_once ON deadline USING btree (record_id, name, key) WHERE ((met_at IS NULL) AND (cancelled_at IS NULL));
GRANT DELETE, INSERT, SELECT, UPDATE ON deadline TO bihuan_app;

CREATE TABLE delivery (
  id uuid NOT NULL,
  number text NOT NULL,
  party_id uuid NOT NULL,
  product_id uuid NOT NULL,
  lot_id uuid NOT NULL,
  delivered_on date NOT NULL,
  quantity integer NOT NULL,
  CONSTRAINT delivery_pkey PRIMARY KEY (id),
  CONSTRAINT delivery_number_lot_id_key UNIQUE (number, lot_id),
  CONSTRAINT delivery_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT delivery_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT delivery_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT delivery_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id)
);
CREATE INDEX delivery_by_day ON delivery USING btree (delivered_on) INCLUDE (product_id, quantity);
CREATE INDEX delivery_by_lot ON delivery USING btree (lot_id, party_id);
CREATE INDEX delivery_by_party ON delivery USING btree (party_id, delivered_on DESC);
GRANT DELETE, INSERT, SELECT, UPDATE ON delivery TO bihuan_app;

CREATE TABLE idempotency (
  actor_id uuid NOT NULL,
  key text NOT NULL,
  command text NOT NULL,
  request_hash text NOT NULL,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  told jsonb NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_pkey PRIMARY KEY (actor_id, key)
);
CREATE INDEX idempotency_by_age ON idempotency USING btree (at);
GRANT DELETE, INSERT, SELECT, UPDATE ON idempotency TO bihuan_app;

CREATE TABLE inquiry (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL,
  channel text NOT NULL,
  kind text NOT NULL,
  party_id uuid,
  party_name text NOT NULL,
  contact_person text,
  phone text,
  fax text,
  email text,
  product_id uuid,
  product_name text,
  lot_no text,
  title text NOT NULL,
  description text NOT NULL,
  request text,
  expectation text,
  urgency text NOT NULL,
  received_by_name text,
  origin_complaint_id uuid,
  origin_number text,
  origin_reason text,
  assigned_department text,
  handler_id uuid,
  handler_name text,
  forwarded_at timestamp with time zone,
  forwarded_by_name text,
  understood_at timestamp with time zone,
  expected_at timestamp with time zone,
  planned_measures text,
  plan_count integer NOT NULL,
  first_contact_at timestamp with time zone,
  last_contact_at timestamp with time zone,
  handled_at timestamp with time zone,
  handled_by_name text,
  measures text,
  result text,
  supervised_at timestamp with time zone,
  supervised_by_name text,
  supervision_note text,
  told_at timestamp with time zone,
  told_by_name text,
  told_to text,
  told_how text,
  answer text,
  satisfaction text,
  satisfaction_note text,
  closed_at timestamp with time zone,
  closed_by_name text,
  no_satisfaction_reason text,
  end_reason text,
  search_text text NOT NULL,
  CONSTRAINT inquiry_pkey PRIMARY KEY (id),
  CONSTRAINT inquiry_number_key UNIQUE (number),
  CONSTRAINT inquiry_check CHECK (((origin_complaint_id IS NULL) = (origin_number IS NULL))),
  CONSTRAINT inquiry_kind_check CHECK ((kind = ANY (ARRAY['enquiry'::text, 'training'::text, 'implementation'::text, 'service'::text, 'query'::text, 'situation-report'::text]))),
  CONSTRAINT inquiry_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'forwarded'::text, 'handled'::text, 'answered'::text, 'closed'::text, 'became-complaint'::text, 'voided'::text]))),
  CONSTRAINT inquiry_urgency_check CHECK ((urgency = ANY (ARRAY['general'::text, 'urgent'::text]))),
  CONSTRAINT inquiry_version_check CHECK ((version > 0)),
  CONSTRAINT inquiry_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT inquiry_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT inquiry_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX inquiry_by_party ON inquiry USING btree (party_id, received_at DESC) WHERE (party_id IS NOT NULL);
CREATE INDEX inquiry_by_product ON inquiry USING btree (product_id, received_at DESC) WHERE (product_id IS NOT NULL);
CREATE INDEX inquiry_by_receipt ON inquiry USING btree (received_at DESC, id DESC);
CREATE INDEX inquiry_by_state ON inquiry USING btree (state, received_at DESC, id DESC);
CREATE INDEX inquiry_found ON inquiry USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON inquiry TO bihuan_app;

CREATE TABLE inquiry_assignment (
  id uuid NOT NULL,
  inquiry_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  kind text NOT NULL,
  department text,
  handler_id uuid,
  handler_name text,
  to_whom text,
  expected_at timestamp with time zone,
  handled_at timestamp with time zone,
  measures text,
  result text,
  reason text,
  CONSTRAINT inquiry_assignment_pkey PRIMARY KEY (id),
  CONSTRAINT inquiry_assignment_kind_check CHECK ((kind = ANY (ARRAY['forwarded'::text, 'planned'::text, 'handled'::text]))),
  CONSTRAINT inquiry_assignment_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES inquiry(id)
);
CREATE INDEX inquiry_assignment_of ON inquiry_assignment USING btree (inquiry_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON inquiry_assignment TO bihuan_app;

CREATE TABLE inquiry_contact (
  id uuid NOT NULL,
  inquiry_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  contacted_at timestamp with time zone NOT NULL,
  way text NOT NULL,
  with_whom text,
  reached boolean NOT NULL,
  content text NOT NULL,
  CONSTRAINT inquiry_contact_pkey PRIMARY KEY (id),
  CONSTRAINT inquiry_contact_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES inquiry(id)
);
CREATE INDEX inquiry_contact_of ON inquiry_contact USING btree (inquiry_id, contacted_at);
GRANT DELETE, INSERT, SELECT, UPDATE ON inquiry_contact TO bihuan_app;

CREATE TABLE inquiry_supervision (
  id uuid NOT NULL,
  inquiry_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  as_planned boolean NOT NULL,
  note text NOT NULL,
  sent_back boolean NOT NULL,
  CONSTRAINT inquiry_supervision_pkey PRIMARY KEY (id),
  CONSTRAINT inquiry_supervision_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES inquiry(id)
);
CREATE INDEX inquiry_supervision_of ON inquiry_supervision USING btree (inquiry_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON inquiry_supervision TO bihuan_app;

CREATE TABLE link (
  id uuid NOT NULL,
  from_procedure text NOT NULL,
  from_id uuid NOT NULL,
  to_procedure text NOT NULL,
  to_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT link_pkey PRIMARY KEY (id),
  CONSTRAINT link_from_id_to_id_kind_key UNIQUE (from_id, to_id, kind)
);
CREATE INDEX link_back ON link USING btree (to_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON link TO bihuan_app;

CREATE TABLE lot (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  title text NOT NULL,
  product_id uuid NOT NULL,
  lot_no text NOT NULL,
  produced_on date NOT NULL,
  expires_on date,
  quantity_delivered integer NOT NULL,
  search_text text NOT NULL,
  CONSTRAINT lot_pkey PRIMARY KEY (id),
  CONSTRAINT lot_number_key UNIQUE (number),
  CONSTRAINT lot_product_id_lot_no_key UNIQUE (product_id, lot_no),
  CONSTRAINT lot_check CHECK ((expires_on > produced_on)),
  CONSTRAINT lot_quantity_delivered_check CHECK ((quantity_delivered >= 0)),
  CONSTRAINT lot_state_check CHECK ((state = ANY (ARRAY['active'::text, 'inactive'::text]))),
  CONSTRAINT lot_version_check CHECK ((version > 0)),
  CONSTRAINT lot_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT lot_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX lot_by_age ON lot USING btree (created_at DESC, id DESC);
CREATE INDEX lot_by_number ON lot USING btree (lot_no text_pattern_ops);
CREATE INDEX lot_found ON lot USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON lot TO bihuan_app;

CREATE TABLE number_series (
  prefix text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT number_series_pkey PRIMARY KEY (prefix, year),
  CONSTRAINT number_series_last_check CHECK ((last > 0))
);
GRANT DELETE, INSERT, SELECT, UPDATE ON number_series TO bihuan_app;

CREATE TABLE party (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  name text NOT NULL,
  name_en text,
  py text NOT NULL,
  pinyin text NOT NULL,
  is_customer boolean NOT NULL,
  is_supplier boolean NOT NULL,
  is_manufacturer boolean NOT NULL,
  customer_kind text,
  phones jsonb NOT NULL DEFAULT '[]'::jsonb,
  phone_digits text NOT NULL DEFAULT ''::text,
  fax text,
  email text,
  address text,
  province text,
  city text,
  region_code text,
  locality text NOT NULL,
  locality_from text NOT NULL DEFAULT 'address'::text,
  contacts jsonb NOT NULL DEFAULT '[]'::jsonb,
  licences jsonb NOT NULL DEFAULT '[]'::jsonb,
  search_text text NOT NULL,
  CONSTRAINT party_pkey PRIMARY KEY (id),
  CONSTRAINT party_number_key UNIQUE (number),
  CONSTRAINT party_check CHECK ((is_customer OR is_supplier OR is_manufacturer)),
  CONSTRAINT party_check1 CHECK (((customer_kind IS NOT NULL) = is_customer)),
  CONSTRAINT party_customer_kind_check CHECK ((customer_kind = ANY (ARRAY['hospital'::text, 'clinic'::text, 'dealer'::text, 'consumer'::text]))),
  CONSTRAINT party_locality_check CHECK ((locality = ANY (ARRAY['local'::text, 'out-of-town'::text]))),
  CONSTRAINT party_locality_from_check CHECK ((locality_from = ANY (ARRAY['address'::text, 'decision'::text]))),
  CONSTRAINT party_region_code_check CHECK ((region_code ~ '^[0-9]{6}$'::text)),
  CONSTRAINT party_state_check CHECK ((state = ANY (ARRAY['active'::text, 'inactive'::text]))),
  CONSTRAINT party_version_check CHECK ((version > 0)),
  CONSTRAINT party_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX party_by_age ON party USING btree (created_at DESC, id DESC);
CREATE INDEX party_by_name ON party USING btree (name);
CREATE INDEX party_found ON party USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON party TO bihuan_app;

CREATE TABLE permission_change (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  reviewed_by_name text,
  review text,
  review_note text,
  CONSTRAINT permission_change_pkey PRIMARY KEY (id),
  CONSTRAINT permission_change_kind_check CHECK ((kind = ANY (ARRAY['granted'::text, 'revoked'::text]))),
  CONSTRAINT permission_change_review_check CHECK ((review = ANY (ARRAY['agreed'::text, 'refused'::text]))),
  CONSTRAINT permission_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX permission_change_of ON permission_change USING btree (person_id, at);
CREATE INDEX permission_change_unreviewed ON permission_change USING btree (at) WHERE (reviewed_at IS NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON permission_change TO bihuan_app;

CREATE TABLE person (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  username text NOT NULL,
  name text NOT NULL,
  name_en text,
  department text NOT NULL,
  roles text[] NOT NULL,
  email text,
  phone text,
  CONSTRAINT person_pkey PRIMARY KEY (id),
  CONSTRAINT person_number_key UNIQUE (number),
  CONSTRAINT person_username_key UNIQUE (username)
);
CREATE INDEX person_by_age ON person USING btree (created_at DESC, id DESC);
CREATE INDEX person_found ON person USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON person TO bihuan_app;

CREATE TABLE policy_change (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  key text NOT NULL,
  title jsonb NOT NULL,
  value jsonb NOT NULL,
  was jsonb NOT NULL,
  reason text NOT NULL,
  effective_on date NOT NULL,
  proposed_by_name text NOT NULL,
  decided_at timestamp with time zone,
  decided_by_name text,
  decision_note text,
  effective_from timestamp with time zone,
  policy_version integer,
  CONSTRAINT policy_change_pkey PRIMARY KEY (id),
  CONSTRAINT policy_change_number_key UNIQUE (number),
  CONSTRAINT policy_change_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text]))),
  CONSTRAINT policy_change_version_check CHECK ((version > 0))
);
CREATE INDEX policy_change_by_age ON policy_change USING btree (created_at DESC, id DESC);
CREATE INDEX policy_change_found ON policy_change USING gin (bigrams(search_text));
CREATE INDEX policy_change_of_key ON policy_change USING btree (key, created_at DESC);
CREATE UNIQUE INDEX policy_change_open_once ON policy_change USING btree (key) WHERE (state = 'proposed'::text);
GRANT DELETE, INSERT, SELECT, UPDATE ON policy_change TO bihuan_app;

CREATE TABLE policy_version (
  id uuid NOT NULL,
  key text NOT NULL,
  version integer NOT NULL,
  value jsonb NOT NULL,
  effective_from timestamp with time zone NOT NULL,
  change_id uuid NOT NULL,
  CONSTRAINT policy_version_pkey PRIMARY KEY (id),
  CONSTRAINT policy_version_key_version_key UNIQUE (key, version),
  CONSTRAINT policy_version_version_check CHECK ((version > 0))
);
GRANT DELETE, INSERT, SELECT, UPDATE ON policy_version TO bihuan_app;

CREATE TABLE product (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  name text NOT NULL,
  py text NOT NULL,
  pinyin text NOT NULL,
  model text NOT NULL,
  spec text NOT NULL,
  registration_no text NOT NULL,
  device_class text NOT NULL,
  udi_di text,
  manufacturer_id uuid NOT NULL,
  manufacturer_name text NOT NULL,
  unit text NOT NULL,
  is_implant boolean NOT NULL,
  is_sterile boolean NOT NULL,
  storage text NOT NULL,
  search_text text NOT NULL,
  CONSTRAINT product_pkey PRIMARY KEY (id),
  CONSTRAINT product_number_key UNIQUE (number),
  CONSTRAINT product_udi_di_key UNIQUE (udi_di),
  CONSTRAINT product_device_class_check CHECK ((device_class = ANY (ARRAY['I'::text, 'II'::text, 'III'::text]))),
  CONSTRAINT product_state_check CHECK ((state = ANY (ARRAY['active'::text, 'inactive'::text]))),
  CONSTRAINT product_version_check CHECK ((version > 0)),
  CONSTRAINT product_manufacturer_id_fkey FOREIGN KEY (manufacturer_id) REFERENCES party(id),
  CONSTRAINT product_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX product_by_age ON product USING btree (created_at DESC, id DESC);
CREATE INDEX product_by_manufacturer ON product USING btree (manufacturer_id);
CREATE INDEX product_by_name ON product USING btree (name, model);
CREATE INDEX product_found ON product USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON product TO bihuan_app;

CREATE TABLE saved_view (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  procedure text NOT NULL,
  ledger text NOT NULL,
  name text NOT NULL,
  filter jsonb NOT NULL,
  CONSTRAINT saved_view_pkey PRIMARY KEY (id),
  CONSTRAINT saved_view_person_id_procedure_ledger_name_key UNIQUE (person_id, procedure, ledger, name)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON saved_view TO bihuan_app;

CREATE TABLE schema_migration (
  procedure text NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT schema_migration_pkey PRIMARY KEY (procedure, name)
);
GRANT SELECT ON schema_migration TO bihuan_app;

CREATE TABLE seal (
  number integer NOT NULL,
  at timestamp with time zone NOT NULL,
  from_seq bigint NOT NULL,
  to_seq bigint NOT NULL,
  entries integer NOT NULL,
  root text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  signature text NOT NULL,
  CONSTRAINT seal_pkey PRIMARY KEY (number),
  CONSTRAINT seal_entries_check CHECK ((entries > 0)),
  CONSTRAINT seal_number_check CHECK ((number > 0))
);
CREATE TRIGGER seal_is_append_only BEFORE DELETE OR UPDATE ON seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_is_not_truncated BEFORE TRUNCATE ON seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON seal TO bihuan_app;

CREATE TABLE sign_off (
  id uuid NOT NULL,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  chain text NOT NULL,
  round integer NOT NULL,
  step integer NOT NULL,
  by_roles text[] NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  signed_at timestamp with time zone,
  signed_by uuid,
  outcome text NOT NULL,
  CONSTRAINT sign_off_pkey PRIMARY KEY (id),
  CONSTRAINT sign_off_record_id_chain_round_step_key UNIQUE (record_id, chain, round, step),
  CONSTRAINT sign_off_outcome_check CHECK ((outcome = ANY (ARRAY['pending'::text, 'signed'::text, 'declined'::text, 'withdrawn'::text]))),
  CONSTRAINT sign_off_round_check CHECK ((round > 0)),
  CONSTRAINT sign_off_step_check CHECK ((step > 0))
);
CREATE INDEX sign_off_pending ON sign_off USING gin (by_roles) WHERE (outcome = 'pending'::text);
GRANT DELETE, INSERT, SELECT, UPDATE ON sign_off TO bihuan_app;

CREATE TABLE signature (
  id uuid NOT NULL,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  command text NOT NULL,
  chain text,
  step integer,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  meaning jsonb NOT NULL,
  method text NOT NULL,
  at timestamp with time zone NOT NULL,
  signed_hash text NOT NULL,
  version integer NOT NULL,
  CONSTRAINT signature_pkey PRIMARY KEY (id)
);
CREATE INDEX signature_by_record ON signature USING btree (record_id, at);
CREATE TRIGGER signature_is_append_only BEFORE DELETE OR UPDATE ON signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON signature TO bihuan_app;

CREATE TABLE site (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  name jsonb NOT NULL,
  address jsonb NOT NULL,
  province text NOT NULL,
  city text NOT NULL,
  region_code text NOT NULL,
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai'::text,
  CONSTRAINT site_pkey PRIMARY KEY (id),
  CONSTRAINT site_number_key UNIQUE (number),
  CONSTRAINT site_region_code_check CHECK ((region_code ~ '^[0-9]{6}$'::text)),
  CONSTRAINT site_state_check CHECK ((state = ANY (ARRAY['active'::text, 'closed'::text]))),
  CONSTRAINT site_version_check CHECK ((version > 0)),
  CONSTRAINT site_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id) DEFERRABLE INITIALLY DEFERRED
);
GRANT DELETE, INSERT, SELECT, UPDATE ON site TO bihuan_app;

CREATE TABLE trail (
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  chain text NOT NULL,
  "position" integer NOT NULL,
  at timestamp with time zone NOT NULL,
  procedure text NOT NULL,
  record_id uuid,
  command text NOT NULL,
  outcome text NOT NULL,
  version integer,
  actor_id uuid,
  actor_name text NOT NULL,
  via text NOT NULL,
  clauses text[] NOT NULL DEFAULT '{}'::text[],
  body jsonb NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  mac text NOT NULL,
  CONSTRAINT trail_pkey PRIMARY KEY (seq),
  CONSTRAINT trail_chain_position_key UNIQUE (chain, "position"),
  CONSTRAINT trail_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text]))),
  CONSTRAINT trail_position_check CHECK (("position" > 0))
);
CREATE INDEX trail_by_actor ON trail USING btree (actor_id, seq DESC);
CREATE INDEX trail_by_clause ON trail USING gin (clauses);
CREATE INDEX trail_by_record ON trail USING btree (record_id, seq DESC);
CREATE INDEX trail_by_time ON trail USING btree (at DESC, seq DESC);
CREATE INDEX trail_refused ON trail USING btree (at DESC) WHERE (outcome = 'refused'::text);
CREATE TRIGGER trail_is_append_only BEFORE DELETE OR UPDATE ON trail FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER trail_is_not_truncated BEFORE TRUNCATE ON trail FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON trail TO bihuan_app;
