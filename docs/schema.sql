-- Written by scripts/schema.ts from the schema files; not for editing.

-- Functions

CREATE OR REPLACE FUNCTION public.bigrams(folded text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT COST 500
RETURN (SELECT COALESCE(array_agg(DISTINCT (parts.part COLLATE "C")), '{}'::text[]) AS "coalesce" FROM (WITH neighbours AS (SELECT c.c AS a, lead(c.c) OVER () AS b, lead(c.c, 2) OVER () AS d FROM string_to_table(bigrams.folded, NULL::text) c(c)) SELECT (neighbours.a || neighbours.b) AS part FROM neighbours WHERE (neighbours.b IS NOT NULL) UNION ALL SELECT ((neighbours.a || neighbours.b) || neighbours.d) FROM neighbours WHERE ((octet_length(((neighbours.a || neighbours.b) || neighbours.d)) = 3) AND (neighbours.a <> ' '::text) AND (neighbours.b <> ' '::text) AND (neighbours.d <> ' '::text))) parts)
;

CREATE OR REPLACE FUNCTION public.message_to_outbox()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    PERFORM graphile_worker.add_job(
      'send-letter', json_build_object('id', NEW.id), job_key => NEW.id::text, max_attempts => 10
    );
  END IF;
  RETURN NULL;
END
$function$
;

CREATE OR REPLACE FUNCTION public.notification_to_outbox()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    PERFORM graphile_worker.add_job(
      'deliver-notification', json_build_object('id', NEW.id), run_at => NEW.next_try_at,
      job_key => 'notification ' || NEW.id::text, max_attempts => 3
    );
  END IF;
  RETURN NULL;
END
$function$
;

CREATE OR REPLACE FUNCTION public.periodic_report_signed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    PERFORM graphile_worker.add_job(
      'file-report', json_build_object('id', NEW.id), job_key => NEW.id::text, max_attempts => 10
    );
  END IF;
  RETURN NULL;
END
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $function$
;

CREATE OR REPLACE FUNCTION public.watch_clock()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.met_at IS NOT NULL OR NEW.cancelled_at IS NOT NULL THEN
    DELETE FROM clock_watch WHERE deadline_id = NEW.id;
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO clock_watch (deadline_id, next_at) VALUES (NEW.id, NEW.opened_at + (NEW.due_at - NEW.opened_at) / 2)
      ON CONFLICT DO NOTHING;
  ELSIF NEW.due_at <> OLD.due_at THEN
    -- moved earlier: looked at once more at once, for the stages that it has not told yet
    INSERT INTO clock_watch (deadline_id, next_at) VALUES (NEW.id, NEW.opened_at)
      ON CONFLICT (deadline_id) DO UPDATE SET next_at = excluded.next_at;
  END IF;
  RETURN NULL;
END
$function$
;

-- Tables

CREATE TABLE access_review (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  period text NOT NULL,
  period_end date NOT NULL,
  opened_by_name text NOT NULL,
  account_count integer NOT NULL,
  undecided integer NOT NULL,
  change_count integer NOT NULL DEFAULT 0,
  submitted_at timestamp with time zone,
  closed_at timestamp with time zone,
  CONSTRAINT access_review_pkey PRIMARY KEY (id),
  CONSTRAINT access_review_number_key UNIQUE (number),
  CONSTRAINT access_review_account_count_check CHECK ((account_count > 0)),
  CONSTRAINT access_review_state_check CHECK ((state = ANY (ARRAY['open'::text, 'signing'::text, 'closed'::text]))),
  CONSTRAINT access_review_undecided_check CHECK ((undecided >= 0)),
  CONSTRAINT access_review_version_check CHECK ((version > 0))
);
CREATE INDEX access_review_by_age ON access_review USING btree (created_at DESC, id DESC);
CREATE INDEX access_review_found ON access_review USING gin (bigrams(search_text));
CREATE UNIQUE INDEX access_review_of_period ON access_review USING btree (site_id, period);
GRANT DELETE, INSERT, SELECT, UPDATE ON access_review TO bihuan_app;

CREATE TABLE access_review_line (
  id uuid NOT NULL,
  access_review_id uuid NOT NULL,
  place integer NOT NULL,
  person_id uuid NOT NULL,
  person_number text NOT NULL,
  person_name text NOT NULL,
  department text NOT NULL,
  person_state text NOT NULL,
  roles text[] NOT NULL,
  last_sign_in timestamp with time zone,
  last_change timestamp with time zone,
  remarks jsonb NOT NULL,
  decision text,
  revoked text[] NOT NULL DEFAULT '{}'::text[],
  reason text,
  decided_at timestamp with time zone,
  decided_by_name text,
  carried_out_at timestamp with time zone,
  CONSTRAINT access_review_line_pkey PRIMARY KEY (id),
  CONSTRAINT access_review_line_decision_check CHECK ((decision = ANY (ARRAY['keep'::text, 'revoke'::text, 'deactivate'::text]))),
  CONSTRAINT access_review_line_place_check CHECK ((place > 0)),
  CONSTRAINT access_review_line_access_review_id_fkey FOREIGN KEY (access_review_id) REFERENCES access_review(id),
  CONSTRAINT access_review_line_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX access_review_line_of ON access_review_line USING btree (access_review_id, place);
CREATE INDEX access_review_line_person ON access_review_line USING btree (person_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON access_review_line TO bihuan_app;

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

CREATE TABLE archive (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  medium text NOT NULL,
  label text NOT NULL,
  place text NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  content text NOT NULL,
  period_from date,
  period_to date,
  made_on date NOT NULL,
  registered_by_name text NOT NULL,
  checked_at timestamp with time zone,
  read_backs jsonb NOT NULL,
  retire_reason text,
  CONSTRAINT archive_pkey PRIMARY KEY (id),
  CONSTRAINT archive_number_key UNIQUE (number),
  CONSTRAINT archive_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT archive_state_check CHECK ((state = ANY (ARRAY['kept'::text, 'unreadable'::text, 'retired'::text]))),
  CONSTRAINT archive_version_check CHECK ((version > 0))
);
CREATE INDEX archive_by_time ON archive USING btree (created_at DESC, id DESC);
CREATE INDEX archive_found ON archive USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON archive TO bihuan_app;

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
  erased_at timestamp with time zone,
  CONSTRAINT attachment_pkey PRIMARY KEY (id),
  CONSTRAINT attachment_size_check CHECK ((size >= 0))
);
CREATE INDEX attachment_by_record ON attachment USING btree (record_id);
CREATE INDEX attachment_erased ON attachment USING btree (erased_at) WHERE (erased_at IS NOT NULL);
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

CREATE TABLE backup_run (
  id uuid NOT NULL,
  way text NOT NULL,
  begun_at timestamp with time zone NOT NULL DEFAULT now(),
  ended_at timestamp with time zone,
  file text NOT NULL,
  bytes bigint,
  row_count bigint,
  encrypted boolean NOT NULL,
  fault text,
  CONSTRAINT backup_run_pkey PRIMARY KEY (id),
  CONSTRAINT backup_run_way_check CHECK ((way = ANY (ARRAY['by-hand'::text, 'nightly'::text])))
);
CREATE INDEX backup_run_by_time ON backup_run USING btree (begun_at DESC);
GRANT DELETE, INSERT, SELECT, UPDATE ON backup_run TO bihuan_app;

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

CREATE TABLE calendar_feed (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  token_hash text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_read_on date,
  revoked_at timestamp with time zone,
  CONSTRAINT calendar_feed_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_feed_token_hash_key UNIQUE (token_hash),
  CONSTRAINT calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE UNIQUE INDEX calendar_feed_one ON calendar_feed USING btree (person_id) WHERE (revoked_at IS NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON calendar_feed TO bihuan_app;

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

CREATE TABLE channel (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  person_id uuid,
  email text,
  address text,
  secret text,
  roles text[] NOT NULL,
  safety text NOT NULL,
  work text NOT NULL,
  news text NOT NULL,
  digest_at text NOT NULL,
  quiet_from text NOT NULL,
  quiet_until text NOT NULL,
  language text NOT NULL,
  test_asked_at timestamp with time zone,
  tested_at timestamp with time zone,
  test_ok boolean,
  test_answer text,
  failed_at timestamp with time zone,
  failure text,
  end_reason text,
  search_text text NOT NULL,
  trouble text NOT NULL DEFAULT 'at-once'::text,
  CONSTRAINT channel_pkey PRIMARY KEY (id),
  CONSTRAINT channel_number_key UNIQUE (number),
  CONSTRAINT channel_address_check CHECK (((address IS NULL) OR (address ~~ 'sealed:%'::text))),
  CONSTRAINT channel_check CHECK (((kind = 'person'::text) = (person_id IS NOT NULL))),
  CONSTRAINT channel_check1 CHECK (((kind <> 'person'::text) OR (safety <> 'none'::text))),
  CONSTRAINT channel_check2 CHECK (((kind <> 'email'::text) OR (email IS NOT NULL))),
  CONSTRAINT channel_check3 CHECK (((kind = ANY (ARRAY['person'::text, 'email'::text])) OR (address IS NOT NULL))),
  CONSTRAINT channel_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'email'::text, 'wecom-robot'::text, 'dingtalk-robot'::text, 'feishu-robot'::text, 'webhook'::text]))),
  CONSTRAINT channel_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  CONSTRAINT channel_news_check CHECK ((news = ANY (ARRAY['at-once'::text, 'digest'::text, 'none'::text]))),
  CONSTRAINT channel_safety_check CHECK ((safety = ANY (ARRAY['at-once'::text, 'digest'::text, 'none'::text]))),
  CONSTRAINT channel_secret_check CHECK (((secret IS NULL) OR (secret ~~ 'sealed:%'::text))),
  CONSTRAINT channel_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'failing'::text, 'removed'::text]))),
  CONSTRAINT channel_trouble_check CHECK ((trouble = ANY (ARRAY['at-once'::text, 'digest'::text, 'none'::text]))),
  CONSTRAINT channel_version_check CHECK ((version > 0)),
  CONSTRAINT channel_work_check CHECK ((work = ANY (ARRAY['at-once'::text, 'digest'::text, 'none'::text]))),
  CONSTRAINT channel_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT channel_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX channel_by_age ON channel USING btree (created_at DESC, id DESC);
CREATE INDEX channel_by_state ON channel USING btree (state, created_at DESC, id DESC);
CREATE INDEX channel_found ON channel USING gin (bigrams(search_text));
CREATE UNIQUE INDEX channel_of_person ON channel USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX channel_shared ON channel USING btree (site_id) WHERE ((kind <> 'person'::text) AND (state = ANY (ARRAY['active'::text, 'failing'::text])));
GRANT DELETE, INSERT, SELECT, UPDATE ON channel TO bihuan_app;

CREATE TABLE clock_watch (
  deadline_id uuid NOT NULL,
  told smallint NOT NULL DEFAULT 0,
  next_at timestamp with time zone NOT NULL,
  CONSTRAINT clock_watch_pkey PRIMARY KEY (deadline_id),
  CONSTRAINT clock_watch_deadline_id_fkey FOREIGN KEY (deadline_id) REFERENCES deadline(id) ON DELETE CASCADE
);
CREATE INDEX clock_watch_next ON clock_watch USING btree (next_at);
GRANT DELETE, INSERT, SELECT, UPDATE ON clock_watch TO bihuan_app;

CREATE TABLE company (
  one boolean NOT NULL DEFAULT true,
  name jsonb NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  set_up_at timestamp with time zone NOT NULL,
  CONSTRAINT company_pkey PRIMARY KEY (one),
  CONSTRAINT company_one_check CHECK (one)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON company TO bihuan_app;

CREATE TABLE compilation (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  department text NOT NULL,
  month text NOT NULL,
  lines jsonb NOT NULL,
  count integer NOT NULL,
  closed_count integer NOT NULL,
  voided_count integer NOT NULL,
  attachment_count integer NOT NULL,
  missing text[] NOT NULL,
  note text,
  compiled_by_name text NOT NULL,
  reviewed_at timestamp with time zone,
  reviewed_by_name text,
  end_reason text,
  CONSTRAINT compilation_pkey PRIMARY KEY (id),
  CONSTRAINT compilation_number_key UNIQUE (number),
  CONSTRAINT compilation_count_check CHECK ((count >= 0)),
  CONSTRAINT compilation_state_check CHECK ((state = ANY (ARRAY['compiled'::text, 'filed'::text, 'voided'::text]))),
  CONSTRAINT compilation_version_check CHECK ((version > 0))
);
CREATE INDEX compilation_by_time ON compilation USING btree (created_at DESC, id DESC);
CREATE INDEX compilation_found ON compilation USING gin (bigrams(search_text));
CREATE UNIQUE INDEX compilation_once ON compilation USING btree (department, month) WHERE (state <> 'voided'::text);
GRANT DELETE, INSERT, SELECT, UPDATE ON compilation TO bihuan_app;

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
CREATE INDEX complaint_by_traced_lot ON complaint USING btree (lot_id, created_at DESC) WHERE (lot_id IS NOT NULL);
CREATE INDEX complaint_found ON complaint USING gin (bigrams(search_text));
CREATE INDEX complaint_statistics ON complaint USING btree (received_at) INCLUDE (state, product_id, manufacturer_id, party_id, lot_no, cause_category, decided_responsibility, finding, established);
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
CREATE INDEX correction_by_time ON correction USING btree (procedure, at DESC);
CREATE TRIGGER correction_is_append_only BEFORE DELETE OR UPDATE ON correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON correction TO bihuan_app;

CREATE TABLE data_import (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  procedure text NOT NULL,
  table_name text NOT NULL,
  table_title jsonb NOT NULL,
  file_name text,
  sha256 text,
  lines integer NOT NULL,
  fresh integer NOT NULL,
  known integer NOT NULL,
  imported_by_name text NOT NULL,
  CONSTRAINT data_import_pkey PRIMARY KEY (id),
  CONSTRAINT data_import_number_key UNIQUE (number),
  CONSTRAINT data_import_fresh_check CHECK ((fresh >= 0)),
  CONSTRAINT data_import_known_check CHECK ((known >= 0)),
  CONSTRAINT data_import_lines_check CHECK ((lines >= 0)),
  CONSTRAINT data_import_state_check CHECK ((state = 'filed'::text)),
  CONSTRAINT data_import_version_check CHECK ((version > 0)),
  CONSTRAINT data_import_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX data_import_by_age ON data_import USING btree (created_at DESC, id DESC);
CREATE INDEX data_import_found ON data_import USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON data_import TO bihuan_app;

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
CREATE INDEX deadline_by_clause ON deadline USING btree (clause, due_at, id);
CREATE INDEX deadline_by_clock ON deadline USING btree (procedure, name, record_id) INCLUDE (due_at, met_at, cancelled_at);
CREATE INDEX deadline_by_due ON deadline USING btree (due_at, procedure, name) INCLUDE (met_at, cancelled_at);
CREATE INDEX deadline_by_policy ON deadline USING btree (policy_key, due_at DESC) INCLUDE (cancelled_at) WHERE (policy_key IS NOT NULL);
CREATE INDEX deadline_by_record ON deadline USING btree (record_id);
CREATE INDEX deadline_cancelled ON deadline USING btree (clause, due_at DESC, id DESC) WHERE (cancelled_at IS NOT NULL);
CREATE INDEX deadline_counted ON deadline USING btree (clause, procedure, name, policy_key, due_at) INCLUDE (record_id, opened_at, met_at) WHERE (cancelled_at IS NULL);
CREATE INDEX deadline_met_late ON deadline USING btree (clause, due_at DESC, id DESC) WHERE ((met_at > due_at) AND (cancelled_at IS NULL));
CREATE INDEX deadline_not_met ON deadline USING btree (clause, due_at DESC, id DESC) WHERE ((met_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX deadline_open_by_name ON deadline USING btree (procedure, name, due_at, id) WHERE ((met_at IS NULL) AND (cancelled_at IS NULL) AND (jsonb_typeof((explanation -> 'policy'::text)) = 'object'::text));
CREATE INDEX deadline_open_by_person ON deadline USING btree (owner_id, due_at) WHERE ((met_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX deadline_open_by_policy ON deadline USING btree (policy_key, due_at, id) WHERE ((met_at IS NULL) AND (cancelled_at IS NULL) AND (jsonb_typeof((explanation -> 'policy'::text)) = 'object'::text));
CREATE INDEX deadline_open_by_role ON deadline USING btree (owner_role, due_at) WHERE ((met_at IS NULL) AND (cancelled_at IS NULL));
CREATE UNIQUE INDEX deadline_open_once ON deadline USING btree (record_id, name, key) WHERE ((met_at IS NULL) AND (cancelled_at IS NULL));
CREATE TRIGGER clock_changed AFTER UPDATE OF due_at, met_at, cancelled_at ON deadline FOR EACH ROW EXECUTE FUNCTION watch_clock();
CREATE TRIGGER clock_opened AFTER INSERT ON deadline FOR EACH ROW EXECUTE FUNCTION watch_clock();
GRANT DELETE, INSERT, SELECT, UPDATE ON deadline TO bihuan_app;

CREATE TABLE delivery (
  id uuid NOT NULL,
  number text NOT NULL,
  party_id uuid NOT NULL,
  product_id uuid NOT NULL,
  lot_id uuid NOT NULL,
  delivered_on date NOT NULL,
  quantity integer NOT NULL,
  order_no text,
  CONSTRAINT delivery_pkey PRIMARY KEY (id),
  CONSTRAINT delivery_number_lot_id_key UNIQUE (number, lot_id),
  CONSTRAINT delivery_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT delivery_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT delivery_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT delivery_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id)
);
CREATE INDEX delivery_by_day ON delivery USING btree (delivered_on) INCLUDE (product_id, quantity);
CREATE INDEX delivery_by_note ON delivery USING btree (number text_pattern_ops);
CREATE INDEX delivery_by_party ON delivery USING btree (party_id, delivered_on DESC);
CREATE INDEX delivery_of_lot ON delivery USING btree (lot_id, party_id) INCLUDE (quantity, delivered_on);
CREATE INDEX delivery_of_party ON delivery USING btree (party_id, lot_id) INCLUDE (quantity, delivered_on);
GRANT DELETE, INSERT, SELECT, UPDATE ON delivery TO bihuan_app;

CREATE TABLE destruction (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  listed_at timestamp with time zone NOT NULL,
  listed_by_name text NOT NULL,
  list_note text,
  line_count integer NOT NULL,
  quantity integer NOT NULL,
  value bigint NOT NULL,
  goods text NOT NULL,
  special boolean NOT NULL,
  on_site boolean NOT NULL,
  party_id uuid,
  party_name text,
  report_reason text,
  planned_method text,
  planned_place text,
  planned_on date,
  regulator_notice text,
  reported_at timestamp with time zone,
  reported_by_id uuid,
  reported_by_name text,
  approved_at timestamp with time zone,
  approved_by_name text,
  checked_at timestamp with time zone,
  declined_note text,
  destroyed_at timestamp with time zone,
  destroyed_place text,
  method text,
  process text,
  destroyed_by_name text,
  regulator_unit text,
  regulator_name text,
  regulator_document text,
  photographs integer NOT NULL,
  videos integer NOT NULL,
  filed_at timestamp with time zone,
  filed_by_name text,
  file_no text,
  end_reason text,
  search_text text NOT NULL,
  CONSTRAINT destruction_pkey PRIMARY KEY (id),
  CONSTRAINT destruction_number_key UNIQUE (number),
  CONSTRAINT destruction_check CHECK (((destroyed_at IS NULL) OR (NOT special) OR ((regulator_unit IS NOT NULL) AND (regulator_name IS NOT NULL)))),
  CONSTRAINT destruction_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'reported'::text, 'approved'::text, 'checked'::text, 'destroyed'::text, 'filed'::text, 'voided'::text]))),
  CONSTRAINT destruction_version_check CHECK ((version > 0)),
  CONSTRAINT destruction_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT destruction_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX destruction_by_party ON destruction USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX destruction_by_state ON destruction USING btree (state, listed_at DESC, id DESC);
CREATE INDEX destruction_by_time ON destruction USING btree (listed_at DESC, id DESC);
CREATE INDEX destruction_found ON destruction USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON destruction TO bihuan_app;

CREATE TABLE destruction_line (
  id uuid NOT NULL,
  destruction_id uuid NOT NULL,
  place integer NOT NULL,
  nonconforming_id uuid NOT NULL,
  nonconforming_number text NOT NULL,
  lot_id uuid NOT NULL,
  product_id uuid NOT NULL,
  product_name text NOT NULL,
  lot_no text NOT NULL,
  expires_on date,
  unit text NOT NULL,
  quantity integer NOT NULL,
  serials text[] NOT NULL,
  value bigint NOT NULL,
  reason text NOT NULL,
  zone text,
  warehouse_id uuid,
  at_customer boolean NOT NULL,
  party_id uuid,
  party_name text,
  special boolean NOT NULL,
  special_reason text,
  taken_off_at timestamp with time zone,
  taken_off_reason text,
  CONSTRAINT destruction_line_pkey PRIMARY KEY (id),
  CONSTRAINT destruction_line_destruction_id_place_key UNIQUE (destruction_id, place),
  CONSTRAINT destruction_line_place_check CHECK ((place > 0)),
  CONSTRAINT destruction_line_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT destruction_line_destruction_id_fkey FOREIGN KEY (destruction_id) REFERENCES destruction(id),
  CONSTRAINT destruction_line_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT destruction_line_nonconforming_id_fkey FOREIGN KEY (nonconforming_id) REFERENCES nonconforming(id),
  CONSTRAINT destruction_line_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT destruction_line_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id)
);
CREATE INDEX destruction_line_by_lot ON destruction_line USING btree (lot_id);
CREATE INDEX destruction_line_by_party ON destruction_line USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX destruction_line_by_product ON destruction_line USING btree (product_id);
CREATE INDEX destruction_line_by_serial ON destruction_line USING gin (serials);
CREATE INDEX destruction_line_of_goods ON destruction_line USING btree (nonconforming_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON destruction_line TO bihuan_app;

CREATE TABLE destruction_witness (
  id uuid NOT NULL,
  destruction_id uuid NOT NULL,
  place integer NOT NULL,
  name text NOT NULL,
  unit text NOT NULL,
  CONSTRAINT destruction_witness_pkey PRIMARY KEY (id),
  CONSTRAINT destruction_witness_destruction_id_place_key UNIQUE (destruction_id, place),
  CONSTRAINT destruction_witness_place_check CHECK ((place > 0)),
  CONSTRAINT destruction_witness_destruction_id_fkey FOREIGN KEY (destruction_id) REFERENCES destruction(id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON destruction_witness TO bihuan_app;

CREATE TABLE disposal (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  department text NOT NULL,
  lines jsonb NOT NULL,
  count integer NOT NULL,
  ended_from date,
  ended_to date,
  note text,
  listed_by_name text NOT NULL,
  archive_number text,
  method text,
  witness_name text,
  disposed_count integer,
  carried_out_at timestamp with time zone,
  carried_out_by_name text,
  end_reason text,
  kept_count integer,
  open_lists text,
  CONSTRAINT disposal_pkey PRIMARY KEY (id),
  CONSTRAINT disposal_number_key UNIQUE (number),
  CONSTRAINT disposal_check CHECK (((state <> 'carried-out'::text) OR (archive_number IS NOT NULL))),
  CONSTRAINT disposal_count_check CHECK (((count > 0) OR ((state = 'reviewed'::text) AND (count = 0)))),
  CONSTRAINT disposal_ended_check CHECK (((state = 'reviewed'::text) OR ((ended_from IS NOT NULL) AND (ended_to IS NOT NULL)))),
  CONSTRAINT disposal_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'approved'::text, 'carried-out'::text, 'refused'::text, 'withdrawn'::text, 'reviewed'::text]))),
  CONSTRAINT disposal_version_check CHECK ((version > 0))
);
CREATE INDEX disposal_by_time ON disposal USING btree (created_at DESC, id DESC);
CREATE INDEX disposal_found ON disposal USING gin (bigrams(search_text));
CREATE INDEX disposal_open ON disposal USING btree (state) WHERE (state = ANY (ARRAY['listed'::text, 'approved'::text]));
GRANT DELETE, INSERT, SELECT, UPDATE ON disposal TO bihuan_app;

CREATE TABLE disposed_record (
  id uuid NOT NULL,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  record_number text NOT NULL,
  disposal_id uuid NOT NULL,
  disposal_number text NOT NULL,
  blanked text[] NOT NULL,
  attachments integer NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  CONSTRAINT disposed_record_pkey PRIMARY KEY (id),
  CONSTRAINT disposed_record_record_id_key UNIQUE (record_id),
  CONSTRAINT disposed_record_attachments_check CHECK ((attachments >= 0))
);
CREATE INDEX disposed_record_by_disposal ON disposed_record USING btree (disposal_id);
CREATE TRIGGER disposed_record_is_append_only BEFORE DELETE OR UPDATE ON disposed_record FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON disposed_record TO bihuan_app;

CREATE TABLE document (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  code text NOT NULL,
  title jsonb NOT NULL,
  kind text NOT NULL,
  owner_role text NOT NULL,
  procedure text,
  refers_to text[] NOT NULL,
  draft_label text,
  draft_changes text,
  draft_effective_on date,
  label text,
  changes text,
  effective_on date,
  compiled_at timestamp with time zone,
  compiled_by_name text,
  reviewed_at timestamp with time zone,
  reviewed_by_name text,
  returned_note text,
  approved_label text,
  approved_from timestamp with time zone,
  difference_hash text,
  difference_count integer NOT NULL,
  difference_at timestamp with time zone,
  end_reason text,
  search_text text NOT NULL,
  draft_files jsonb NOT NULL DEFAULT '[]'::jsonb,
  files jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT document_pkey PRIMARY KEY (id),
  CONSTRAINT document_number_key UNIQUE (number),
  CONSTRAINT document_state_check CHECK ((state = ANY (ARRAY['drafting'::text, 'reviewing'::text, 'approving'::text, 'valid'::text, 'withdrawn'::text]))),
  CONSTRAINT document_version_check CHECK ((version > 0)),
  CONSTRAINT document_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX document_by_state ON document USING btree (state, created_at DESC, id DESC);
CREATE INDEX document_by_time ON document USING btree (created_at DESC, id DESC);
CREATE UNIQUE INDEX document_code_once ON document USING btree (site_id, code) WHERE (state <> 'withdrawn'::text);
CREATE UNIQUE INDEX document_describes_once ON document USING btree (site_id, procedure) WHERE ((state <> 'withdrawn'::text) AND (procedure IS NOT NULL));
CREATE INDEX document_found ON document USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON document TO bihuan_app;

CREATE TABLE document_reader (
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  version_id uuid NOT NULL,
  label text NOT NULL,
  issue_no integer NOT NULL,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  asked_by_name text NOT NULL,
  read_at timestamp with time zone,
  CONSTRAINT document_reader_pkey PRIMARY KEY (id),
  CONSTRAINT document_reader_version_id_person_id_key UNIQUE (version_id, person_id),
  CONSTRAINT document_reader_issue_no_check CHECK ((issue_no > 0)),
  CONSTRAINT document_reader_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  CONSTRAINT document_reader_version_id_fkey FOREIGN KEY (version_id) REFERENCES document_version(id)
);
CREATE INDEX document_reader_of ON document_reader USING btree (document_id, asked_at);
CREATE INDEX document_reader_waits ON document_reader USING btree (person_id) WHERE (read_at IS NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON document_reader TO bihuan_app;

CREATE TABLE document_version (
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  place integer NOT NULL,
  label text NOT NULL,
  title jsonb NOT NULL,
  changes text NOT NULL,
  effective_on date NOT NULL,
  effective_from timestamp with time zone NOT NULL,
  compiled_at timestamp with time zone NOT NULL,
  compiled_by_name text NOT NULL,
  reviewed_at timestamp with time zone NOT NULL,
  reviewed_by_name text NOT NULL,
  approved_at timestamp with time zone NOT NULL,
  approved_by_name text NOT NULL,
  content jsonb,
  content_hash text,
  withdrawn_from timestamp with time zone,
  files jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT document_version_pkey PRIMARY KEY (id),
  CONSTRAINT document_version_document_id_label_key UNIQUE (document_id, label),
  CONSTRAINT document_version_document_id_place_key UNIQUE (document_id, place),
  CONSTRAINT document_version_check1 CHECK (((content IS NULL) = (content_hash IS NULL))),
  CONSTRAINT document_version_place_check CHECK ((place > 0)),
  CONSTRAINT document_version_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON document_version TO bihuan_app;

CREATE TABLE duty (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  of_procedure text NOT NULL,
  duty text NOT NULL,
  place text NOT NULL,
  title jsonb NOT NULL,
  place_title jsonb NOT NULL,
  clause text NOT NULL,
  role text NOT NULL,
  stand_ins text[] NOT NULL,
  escalates_to text NOT NULL,
  asks_from timestamp with time zone NOT NULL,
  planned_until date NOT NULL,
  assignee_id uuid,
  assignee_name text,
  substitutes jsonb NOT NULL,
  rotation jsonb,
  suspend_reason text,
  suspend_until date,
  suspend_asked_by_id uuid,
  suspend_asked_by_name text,
  CONSTRAINT duty_pkey PRIMARY KEY (id),
  CONSTRAINT duty_number_key UNIQUE (number),
  CONSTRAINT duty_state_check CHECK ((state = ANY (ARRAY['active'::text, 'asked'::text, 'suspended'::text, 'ended'::text]))),
  CONSTRAINT duty_version_check CHECK ((version > 0))
);
CREATE INDEX duty_by_age ON duty USING btree (created_at DESC, id DESC);
CREATE INDEX duty_found ON duty USING gin (bigrams(search_text));
CREATE UNIQUE INDEX duty_once ON duty USING btree (of_procedure, duty, place) WHERE (state <> 'ended'::text);
GRANT DELETE, INSERT, SELECT, UPDATE ON duty TO bihuan_app;

CREATE TABLE duty_turn (
  id uuid NOT NULL,
  duty_id uuid NOT NULL,
  key text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  opens_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  assigned_id uuid,
  assignee_id uuid,
  assignee_name text,
  stands_in_for text,
  done_at timestamp with time zone,
  done_by_id uuid,
  done_by_name text,
  done_procedure text,
  done_record_id uuid,
  done_number text,
  note text,
  reason text,
  explained_at timestamp with time zone,
  explained_by_id uuid,
  explained_by_name text,
  drop_reason jsonb,
  CONSTRAINT duty_turn_pkey PRIMARY KEY (id),
  CONSTRAINT duty_turn_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'missed'::text, 'dropped'::text]))),
  CONSTRAINT duty_turn_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id)
);
CREATE INDEX duty_turn_by_due ON duty_turn USING btree (due_at);
CREATE INDEX duty_turn_missed ON duty_turn USING btree (due_at DESC) WHERE (state = 'missed'::text);
CREATE INDEX duty_turn_of ON duty_turn USING btree (duty_id, due_at);
CREATE UNIQUE INDEX duty_turn_once ON duty_turn USING btree (duty_id, key) WHERE (state <> 'dropped'::text);
CREATE INDEX duty_turn_owed ON duty_turn USING btree (duty_id, due_at) WHERE ((state = 'open'::text) OR ((state = 'missed'::text) AND (explained_at IS NULL)));
GRANT DELETE, INSERT, SELECT, UPDATE ON duty_turn TO bihuan_app;

CREATE TABLE edition (
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  procedure text NOT NULL,
  code text NOT NULL,
  label text NOT NULL,
  title jsonb NOT NULL,
  effective_from timestamp with time zone NOT NULL,
  withdrawn_from timestamp with time zone,
  CONSTRAINT edition_pkey PRIMARY KEY (id)
);
CREATE INDEX edition_of_document ON edition USING btree (document_id);
CREATE UNIQUE INDEX edition_once ON edition USING btree (document_id, label);
GRANT DELETE, INSERT, SELECT, UPDATE ON edition TO bihuan_app;

CREATE TABLE equipment (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  model text,
  serial text,
  place text NOT NULL,
  supplier_id uuid,
  supplier_name text,
  calibration_due date,
  certificate text,
  inspected_at timestamp with time zone,
  inspected_by_name text,
  open_findings integer NOT NULL,
  CONSTRAINT equipment_pkey PRIMARY KEY (id),
  CONSTRAINT equipment_number_key UNIQUE (number),
  CONSTRAINT equipment_open_findings_check CHECK ((open_findings >= 0)),
  CONSTRAINT equipment_state_check CHECK ((state = ANY (ARRAY['active'::text, 'inactive'::text]))),
  CONSTRAINT equipment_version_check CHECK ((version > 0)),
  CONSTRAINT equipment_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES party(id)
);
CREATE INDEX equipment_by_age ON equipment USING btree (created_at DESC, id DESC);
CREATE INDEX equipment_by_supplier ON equipment USING btree (supplier_id);
CREATE INDEX equipment_found ON equipment USING gin (bigrams(search_text));
CREATE UNIQUE INDEX equipment_name ON equipment USING btree (site_id, name) WHERE (state = 'active'::text);
GRANT DELETE, INSERT, SELECT, UPDATE ON equipment TO bihuan_app;

CREATE TABLE equipment_inspection (
  id uuid NOT NULL,
  equipment_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  result text NOT NULL,
  finding text,
  note text,
  mended_at timestamp with time zone,
  mended_by_name text,
  mending text,
  CONSTRAINT equipment_inspection_pkey PRIMARY KEY (id),
  CONSTRAINT equipment_inspection_result_check CHECK ((result = ANY (ARRAY['fit'::text, 'to-mend'::text, 'stopped'::text]))),
  CONSTRAINT equipment_inspection_equipment_id_fkey FOREIGN KEY (equipment_id) REFERENCES equipment(id)
);
CREATE INDEX equipment_inspection_of ON equipment_inspection USING btree (equipment_id, at DESC);
GRANT DELETE, INSERT, SELECT, UPDATE ON equipment_inspection TO bihuan_app;

CREATE TABLE goods_return (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  route text NOT NULL,
  reason text NOT NULL,
  wish text NOT NULL,
  form_way text NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  requested_by_name text NOT NULL,
  party_id uuid NOT NULL,
  party_name text NOT NULL,
  party_kind text,
  province text,
  city text,
  contact_person text,
  phone text,
  email text,
  remark text,
  complaint_id uuid,
  notice_id uuid,
  notice_recipient_id uuid,
  fax_register_no text,
  fax_received_at timestamp with time zone,
  fax_registered_by_name text,
  signed_for_at timestamp with time zone,
  signed_for_by_name text,
  product_names text NOT NULL,
  models text NOT NULL,
  specs text NOT NULL,
  registrants text NOT NULL,
  contract_manufacturers text,
  registration_nos text NOT NULL,
  storages text NOT NULL,
  lot_nos text NOT NULL,
  expiries text NOT NULL,
  udis text NOT NULL,
  delivery_numbers text NOT NULL,
  quantity integer NOT NULL,
  amount bigint,
  expired_lot boolean NOT NULL,
  bulk boolean NOT NULL,
  limits jsonb,
  within_limits boolean,
  purchase_amount bigint,
  special boolean NOT NULL,
  special_reason text,
  goodwill boolean NOT NULL,
  goodwill_reason text,
  sample_result text,
  sample_no text,
  sample_test text,
  sample_tested_at timestamp with time zone,
  sample_tested_by_name text,
  explanation text,
  explained_at timestamp with time zone,
  explained_by_name text,
  quality_finding text,
  approved_at timestamp with time zone,
  declined_reason text,
  declined_by_name text,
  way text,
  way_reason text,
  ship_cost bigint,
  destroy_cost bigint,
  regulator_reference text,
  way_decided_at timestamp with time zone,
  way_decided_by_name text,
  told_at timestamp with time zone,
  told_by_name text,
  arrival_way text,
  arrival_noticed_at timestamp with time zone,
  arrival_place text,
  packages integer,
  driver_id uuid,
  driver_name text,
  vehicle text,
  transport_ordered_at timestamp with time zone,
  transport_ordered_by_name text,
  collected_at timestamp with time zone,
  collected_by_name text,
  handover text,
  handover_note text,
  departure_celsius double precision,
  arrived_at timestamp with time zone,
  counted_at timestamp with time zone,
  counted_by_name text,
  difference_note text,
  cold_chain jsonb,
  inspected_at timestamp with time zone,
  inspector_name text,
  quality_status text,
  assessment text,
  disposition text,
  responsible_department text,
  responsible_person text,
  corrective_action text,
  corrective_done_at timestamp with time zone,
  corrective_done_by_name text,
  corrective_result text,
  refused_quantity integer NOT NULL,
  refusal_statement text,
  refusal_told_at timestamp with time zone,
  refusal_told_by_name text,
  sent_back_how text,
  stocked_in_at timestamp with time zone,
  stocked_in_by_name text,
  warehouse_id uuid,
  location text,
  settled_as text,
  settled_at timestamp with time zone,
  settled_by_name text,
  replacement_order_no text,
  refund_amount bigint,
  settlement_note text,
  totalled_at timestamp with time zone,
  totalled_by_name text,
  total_quantity integer,
  total_amount bigint,
  customer_rate_pct double precision,
  alert text,
  note_reviewed_at timestamp with time zone,
  note_reviewed_by_name text,
  note_sent_at timestamp with time zone,
  note_sent_by_name text,
  finance_checked_at timestamp with time zone,
  finance_checked_by_name text,
  finance_note text,
  closed_at timestamp with time zone,
  closed_by_name text,
  end_reason text,
  search_text text NOT NULL,
  CONSTRAINT goods_return_pkey PRIMARY KEY (id),
  CONSTRAINT goods_return_number_key UNIQUE (number),
  CONSTRAINT goods_return_amount_check CHECK ((amount >= 0)),
  CONSTRAINT goods_return_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT goods_return_reason_check CHECK ((reason = ANY (ARRAY['unsaleable'::text, 'quality'::text, 'recall'::text]))),
  CONSTRAINT goods_return_refused_quantity_check CHECK ((refused_quantity >= 0)),
  CONSTRAINT goods_return_route_check CHECK ((route = ANY (ARRAY['dealer'::text, 'contract'::text, 'recall'::text]))),
  CONSTRAINT goods_return_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'reviewing'::text, 'over-limits'::text, 'sample-test'::text, 'explaining'::text, 'approving'::text, 'declined'::text, 'approved'::text, 'awaiting'::text, 'arrived'::text, 'ordered'::text, 'collected'::text, 'inspecting'::text, 'signing'::text, 'to-stock-in'::text, 'refused-goods'::text, 'on-site'::text, 'stocked-in'::text, 'settled'::text, 'totalled'::text, 'note-reviewed'::text, 'note-sent'::text, 'closed'::text, 'refused'::text, 'kept-in-use'::text, 'sent-back'::text, 'withdrawn'::text]))),
  CONSTRAINT goods_return_version_check CHECK ((version > 0)),
  CONSTRAINT goods_return_wish_check CHECK ((wish = ANY (ARRAY['exchange'::text, 'refund'::text]))),
  CONSTRAINT goods_return_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT goods_return_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX goods_return_by_complaint ON goods_return USING btree (complaint_id) WHERE (complaint_id IS NOT NULL);
CREATE INDEX goods_return_by_notice ON goods_return USING btree (notice_id) WHERE (notice_id IS NOT NULL);
CREATE INDEX goods_return_by_party ON goods_return USING btree (party_id, requested_at DESC);
CREATE INDEX goods_return_by_request ON goods_return USING btree (requested_at DESC, id DESC);
CREATE INDEX goods_return_by_state ON goods_return USING btree (state, requested_at DESC, id DESC);
CREATE INDEX goods_return_found ON goods_return USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON goods_return TO bihuan_app;

CREATE TABLE goods_return_line (
  id uuid NOT NULL,
  return_id uuid NOT NULL,
  line_no integer NOT NULL,
  lot_id uuid NOT NULL,
  product_id uuid NOT NULL,
  product_name text NOT NULL,
  model text NOT NULL,
  spec text NOT NULL,
  registrant text NOT NULL,
  contract_manufacturer text,
  registration_no text NOT NULL,
  storage text NOT NULL,
  device_class text NOT NULL,
  is_implant boolean NOT NULL,
  is_cold_chain boolean NOT NULL,
  temperature_from integer,
  temperature_to integer,
  lot_no text NOT NULL,
  serials text[] NOT NULL,
  expires_on date,
  udi text,
  unit text NOT NULL,
  quantity integer NOT NULL,
  unit_price bigint,
  delivery_number text,
  delivered_on date,
  counted integer,
  cold_chain_kept boolean,
  CONSTRAINT goods_return_line_pkey PRIMARY KEY (id),
  CONSTRAINT goods_return_line_return_id_line_no_key UNIQUE (return_id, line_no),
  CONSTRAINT goods_return_line_counted_check CHECK ((counted >= 0)),
  CONSTRAINT goods_return_line_line_no_check CHECK ((line_no > 0)),
  CONSTRAINT goods_return_line_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT goods_return_line_unit_price_check CHECK ((unit_price >= 0)),
  CONSTRAINT goods_return_line_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT goods_return_line_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT goods_return_line_return_id_fkey FOREIGN KEY (return_id) REFERENCES goods_return(id)
);
CREATE INDEX goods_return_line_by_lot ON goods_return_line USING btree (lot_id);
CREATE INDEX goods_return_line_by_product ON goods_return_line USING btree (product_id);
CREATE INDEX goods_return_line_by_serial ON goods_return_line USING gin (serials);
GRANT DELETE, INSERT, SELECT, UPDATE ON goods_return_line TO bihuan_app;

CREATE TABLE goods_return_note (
  id uuid NOT NULL,
  return_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  kind text NOT NULL,
  content text NOT NULL,
  department text,
  other_party_id uuid,
  other_party_name text,
  CONSTRAINT goods_return_note_pkey PRIMARY KEY (id),
  CONSTRAINT goods_return_note_return_id_fkey FOREIGN KEY (return_id) REFERENCES goods_return(id)
);
CREATE INDEX goods_return_note_of ON goods_return_note USING btree (return_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON goods_return_note TO bihuan_app;

CREATE TABLE goods_return_verdict (
  id uuid NOT NULL,
  return_id uuid NOT NULL,
  line_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  verdict text NOT NULL,
  quantity integer NOT NULL,
  serials text[] NOT NULL,
  finding text NOT NULL,
  taken_in boolean NOT NULL,
  superseded boolean NOT NULL,
  CONSTRAINT goods_return_verdict_pkey PRIMARY KEY (id),
  CONSTRAINT goods_return_verdict_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT goods_return_verdict_line_id_fkey FOREIGN KEY (line_id) REFERENCES goods_return_line(id),
  CONSTRAINT goods_return_verdict_return_id_fkey FOREIGN KEY (return_id) REFERENCES goods_return(id)
);
CREATE INDEX goods_return_verdict_of ON goods_return_verdict USING btree (return_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON goods_return_verdict TO bihuan_app;

CREATE TABLE health_trouble (
  name text NOT NULL,
  since timestamp with time zone NOT NULL,
  told_at timestamp with time zone,
  CONSTRAINT health_trouble_pkey PRIMARY KEY (name)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON health_trouble TO bihuan_app;

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

CREATE TABLE inspection (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  authority text NOT NULL,
  notice_no text,
  purpose text NOT NULL,
  inspectors jsonb NOT NULL,
  inspector_names text NOT NULL,
  account_id uuid NOT NULL,
  account_name text NOT NULL,
  whole_company boolean NOT NULL,
  procedures text[] NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  valid_from timestamp with time zone NOT NULL,
  valid_until timestamp with time zone NOT NULL,
  opened_by_name text NOT NULL,
  open_requests integer NOT NULL,
  open_findings integer NOT NULL,
  finding_count integer NOT NULL,
  ended_at timestamp with time zone,
  ended_by_name text,
  end_reason text,
  closed_at timestamp with time zone,
  conclusion text,
  CONSTRAINT inspection_pkey PRIMARY KEY (id),
  CONSTRAINT inspection_number_key UNIQUE (number),
  CONSTRAINT inspection_check CHECK ((period_from <= period_to)),
  CONSTRAINT inspection_check1 CHECK ((valid_from < valid_until)),
  CONSTRAINT inspection_check2 CHECK ((whole_company OR (cardinality(procedures) > 0))),
  CONSTRAINT inspection_finding_count_check CHECK ((finding_count >= 0)),
  CONSTRAINT inspection_open_findings_check CHECK ((open_findings >= 0)),
  CONSTRAINT inspection_open_requests_check CHECK ((open_requests >= 0)),
  CONSTRAINT inspection_state_check CHECK ((state = ANY (ARRAY['open'::text, 'ended'::text, 'expired'::text, 'closed'::text]))),
  CONSTRAINT inspection_version_check CHECK ((version > 0)),
  CONSTRAINT inspection_account_id_fkey FOREIGN KEY (account_id) REFERENCES person(id)
);
CREATE INDEX inspection_by_time ON inspection USING btree (created_at DESC, id DESC);
CREATE INDEX inspection_found ON inspection USING gin (bigrams(search_text));
CREATE UNIQUE INDEX inspection_of_account ON inspection USING btree (account_id) WHERE (state = 'open'::text);
CREATE INDEX inspection_to_expire ON inspection USING btree (valid_until) WHERE (state = 'open'::text);
GRANT DELETE, INSERT, SELECT, UPDATE ON inspection TO bihuan_app;

CREATE TABLE inspection_finding (
  id uuid NOT NULL,
  inspection_id uuid NOT NULL,
  place integer NOT NULL,
  clause text NOT NULL,
  severity text NOT NULL,
  finding text NOT NULL,
  due_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  matter text,
  answer text,
  answered_at timestamp with time zone,
  answered_by_name text,
  CONSTRAINT inspection_finding_pkey PRIMARY KEY (id),
  CONSTRAINT inspection_finding_inspection_id_place_key UNIQUE (inspection_id, place),
  CONSTRAINT inspection_finding_place_check CHECK ((place > 0)),
  CONSTRAINT inspection_finding_severity_check CHECK ((severity = ANY (ARRAY['critical'::text, 'major'::text, 'minor'::text]))),
  CONSTRAINT inspection_finding_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON inspection_finding TO bihuan_app;

CREATE TABLE inspection_request (
  id uuid NOT NULL,
  inspection_id uuid NOT NULL,
  place integer NOT NULL,
  asked text NOT NULL,
  answerer_id uuid NOT NULL,
  answerer_name text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  due_on date NOT NULL,
  answer text,
  answered_at timestamp with time zone,
  answered_by_name text,
  CONSTRAINT inspection_request_pkey PRIMARY KEY (id),
  CONSTRAINT inspection_request_inspection_id_place_key UNIQUE (inspection_id, place),
  CONSTRAINT inspection_request_place_check CHECK ((place > 0)),
  CONSTRAINT inspection_request_answerer_id_fkey FOREIGN KEY (answerer_id) REFERENCES person(id),
  CONSTRAINT inspection_request_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(id)
);
CREATE INDEX inspection_request_answerer ON inspection_request USING btree (answerer_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON inspection_request TO bihuan_app;

CREATE TABLE late_entry (
  id uuid NOT NULL,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  command text NOT NULL,
  field text NOT NULL,
  what jsonb NOT NULL,
  event_at timestamp with time zone NOT NULL,
  window_hours integer NOT NULL,
  reason text NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  CONSTRAINT late_entry_pkey PRIMARY KEY (id),
  CONSTRAINT late_entry_window_hours_check CHECK ((window_hours > 0))
);
CREATE INDEX late_entry_by_time ON late_entry USING btree (at DESC);
CREATE INDEX late_entry_of ON late_entry USING btree (record_id, at);
CREATE TRIGGER late_entry_is_append_only BEFORE DELETE OR UPDATE ON late_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON late_entry TO bihuan_app;

CREATE TABLE legal_hold (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  scope text NOT NULL,
  subject_id uuid NOT NULL,
  subject_name text NOT NULL,
  reason text NOT NULL,
  authority text NOT NULL,
  placed_by_name text NOT NULL,
  lifted_at timestamp with time zone,
  lifted_by_name text,
  lift_reason text,
  CONSTRAINT legal_hold_pkey PRIMARY KEY (id),
  CONSTRAINT legal_hold_number_key UNIQUE (number),
  CONSTRAINT legal_hold_check CHECK (((state = 'lifted'::text) = (lifted_at IS NOT NULL))),
  CONSTRAINT legal_hold_scope_check CHECK ((scope = ANY (ARRAY['matter'::text, 'party'::text, 'product'::text, 'lot'::text]))),
  CONSTRAINT legal_hold_state_check CHECK ((state = ANY (ARRAY['placed'::text, 'lifted'::text]))),
  CONSTRAINT legal_hold_version_check CHECK ((version > 0))
);
CREATE INDEX legal_hold_by_time ON legal_hold USING btree (created_at DESC, id DESC);
CREATE INDEX legal_hold_found ON legal_hold USING gin (bigrams(search_text));
CREATE UNIQUE INDEX legal_hold_once ON legal_hold USING btree (subject_id) WHERE (state = 'placed'::text);
GRANT DELETE, INSERT, SELECT, UPDATE ON legal_hold TO bihuan_app;

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
  sterilisation_lot text,
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
CREATE INDEX lot_by_folded_number ON lot USING btree (lower(NORMALIZE(lot_no, NFKC)), product_id);
CREATE INDEX lot_by_number ON lot USING btree (lot_no text_pattern_ops);
CREATE INDEX lot_found ON lot USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON lot TO bihuan_app;

CREATE TABLE message (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  record_number text,
  guest_id uuid,
  party_id uuid,
  to_name text NOT NULL,
  to_contact text,
  to_email text,
  to_address text,
  to_phone text,
  subject text NOT NULL,
  body text NOT NULL,
  subject_en text,
  body_en text,
  expires_at timestamp with time zone,
  form_procedure text,
  form_name text,
  form_id uuid,
  round integer NOT NULL,
  attempts integer NOT NULL,
  last_attempt_at timestamp with time zone,
  answer text,
  failure text,
  print_reason text,
  mail_id text,
  sent_at timestamp with time zone,
  handed_over_at timestamp with time zone,
  handed_over_how text,
  handed_over_to text,
  handed_over_document text,
  handed_over_note text,
  handed_over_by_name text,
  written_by_name text,
  keeper text NOT NULL,
  end_reason text,
  search_text text NOT NULL,
  CONSTRAINT message_pkey PRIMARY KEY (id),
  CONSTRAINT message_number_key UNIQUE (number),
  CONSTRAINT message_attempts_check CHECK ((attempts >= 0)),
  CONSTRAINT message_check CHECK (((state <> 'waiting'::text) OR (to_email IS NOT NULL))),
  CONSTRAINT message_check1 CHECK (((state <> 'sent'::text) OR ((sent_at IS NOT NULL) AND (mail_id IS NOT NULL)))),
  CONSTRAINT message_check2 CHECK (((state <> 'handed-over'::text) OR (handed_over_at IS NOT NULL))),
  CONSTRAINT message_round_check CHECK ((round > 0)),
  CONSTRAINT message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'to-print'::text, 'failed'::text, 'sent'::text, 'handed-over'::text, 'withdrawn'::text]))),
  CONSTRAINT message_version_check CHECK ((version > 0)),
  CONSTRAINT message_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT message_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX message_by_age ON message USING btree (created_at DESC, id DESC);
CREATE INDEX message_by_party ON message USING btree (party_id, created_at DESC) WHERE (party_id IS NOT NULL);
CREATE INDEX message_by_state ON message USING btree (state, created_at DESC, id DESC);
CREATE INDEX message_found ON message USING gin (bigrams(search_text));
CREATE INDEX message_of_record ON message USING btree (record_id, guest_id);
CREATE TRIGGER message_sent_anew AFTER UPDATE ON message FOR EACH ROW WHEN (((new.state = 'waiting'::text) AND (old.state <> 'waiting'::text))) EXECUTE FUNCTION message_to_outbox();
CREATE TRIGGER message_written AFTER INSERT ON message FOR EACH ROW WHEN ((new.state = 'waiting'::text)) EXECUTE FUNCTION message_to_outbox();
GRANT DELETE, INSERT, SELECT, UPDATE ON message TO bihuan_app;

CREATE TABLE message_attempt (
  id uuid NOT NULL,
  message_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  to_email text,
  outcome text NOT NULL,
  failure text,
  mail_id text,
  answer text NOT NULL,
  CONSTRAINT message_attempt_pkey PRIMARY KEY (id),
  CONSTRAINT message_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'deferred'::text, 'failed'::text, 'returned'::text]))),
  CONSTRAINT message_attempt_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id)
);
CREATE INDEX message_attempt_of ON message_attempt USING btree (message_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON message_attempt TO bihuan_app;

CREATE TABLE nonconforming (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  source text NOT NULL,
  found_at timestamp with time zone NOT NULL,
  found_by_name text NOT NULL,
  category text NOT NULL,
  finding text NOT NULL,
  document text,
  lot_id uuid NOT NULL,
  product_id uuid NOT NULL,
  product_name text NOT NULL,
  lot_no text NOT NULL,
  expires_on date,
  unit text NOT NULL,
  quantity integer NOT NULL,
  serials text[] NOT NULL,
  zone text,
  found_zone text,
  quantity_here integer NOT NULL,
  warehouse_id uuid,
  at_customer boolean NOT NULL,
  party_id uuid,
  party_name text,
  supplier_id uuid,
  supplier_name text,
  cause_procedure text,
  cause_id uuid,
  cause_number text,
  marked_at timestamp with time zone,
  marked_by_name text,
  mark_count integer,
  recheck_result text,
  recheck_method text,
  recheck_note text,
  rechecked_at timestamp with time zone,
  rechecked_by_name text,
  target text,
  release_note text,
  released_at timestamp with time zone,
  released_by_name text,
  slip_no text,
  slip_note text,
  slip_at timestamp with time zone,
  slip_by_name text,
  isolated_at timestamp with time zone,
  isolated_by_name text,
  place text,
  liable text,
  basis text,
  liable_until date,
  opinion text,
  opinion_at timestamp with time zone,
  opinion_by_name text,
  special boolean NOT NULL,
  special_reason text,
  supplier_quantity integer NOT NULL,
  write_off_quantity integer NOT NULL,
  write_off_asked integer,
  write_off_value bigint,
  write_off_reason text,
  write_off_approved_at timestamp with time zone,
  destruction_number text,
  destroyed_at timestamp with time zone,
  filed_at timestamp with time zone,
  end_reason text,
  search_text text NOT NULL,
  rechecked_by_id uuid,
  CONSTRAINT nonconforming_pkey PRIMARY KEY (id),
  CONSTRAINT nonconforming_number_key UNIQUE (number),
  CONSTRAINT nonconforming_check CHECK (((quantity_here >= 0) AND (quantity_here <= quantity))),
  CONSTRAINT nonconforming_check1 CHECK (((supplier_quantity >= 0) AND (write_off_quantity >= 0) AND ((supplier_quantity + write_off_quantity) <= quantity))),
  CONSTRAINT nonconforming_check2 CHECK (((at_customer = false) OR (party_id IS NOT NULL))),
  CONSTRAINT nonconforming_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT nonconforming_recheck_result_check CHECK ((recheck_result = ANY (ARRAY['conforming'::text, 'nonconforming'::text]))),
  CONSTRAINT nonconforming_state_check CHECK ((state = ANY (ARRAY['reported'::text, 'cleared'::text, 'confirmed'::text, 'to-move'::text, 'isolated'::text, 'disposing'::text, 'awaiting-destruction'::text, 'destroyed'::text, 'filed'::text, 'released'::text, 'voided'::text]))),
  CONSTRAINT nonconforming_target_check CHECK ((target = ANY (ARRAY['return'::text, 'unqualified'::text]))),
  CONSTRAINT nonconforming_version_check CHECK ((version > 0)),
  CONSTRAINT nonconforming_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT nonconforming_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT nonconforming_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT nonconforming_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  CONSTRAINT nonconforming_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES party(id)
);
CREATE INDEX nonconforming_by_cause ON nonconforming USING btree (cause_id) WHERE (cause_id IS NOT NULL);
CREATE INDEX nonconforming_by_lot ON nonconforming USING btree (lot_id, found_at DESC);
CREATE INDEX nonconforming_by_party ON nonconforming USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX nonconforming_by_product ON nonconforming USING btree (product_id, found_at DESC);
CREATE INDEX nonconforming_by_serial ON nonconforming USING gin (serials);
CREATE INDEX nonconforming_by_state ON nonconforming USING btree (state, found_at DESC, id DESC);
CREATE INDEX nonconforming_by_supplier ON nonconforming USING btree (supplier_id) WHERE (supplier_id IS NOT NULL);
CREATE INDEX nonconforming_by_time ON nonconforming USING btree (found_at DESC, id DESC);
CREATE INDEX nonconforming_found ON nonconforming USING gin (bigrams(search_text));
CREATE INDEX nonconforming_here ON nonconforming USING btree (lot_id, zone) INCLUDE (quantity_here) WHERE (quantity_here > 0);
GRANT DELETE, INSERT, SELECT, UPDATE ON nonconforming TO bihuan_app;

CREATE TABLE nonconforming_disposition (
  id uuid NOT NULL,
  nonconforming_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  quantity integer NOT NULL,
  serials text[] NOT NULL,
  party_id uuid,
  party_name text,
  notice_no text,
  notice_reason text,
  notice_at timestamp with time zone,
  notice_by_name text,
  left_at timestamp with time zone,
  driver_name text,
  transport text,
  received_on date,
  received_by text,
  receipt_no text,
  settlement text,
  unit_value bigint,
  value bigint,
  reason text,
  requested_at timestamp with time zone,
  requested_by_name text,
  approved_at timestamp with time zone,
  declined_note text,
  destruction_id uuid,
  destruction_number text,
  destroyed_at timestamp with time zone,
  CONSTRAINT nonconforming_disposition_pkey PRIMARY KEY (id),
  CONSTRAINT nonconforming_disposition_kind_check CHECK ((kind = ANY (ARRAY['supplier'::text, 'write-off'::text]))),
  CONSTRAINT nonconforming_disposition_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT nonconforming_disposition_state_check CHECK ((state = ANY (ARRAY['decided'::text, 'notified'::text, 'left'::text, 'received'::text, 'requested'::text, 'approved'::text, 'listed'::text, 'destroyed'::text, 'filed'::text, 'replaced'::text]))),
  CONSTRAINT nonconforming_disposition_nonconforming_id_fkey FOREIGN KEY (nonconforming_id) REFERENCES nonconforming(id),
  CONSTRAINT nonconforming_disposition_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id)
);
CREATE INDEX nonconforming_disposition_by_party ON nonconforming_disposition USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX nonconforming_disposition_of ON nonconforming_disposition USING btree (nonconforming_id, at);
CREATE INDEX nonconforming_disposition_to_list ON nonconforming_disposition USING btree (state) WHERE (state = ANY (ARRAY['approved'::text, 'listed'::text]));
GRANT DELETE, INSERT, SELECT, UPDATE ON nonconforming_disposition TO bihuan_app;

CREATE TABLE nonconforming_measure (
  id uuid NOT NULL,
  nonconforming_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  department text NOT NULL,
  measure text NOT NULL,
  responsible_name text NOT NULL,
  due_on date NOT NULL,
  done_on date,
  result text,
  done_by_name text,
  CONSTRAINT nonconforming_measure_pkey PRIMARY KEY (id),
  CONSTRAINT nonconforming_measure_nonconforming_id_fkey FOREIGN KEY (nonconforming_id) REFERENCES nonconforming(id)
);
CREATE INDEX nonconforming_measure_of ON nonconforming_measure USING btree (nonconforming_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON nonconforming_measure TO bihuan_app;

CREATE TABLE notice (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  kind text NOT NULL,
  drill boolean NOT NULL,
  title text NOT NULL,
  recall_class integer,
  initiator text NOT NULL,
  standing text NOT NULL,
  reason text NOT NULL,
  instructions text NOT NULL,
  measures text[] NOT NULL,
  plan_reference text,
  cause_number text,
  decided_at timestamp with time zone,
  prepared_by_name text,
  distribution integer NOT NULL,
  approved_at timestamp with time zone,
  sent_at timestamp with time zone,
  sent_by_name text,
  link_until timestamp with time zone,
  all_told_at timestamp with time zone,
  completed_at timestamp with time zone,
  closed_at timestamp with time zone,
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
  escalated_to text NOT NULL,
  remainder_signed_at timestamp with time zone,
  remainder_signed_by_name text,
  evaluation text,
  plan_scope text,
  plan_publication text,
  plan_effect text,
  plan_afterwards text,
  plan_place text,
  plan_done_on date,
  drill_traced_at timestamp with time zone,
  drill_finished_at timestamp with time zone,
  drill_located_percent integer,
  drill_contact_percent integer,
  drill_note text,
  search_text text NOT NULL,
  CONSTRAINT notice_pkey PRIMARY KEY (id),
  CONSTRAINT notice_number_key UNIQUE (number),
  CONSTRAINT notice_check CHECK (((NOT drill) OR (sent_at IS NULL))),
  CONSTRAINT notice_check1 CHECK (((kind = 'recall'::text) OR (recall_class IS NULL))),
  CONSTRAINT notice_drill_contact_percent_check CHECK (((drill_contact_percent >= 0) AND (drill_contact_percent <= 100))),
  CONSTRAINT notice_drill_located_percent_check CHECK (((drill_located_percent >= 0) AND (drill_located_percent <= 100))),
  CONSTRAINT notice_escalated_to_check CHECK ((escalated_to = ANY (ARRAY['none'::text, 'sales-head'::text, 'quality-head'::text]))),
  CONSTRAINT notice_initiator_check CHECK ((initiator = ANY (ARRAY['own'::text, 'holder'::text, 'authority'::text]))),
  CONSTRAINT notice_kind_check CHECK ((kind = ANY (ARRAY['suspend'::text, 'recall'::text, 'resume'::text, 'advisory'::text, 'refusal'::text]))),
  CONSTRAINT notice_recall_class_check CHECK (((recall_class >= 1) AND (recall_class <= 3))),
  CONSTRAINT notice_standing_check CHECK ((standing = ANY (ARRAY['distributor'::text, 'holder'::text]))),
  CONSTRAINT notice_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text, 'running'::text, 'closed'::text, 'cancelled'::text, 'drill'::text, 'drill-running'::text, 'drill-finished'::text]))),
  CONSTRAINT notice_version_check CHECK ((version > 0)),
  CONSTRAINT notice_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX notice_by_kind ON notice USING btree (kind, created_at DESC, id DESC);
CREATE INDEX notice_by_state ON notice USING btree (state, created_at DESC, id DESC);
CREATE INDEX notice_by_time ON notice USING btree (created_at DESC, id DESC);
CREATE INDEX notice_found ON notice USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON notice TO bihuan_app;

CREATE TABLE notice_contact (
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  recipient_id uuid NOT NULL,
  kind text NOT NULL,
  contacted_at timestamp with time zone NOT NULL,
  outcome text,
  spoken_to text,
  said text,
  CONSTRAINT notice_contact_pkey PRIMARY KEY (id),
  CONSTRAINT notice_contact_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'reminder'::text, 'escalation'::text]))),
  CONSTRAINT notice_contact_outcome_check CHECK ((outcome = ANY (ARRAY['reached'::text, 'not-reached'::text, 'wrong-number'::text]))),
  CONSTRAINT notice_contact_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id),
  CONSTRAINT notice_contact_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES notice_recipient(id)
);
CREATE INDEX notice_contact_of ON notice_contact USING btree (notice_id, contacted_at);
GRANT DELETE, INSERT, SELECT, UPDATE ON notice_contact TO bihuan_app;

CREATE TABLE notice_line (
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  party_id uuid,
  lot_id uuid NOT NULL,
  delivered integer NOT NULL,
  returned_before integer NOT NULL,
  expected integer NOT NULL,
  last_delivered_on date,
  serials text[] NOT NULL,
  on_hand integer NOT NULL,
  used integer NOT NULL,
  sold_on integer NOT NULL,
  coming_back integer NOT NULL,
  destroyed integer NOT NULL,
  not_found integer NOT NULL,
  received_back integer NOT NULL,
  difference_reason text,
  announced text[] NOT NULL,
  stated_at timestamp with time zone,
  signed_remainder integer NOT NULL,
  remainder_reason text,
  destroyed_by_us integer,
  CONSTRAINT notice_line_pkey PRIMARY KEY (id),
  CONSTRAINT notice_line_recipient_id_lot_id_key UNIQUE (recipient_id, lot_id),
  CONSTRAINT notice_line_check CHECK ((expected = (delivered - returned_before))),
  CONSTRAINT notice_line_check1 CHECK (((signed_remainder = 0) OR (remainder_reason IS NOT NULL))),
  CONSTRAINT notice_line_check2 CHECK (((destroyed_by_us >= 0) AND (destroyed_by_us <= destroyed))),
  CONSTRAINT notice_line_coming_back_check CHECK ((coming_back >= 0)),
  CONSTRAINT notice_line_delivered_check CHECK ((delivered >= 0)),
  CONSTRAINT notice_line_destroyed_check CHECK ((destroyed >= 0)),
  CONSTRAINT notice_line_not_found_check CHECK ((not_found >= 0)),
  CONSTRAINT notice_line_on_hand_check CHECK ((on_hand >= 0)),
  CONSTRAINT notice_line_received_back_check CHECK ((received_back >= 0)),
  CONSTRAINT notice_line_returned_before_check CHECK ((returned_before >= 0)),
  CONSTRAINT notice_line_signed_remainder_check CHECK ((signed_remainder >= 0)),
  CONSTRAINT notice_line_sold_on_check CHECK ((sold_on >= 0)),
  CONSTRAINT notice_line_used_check CHECK ((used >= 0)),
  CONSTRAINT notice_line_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT notice_line_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id),
  CONSTRAINT notice_line_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT notice_line_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES notice_recipient(id)
);
CREATE INDEX notice_line_by_lot ON notice_line USING btree (lot_id, party_id);
CREATE INDEX notice_line_by_party ON notice_line USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX notice_line_by_serial ON notice_line USING gin (serials);
CREATE INDEX notice_line_of ON notice_line USING btree (notice_id, recipient_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON notice_line TO bihuan_app;

CREATE TABLE notice_lot (
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  lot_id uuid NOT NULL,
  product_id uuid NOT NULL,
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
  CONSTRAINT notice_lot_pkey PRIMARY KEY (id),
  CONSTRAINT notice_lot_notice_id_lot_id_key UNIQUE (notice_id, lot_id),
  CONSTRAINT notice_lot_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT notice_lot_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id),
  CONSTRAINT notice_lot_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id)
);
CREATE INDEX notice_lot_by_lot ON notice_lot USING btree (lot_id);
CREATE INDEX notice_lot_by_product ON notice_lot USING btree (product_id);
CREATE INDEX notice_lot_by_serial ON notice_lot USING gin (serials);
GRANT DELETE, INSERT, SELECT, UPDATE ON notice_lot TO bihuan_app;

CREATE TABLE notice_onward (
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  recipient_id uuid NOT NULL,
  lot_id uuid,
  name text NOT NULL,
  phone text,
  quantity integer,
  CONSTRAINT notice_onward_pkey PRIMARY KEY (id),
  CONSTRAINT notice_onward_quantity_check CHECK ((quantity >= 0)),
  CONSTRAINT notice_onward_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT notice_onward_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id),
  CONSTRAINT notice_onward_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES notice_recipient(id)
);
CREATE INDEX notice_onward_of ON notice_onward USING btree (notice_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON notice_onward TO bihuan_app;

CREATE TABLE notice_recipient (
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  party_id uuid,
  name text NOT NULL,
  city text,
  contact_name text,
  phone text,
  email text,
  state text NOT NULL,
  origin text NOT NULL,
  origin_reason text,
  removed_reason text,
  message_state text NOT NULL,
  message_fault text,
  told_at timestamp with time zone,
  told_how text,
  acknowledged_at timestamp with time zone,
  acknowledged_by text,
  stated_at timestamp with time zone,
  reminders integer NOT NULL,
  reminded_at timestamp with time zone,
  calls integer NOT NULL,
  called_at timestamp with time zone,
  call_outcome text,
  call_said text,
  escalated_to text NOT NULL,
  excused_reason text,
  CONSTRAINT notice_recipient_pkey PRIMARY KEY (id),
  CONSTRAINT notice_recipient_call_outcome_check CHECK ((call_outcome = ANY (ARRAY['reached'::text, 'not-reached'::text, 'wrong-number'::text]))),
  CONSTRAINT notice_recipient_check CHECK (((origin <> 'added'::text) OR (origin_reason IS NOT NULL))),
  CONSTRAINT notice_recipient_check1 CHECK (((state <> 'removed'::text) OR (removed_reason IS NOT NULL))),
  CONSTRAINT notice_recipient_escalated_to_check CHECK ((escalated_to = ANY (ARRAY['none'::text, 'sales-head'::text, 'quality-head'::text]))),
  CONSTRAINT notice_recipient_message_state_check CHECK ((message_state = ANY (ARRAY['none'::text, 'waiting'::text, 'sent'::text, 'failed'::text, 'handed-over'::text]))),
  CONSTRAINT notice_recipient_origin_check CHECK ((origin = ANY (ARRAY['trace'::text, 'late'::text, 'added'::text]))),
  CONSTRAINT notice_recipient_state_check CHECK ((state = ANY (ARRAY['to-tell'::text, 'told'::text, 'acknowledged'::text, 'stated'::text, 'settled'::text, 'removed'::text]))),
  CONSTRAINT notice_recipient_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id),
  CONSTRAINT notice_recipient_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id)
);
CREATE INDEX notice_recipient_by_party ON notice_recipient USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX notice_recipient_of ON notice_recipient USING btree (notice_id, name, id);
GRANT DELETE, INSERT, SELECT, UPDATE ON notice_recipient TO bihuan_app;

CREATE TABLE notice_report (
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  kind text NOT NULL,
  receiver text NOT NULL,
  reported_at timestamp with time zone NOT NULL,
  way text,
  receipt_number text,
  not_needed_reason text,
  note text,
  CONSTRAINT notice_report_pkey PRIMARY KEY (id),
  CONSTRAINT notice_report_check CHECK (((way IS NULL) = (not_needed_reason IS NOT NULL))),
  CONSTRAINT notice_report_kind_check CHECK ((kind = ANY (ARRAY['first'::text, 'plan'::text, 'plan-change'::text, 'progress'::text, 'summary'::text, 'holder'::text]))),
  CONSTRAINT notice_report_way_check CHECK ((way = ANY (ARRAY['system'::text, 'telephone'::text, 'fax'::text, 'e-mail'::text, 'letter'::text]))),
  CONSTRAINT notice_report_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id)
);
CREATE INDEX notice_report_of ON notice_report USING btree (notice_id, reported_at);
GRANT DELETE, INSERT, SELECT, UPDATE ON notice_report TO bihuan_app;

CREATE TABLE notice_statement (
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  recipient_id uuid NOT NULL,
  lot_id uuid NOT NULL,
  way text NOT NULL,
  said_by text,
  on_hand integer NOT NULL,
  used integer NOT NULL,
  sold_on integer NOT NULL,
  coming_back integer NOT NULL,
  destroyed integer NOT NULL,
  not_found integer NOT NULL,
  difference_reason text,
  CONSTRAINT notice_statement_pkey PRIMARY KEY (id),
  CONSTRAINT notice_statement_way_check CHECK ((way = ANY (ARRAY['link'::text, 'telephone'::text, 'paper'::text, 'visit'::text]))),
  CONSTRAINT notice_statement_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT notice_statement_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id),
  CONSTRAINT notice_statement_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES notice_recipient(id)
);
CREATE INDEX notice_statement_of ON notice_statement USING btree (notice_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON notice_statement TO bihuan_app;

CREATE TABLE notification (
  person_id uuid NOT NULL,
  event_id text NOT NULL,
  at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  CONSTRAINT notification_pkey PRIMARY KEY (person_id, event_id),
  CONSTRAINT notification_event_id_fkey FOREIGN KEY (event_id) REFERENCES notification_event(id) ON DELETE CASCADE,
  CONSTRAINT notification_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX notification_latest ON notification USING btree (person_id, at DESC, event_id DESC);
CREATE INDEX notification_of_event ON notification USING btree (event_id);
CREATE INDEX notification_unread ON notification USING btree (person_id, at DESC) WHERE (read_at IS NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON notification TO bihuan_app;

CREATE TABLE notification_delivery (
  id uuid NOT NULL,
  target text NOT NULL,
  state text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  round integer NOT NULL DEFAULT 1,
  next_try_at timestamp with time zone NOT NULL,
  last_try_at timestamp with time zone,
  answer text,
  sent_at timestamp with time zone,
  CONSTRAINT notification_delivery_pkey PRIMARY KEY (id),
  CONSTRAINT notification_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'given-up'::text, 'dropped'::text])))
);
CREATE INDEX notification_delivery_by_age ON notification_delivery USING btree (created_at DESC, id DESC);
CREATE INDEX notification_delivery_failing ON notification_delivery USING btree (created_at DESC) WHERE ((state = 'given-up'::text) OR ((state = 'waiting'::text) AND (attempts > 0)));
CREATE INDEX notification_delivery_waiting ON notification_delivery USING btree (next_try_at) WHERE (state = 'waiting'::text);
CREATE TRIGGER notification_delivery_again AFTER UPDATE OF next_try_at ON notification_delivery FOR EACH ROW WHEN ((new.state = 'waiting'::text)) EXECUTE FUNCTION notification_to_outbox();
CREATE TRIGGER notification_delivery_made AFTER INSERT ON notification_delivery FOR EACH ROW WHEN ((new.state = 'waiting'::text)) EXECUTE FUNCTION notification_to_outbox();
GRANT DELETE, INSERT, SELECT, UPDATE ON notification_delivery TO bihuan_app;

CREATE TABLE notification_dispatch (
  event_id text NOT NULL,
  target text NOT NULL,
  not_before timestamp with time zone NOT NULL,
  alone boolean NOT NULL,
  delivery_id uuid,
  CONSTRAINT notification_dispatch_pkey PRIMARY KEY (event_id, target),
  CONSTRAINT notification_dispatch_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES notification_delivery(id) ON DELETE SET NULL,
  CONSTRAINT notification_dispatch_event_id_fkey FOREIGN KEY (event_id) REFERENCES notification_event(id) ON DELETE CASCADE
);
CREATE INDEX notification_dispatch_due ON notification_dispatch USING btree (not_before) WHERE (delivery_id IS NULL);
CREATE INDEX notification_dispatch_of ON notification_dispatch USING btree (delivery_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON notification_dispatch TO bihuan_app;

CREATE TABLE notification_event (
  id text NOT NULL,
  at timestamp with time zone NOT NULL,
  class text NOT NULL,
  kind text NOT NULL,
  procedure text,
  record_id uuid,
  number text,
  sentence jsonb NOT NULL,
  asks jsonb,
  settled_at timestamp with time zone,
  CONSTRAINT notification_event_pkey PRIMARY KEY (id),
  CONSTRAINT notification_event_class_check CHECK ((class = ANY (ARRAY['safety'::text, 'trouble'::text, 'work'::text, 'news'::text])))
);
CREATE INDEX notification_event_by_age ON notification_event USING btree (at);
CREATE INDEX notification_event_of_record ON notification_event USING btree (record_id) WHERE (settled_at IS NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON notification_event TO bihuan_app;

CREATE TABLE notification_progress (
  one boolean NOT NULL DEFAULT true,
  began_at timestamp with time zone NOT NULL,
  seq bigint NOT NULL,
  CONSTRAINT notification_progress_pkey PRIMARY KEY (one),
  CONSTRAINT notification_progress_one_check CHECK (one)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON notification_progress TO bihuan_app;

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

CREATE TABLE patrol (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  day date NOT NULL,
  started_by_name text NOT NULL,
  equipment_count integer NOT NULL,
  finding_count integer NOT NULL,
  open_count integer NOT NULL,
  note text,
  completed_at timestamp with time zone,
  completed_by_name text,
  CONSTRAINT patrol_pkey PRIMARY KEY (id),
  CONSTRAINT patrol_number_key UNIQUE (number),
  CONSTRAINT patrol_equipment_count_check CHECK ((equipment_count >= 0)),
  CONSTRAINT patrol_finding_count_check CHECK ((finding_count >= 0)),
  CONSTRAINT patrol_open_count_check CHECK ((open_count >= 0)),
  CONSTRAINT patrol_state_check CHECK ((state = ANY (ARRAY['walking'::text, 'findings'::text, 'done'::text]))),
  CONSTRAINT patrol_version_check CHECK ((version > 0))
);
CREATE INDEX patrol_by_age ON patrol USING btree (created_at DESC, id DESC);
CREATE INDEX patrol_found ON patrol USING gin (bigrams(search_text));
CREATE UNIQUE INDEX patrol_once ON patrol USING btree (site_id, day);
GRANT DELETE, INSERT, SELECT, UPDATE ON patrol TO bihuan_app;

CREATE TABLE patrol_item (
  id uuid NOT NULL,
  patrol_id uuid NOT NULL,
  place integer NOT NULL,
  equipment_id uuid NOT NULL,
  number text NOT NULL,
  name text NOT NULL,
  location text NOT NULL,
  running text,
  finding text,
  outcome text,
  handling text,
  settled_at timestamp with time zone,
  settled_by_name text,
  CONSTRAINT patrol_item_pkey PRIMARY KEY (id),
  CONSTRAINT patrol_item_outcome_check CHECK ((outcome = ANY (ARRAY['mended'::text, 'reported'::text]))),
  CONSTRAINT patrol_item_place_check CHECK ((place > 0)),
  CONSTRAINT patrol_item_running_check CHECK ((running = ANY (ARRAY['normal'::text, 'stopped'::text, 'fault'::text]))),
  CONSTRAINT patrol_item_patrol_id_fkey FOREIGN KEY (patrol_id) REFERENCES patrol(id)
);
CREATE INDEX patrol_item_of ON patrol_item USING btree (patrol_id, place);
CREATE INDEX patrol_item_of_equipment ON patrol_item USING btree (equipment_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON patrol_item TO bihuan_app;

CREATE TABLE periodic_report (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  title jsonb NOT NULL,
  procedure text NOT NULL,
  report text NOT NULL,
  every text NOT NULL,
  year integer NOT NULL,
  part integer NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  due_on date NOT NULL,
  content jsonb NOT NULL,
  content_hash text NOT NULL,
  drawn_at timestamp with time zone NOT NULL,
  drawn_by_name text NOT NULL,
  draws integer NOT NULL,
  answers_hash text,
  submitted_at timestamp with time zone,
  submitted_by_id uuid,
  submitted_by_name text,
  returned_note text,
  signed_at timestamp with time zone,
  filed_at timestamp with time zone,
  pdf_sha256 text,
  xlsx_sha256 text,
  handed_in_on date,
  handed_in_to text,
  handed_in_note text,
  supersedes_id uuid,
  supersedes_number text,
  superseded_by_number text,
  reason text,
  end_reason text,
  search_text text NOT NULL,
  readers jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT periodic_report_pkey PRIMARY KEY (id),
  CONSTRAINT periodic_report_number_key UNIQUE (number),
  CONSTRAINT periodic_report_check CHECK ((last_day >= first_day)),
  CONSTRAINT periodic_report_check1 CHECK (((state <> 'filed'::text) OR ((filed_at IS NOT NULL) AND (pdf_sha256 IS NOT NULL) AND (xlsx_sha256 IS NOT NULL)))),
  CONSTRAINT periodic_report_draws_check CHECK ((draws > 0)),
  CONSTRAINT periodic_report_every_check CHECK ((every = ANY (ARRAY['month'::text, 'quarter'::text, 'half-year'::text, 'year'::text]))),
  CONSTRAINT periodic_report_part_check CHECK (((part >= 1) AND (part <= 12))),
  CONSTRAINT periodic_report_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'commented'::text, 'signing'::text, 'signed'::text, 'filed'::text, 'superseded'::text, 'withdrawn'::text]))),
  CONSTRAINT periodic_report_version_check CHECK ((version > 0)),
  CONSTRAINT periodic_report_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES periodic_report(id)
);
CREATE INDEX periodic_report_by_age ON periodic_report USING btree (created_at DESC, id DESC);
CREATE INDEX periodic_report_by_state ON periodic_report USING btree (state, created_at DESC, id DESC);
CREATE INDEX periodic_report_by_year ON periodic_report USING btree (last_day);
CREATE INDEX periodic_report_found ON periodic_report USING gin (bigrams(search_text));
CREATE INDEX periodic_report_of_period ON periodic_report USING btree (procedure, report, year, part);
CREATE TRIGGER periodic_report_to_file AFTER UPDATE ON periodic_report FOR EACH ROW WHEN (((new.state = 'signed'::text) AND (old.state <> 'signed'::text))) EXECUTE FUNCTION periodic_report_signed();
GRANT DELETE, INSERT, SELECT, UPDATE ON periodic_report TO bihuan_app;

CREATE TABLE periodic_report_comment (
  id uuid NOT NULL,
  periodic_report_id uuid NOT NULL,
  section text NOT NULL,
  what text NOT NULL,
  causes text,
  measures text,
  owner_name text,
  due_on date,
  at timestamp with time zone NOT NULL,
  by_name text NOT NULL,
  replaced boolean NOT NULL,
  CONSTRAINT periodic_report_comment_pkey PRIMARY KEY (id),
  CONSTRAINT periodic_report_comment_periodic_report_id_fkey FOREIGN KEY (periodic_report_id) REFERENCES periodic_report(id)
);
CREATE INDEX periodic_report_comment_of ON periodic_report_comment USING btree (periodic_report_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON periodic_report_comment TO bihuan_app;

CREATE TABLE periodic_report_receipt (
  id uuid NOT NULL,
  periodic_report_id uuid NOT NULL,
  roles jsonb NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  at timestamp with time zone NOT NULL,
  note text,
  CONSTRAINT periodic_report_receipt_pkey PRIMARY KEY (id),
  CONSTRAINT periodic_report_receipt_periodic_report_id_fkey FOREIGN KEY (periodic_report_id) REFERENCES periodic_report(id)
);
CREATE INDEX periodic_report_receipt_of ON periodic_report_receipt USING btree (periodic_report_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON periodic_report_receipt TO bihuan_app;

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

CREATE TABLE person_absence (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  from_day date NOT NULL,
  until_day date NOT NULL,
  kind text NOT NULL,
  note text,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  ended_at timestamp with time zone,
  ended_by_name text,
  CONSTRAINT person_absence_pkey PRIMARY KEY (id),
  CONSTRAINT person_absence_check CHECK ((from_day <= until_day)),
  CONSTRAINT person_absence_kind_check CHECK ((kind = ANY (ARRAY['travel'::text, 'leave'::text, 'sick'::text, 'training'::text]))),
  CONSTRAINT person_absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX person_absence_of ON person_absence USING btree (person_id, until_day) WHERE (ended_at IS NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON person_absence TO bihuan_app;

CREATE TABLE person_delegation (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  to_id uuid NOT NULL,
  to_name text NOT NULL,
  roles text[] NOT NULL,
  from_day date NOT NULL,
  until_day date NOT NULL,
  reason text NOT NULL,
  absence_id uuid,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_by_name text,
  end_reason text,
  CONSTRAINT person_delegation_pkey PRIMARY KEY (id),
  CONSTRAINT person_delegation_check CHECK ((from_day <= until_day)),
  CONSTRAINT person_delegation_roles_check CHECK ((cardinality(roles) > 0)),
  CONSTRAINT person_delegation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT person_delegation_to_id_fkey FOREIGN KEY (to_id) REFERENCES person(id)
);
CREATE INDEX person_delegation_of ON person_delegation USING btree (person_id, until_day);
CREATE INDEX person_delegation_to ON person_delegation USING btree (to_id, until_day) WHERE (ended_at IS NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON person_delegation TO bihuan_app;

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
  head_proposed boolean NOT NULL DEFAULT false,
  move_open boolean NOT NULL DEFAULT false,
  effect jsonb,
  move_cursor uuid,
  moved_count integer NOT NULL DEFAULT 0,
  moved_at timestamp with time zone,
  CONSTRAINT policy_change_pkey PRIMARY KEY (id),
  CONSTRAINT policy_change_number_key UNIQUE (number),
  CONSTRAINT policy_change_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text, 'cancelled'::text]))),
  CONSTRAINT policy_change_version_check CHECK ((version > 0))
);
CREATE INDEX policy_change_by_age ON policy_change USING btree (created_at DESC, id DESC);
CREATE INDEX policy_change_found ON policy_change USING gin (bigrams(search_text));
CREATE INDEX policy_change_of_key ON policy_change USING btree (key, created_at DESC);
CREATE UNIQUE INDEX policy_change_open_once ON policy_change USING btree (key) WHERE (state = 'proposed'::text);
CREATE INDEX policy_change_to_move ON policy_change USING btree (effective_from) WHERE (move_open AND (moved_at IS NULL));
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
  registration_valid_until date,
  contract_manufacturer text,
  production_licence_no text,
  is_serial_tracked boolean NOT NULL DEFAULT false,
  is_cold_chain boolean NOT NULL DEFAULT false,
  temperature_from integer,
  temperature_to integer,
  packages jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT product_pkey PRIMARY KEY (id),
  CONSTRAINT product_number_key UNIQUE (number),
  CONSTRAINT product_udi_di_key UNIQUE (udi_di),
  CONSTRAINT product_device_class_check CHECK ((device_class = ANY (ARRAY['I'::text, 'II'::text, 'III'::text]))),
  CONSTRAINT product_state_check CHECK ((state = ANY (ARRAY['active'::text, 'inactive'::text]))),
  CONSTRAINT product_temperature CHECK ((temperature_from <= temperature_to)),
  CONSTRAINT product_version_check CHECK ((version > 0)),
  CONSTRAINT product_manufacturer_id_fkey FOREIGN KEY (manufacturer_id) REFERENCES party(id),
  CONSTRAINT product_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX product_by_age ON product USING btree (created_at DESC, id DESC);
CREATE INDEX product_by_manufacturer ON product USING btree (manufacturer_id);
CREATE INDEX product_by_name ON product USING btree (name, model);
CREATE INDEX product_by_package ON product USING gin (packages jsonb_path_ops);
CREATE INDEX product_found ON product USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON product TO bihuan_app;

CREATE TABLE quality_objective (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  measure text NOT NULL,
  target double precision NOT NULL,
  basis text NOT NULL,
  starts_on date NOT NULL,
  proposed_by_id uuid NOT NULL,
  proposed_by_name text NOT NULL,
  approved_at timestamp with time zone,
  approved_by_name text,
  declined_note text,
  results jsonb NOT NULL,
  latest_quarter date,
  latest_value double precision,
  latest_met boolean,
  end_reason text,
  ended_by_name text,
  CONSTRAINT quality_objective_pkey PRIMARY KEY (id),
  CONSTRAINT quality_objective_number_key UNIQUE (number),
  CONSTRAINT quality_objective_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'in-force'::text, 'declined'::text, 'ended'::text]))),
  CONSTRAINT quality_objective_target_check CHECK ((target >= (0)::double precision)),
  CONSTRAINT quality_objective_version_check CHECK ((version > 0))
);
CREATE INDEX quality_objective_by_time ON quality_objective USING btree (created_at DESC, id DESC);
CREATE INDEX quality_objective_found ON quality_objective USING gin (bigrams(search_text));
CREATE UNIQUE INDEX quality_objective_once ON quality_objective USING btree (site_id, measure) WHERE (state = ANY (ARRAY['proposed'::text, 'in-force'::text]));
GRANT DELETE, INSERT, SELECT, UPDATE ON quality_objective TO bihuan_app;

CREATE TABLE record_control (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  search_text text NOT NULL,
  title text NOT NULL,
  department text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  population integer NOT NULL,
  samples jsonb NOT NULL,
  findings integer,
  summary text,
  actions text,
  due_on date,
  drawn_by_name text NOT NULL,
  checked_by_name text,
  checked_at timestamp with time zone,
  outcome text,
  closed_by_name text,
  CONSTRAINT record_control_pkey PRIMARY KEY (id),
  CONSTRAINT record_control_number_key UNIQUE (number),
  CONSTRAINT record_control_check CHECK ((period_from <= period_to)),
  CONSTRAINT record_control_population_check CHECK ((population >= 0)),
  CONSTRAINT record_control_state_check CHECK ((state = ANY (ARRAY['drawn'::text, 'recorded'::text, 'closed'::text]))),
  CONSTRAINT record_control_version_check CHECK ((version > 0))
);
CREATE INDEX record_control_by_department ON record_control USING btree (department, created_at DESC);
CREATE INDEX record_control_by_time ON record_control USING btree (created_at DESC, id DESC);
CREATE INDEX record_control_found ON record_control USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON record_control TO bihuan_app;

CREATE TABLE record_edition (
  id uuid NOT NULL,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  code text NOT NULL,
  label text NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT record_edition_pkey PRIMARY KEY (id),
  CONSTRAINT record_edition_record_id_key UNIQUE (record_id)
);
CREATE INDEX record_edition_of_edition ON record_edition USING btree (edition_id);
CREATE TRIGGER record_edition_is_append_only BEFORE DELETE OR UPDATE ON record_edition FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_edition_is_not_truncated BEFORE TRUNCATE ON record_edition FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON record_edition TO bihuan_app;

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

CREATE TABLE search_making (
  one boolean NOT NULL DEFAULT true,
  making integer NOT NULL,
  CONSTRAINT search_making_pkey PRIMARY KEY (one),
  CONSTRAINT search_making_making_check CHECK ((making > 0)),
  CONSTRAINT search_making_one_check CHECK (one)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON search_making TO bihuan_app;

CREATE TABLE shipment (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  party_id uuid NOT NULL,
  party_name text NOT NULL,
  order_no text,
  warehouse_id uuid NOT NULL,
  warehouse_name text NOT NULL,
  goods text NOT NULL,
  quantity integer NOT NULL,
  address text NOT NULL,
  contact text NOT NULL,
  phone text NOT NULL,
  wanted_on date,
  remark text,
  ordered_by_name text NOT NULL,
  picked_at timestamp with time zone,
  picked_by uuid,
  picked_by_name text,
  pick_reason text,
  checked_at timestamp with time zone,
  checked_by uuid,
  checked_by_name text,
  check_note text,
  pieces integer,
  shipped_at timestamp with time zone,
  shipped_on date,
  shipped_by uuid,
  shipped_by_name text,
  driver_name text,
  carrier text,
  vehicle text,
  waybill text,
  temperature double precision,
  import_papers boolean,
  signed_back_at timestamp with time zone,
  signed_back_by_name text,
  received_on date,
  received_by text,
  receipt_note text,
  problem text,
  problem_lot text,
  finding text,
  stopped_at timestamp with time zone,
  stopped_by_name text,
  end_reason text,
  search_text text NOT NULL,
  CONSTRAINT shipment_pkey PRIMARY KEY (id),
  CONSTRAINT shipment_number_key UNIQUE (number),
  CONSTRAINT shipment_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT shipment_state_check CHECK ((state = ANY (ARRAY['ordered'::text, 'picked'::text, 'checked'::text, 'shipped'::text, 'signed-back'::text, 'brought-back'::text, 'stopped'::text, 'cancelled'::text]))),
  CONSTRAINT shipment_version_check CHECK ((version > 0)),
  CONSTRAINT shipment_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT shipment_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  CONSTRAINT shipment_warehouse_id_fkey FOREIGN KEY (warehouse_id) REFERENCES warehouse(id)
);
CREATE INDEX shipment_by_age ON shipment USING btree (created_at DESC, id DESC);
CREATE INDEX shipment_found ON shipment USING gin (bigrams(search_text));
CREATE INDEX shipment_of_party ON shipment USING btree (party_id, created_at DESC);
CREATE INDEX shipment_open ON shipment USING btree (state, warehouse_id) WHERE (state = ANY (ARRAY['ordered'::text, 'picked'::text, 'checked'::text, 'shipped'::text, 'stopped'::text]));
GRANT DELETE, INSERT, SELECT, UPDATE ON shipment TO bihuan_app;

CREATE TABLE shipment_line (
  id uuid NOT NULL,
  shipment_id uuid NOT NULL,
  lot_id uuid NOT NULL,
  product_id uuid NOT NULL,
  quantity integer NOT NULL,
  serials text[] NOT NULL,
  unit_price integer,
  reason text,
  checked_quantity integer,
  pieces integer,
  quality text,
  problem text,
  problem_note text,
  CONSTRAINT shipment_line_pkey PRIMARY KEY (id),
  CONSTRAINT shipment_line_shipment_id_lot_id_key UNIQUE (shipment_id, lot_id),
  CONSTRAINT shipment_line_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT shipment_line_unit_price_check CHECK ((unit_price >= 0)),
  CONSTRAINT shipment_line_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT shipment_line_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT shipment_line_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipment(id)
);
CREATE INDEX shipment_line_by_lot ON shipment_line USING btree (lot_id);
CREATE INDEX shipment_line_by_serial ON shipment_line USING gin (serials);
CREATE INDEX shipment_line_of_product ON shipment_line USING btree (product_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON shipment_line TO bihuan_app;

CREATE TABLE sign_off (
  id uuid NOT NULL,
  procedure text NOT NULL,
  record_id uuid NOT NULL,
  chain text NOT NULL,
  round integer NOT NULL,
  step integer NOT NULL,
  by_roles text[] NOT NULL,
  opened_at timestamp with time zone,
  signed_at timestamp with time zone,
  signed_by uuid,
  outcome text NOT NULL,
  key text,
  stage integer,
  turn integer,
  signed_by_name text,
  deputy_for jsonb,
  note text,
  shown jsonb,
  voided_at timestamp with time zone,
  void_reason jsonb,
  CONSTRAINT sign_off_pkey PRIMARY KEY (id),
  CONSTRAINT sign_off_asked CHECK (((outcome <> ALL (ARRAY['pending'::text, 'signed'::text])) OR (opened_at IS NOT NULL))),
  CONSTRAINT sign_off_outcome_check CHECK ((outcome = ANY (ARRAY['planned'::text, 'pending'::text, 'signed'::text, 'declined'::text, 'returned'::text, 'withdrawn'::text, 'voided'::text]))),
  CONSTRAINT sign_off_round_check CHECK ((round > 0)),
  CONSTRAINT sign_off_stage_check CHECK ((stage > 0)),
  CONSTRAINT sign_off_step_check CHECK ((step > 0)),
  CONSTRAINT sign_off_turn_check CHECK ((turn > 0))
);
CREATE INDEX sign_off_pending ON sign_off USING gin (by_roles) WHERE (outcome = 'pending'::text);
CREATE INDEX sign_off_signed_by ON sign_off USING btree (signed_by, signed_at DESC) WHERE (signed_by IS NOT NULL);
CREATE UNIQUE INDEX sign_off_turn_once ON sign_off USING btree (record_id, chain, round, step, COALESCE(turn, 1));
GRANT DELETE, INSERT, SELECT, UPDATE ON sign_off TO bihuan_app;

CREATE TABLE signal (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  title text NOT NULL,
  subject text NOT NULL,
  product_id uuid,
  supplier_id uuid,
  subject_name text NOT NULL,
  month date NOT NULL,
  rule text NOT NULL,
  side text NOT NULL,
  points jsonb NOT NULL,
  chart jsonb NOT NULL,
  count integer NOT NULL,
  units integer NOT NULL,
  rate double precision NOT NULL,
  upper double precision NOT NULL,
  decision text,
  decision_reason text,
  until date,
  responsible_name text,
  complaint_id uuid,
  complaint_number text,
  proposed_at timestamp with time zone,
  proposed_by_id uuid,
  proposed_by_name text,
  returned_note text,
  approved_at timestamp with time zone,
  approved_by_name text,
  conclusion text,
  closed_at timestamp with time zone,
  closed_by_name text,
  search_text text NOT NULL,
  measures integer NOT NULL DEFAULT 0,
  no_measure text,
  CONSTRAINT signal_pkey PRIMARY KEY (id),
  CONSTRAINT signal_number_key UNIQUE (number),
  CONSTRAINT signal_check CHECK (((subject = 'product'::text) = (product_id IS NOT NULL))),
  CONSTRAINT signal_check1 CHECK (((subject = 'supplier'::text) = (supplier_id IS NOT NULL))),
  CONSTRAINT signal_decision_check CHECK ((decision = ANY (ARRAY['no-action'::text, 'watch'::text, 'investigate'::text]))),
  CONSTRAINT signal_rule_check CHECK ((rule = ANY (ARRAY['beyond-limit'::text, 'run-of-eight'::text, 'two-of-three'::text]))),
  CONSTRAINT signal_side_check CHECK ((side = ANY (ARRAY['above'::text, 'below'::text]))),
  CONSTRAINT signal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'proposed'::text, 'watching'::text, 'investigating'::text, 'closed'::text]))),
  CONSTRAINT signal_subject_check CHECK ((subject = ANY (ARRAY['product'::text, 'supplier'::text]))),
  CONSTRAINT signal_version_check CHECK ((version > 0)),
  CONSTRAINT signal_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT signal_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES party(id)
);
CREATE INDEX signal_by_age ON signal USING btree (created_at DESC, id DESC);
CREATE INDEX signal_by_state ON signal USING btree (state, created_at DESC, id DESC);
CREATE INDEX signal_found ON signal USING gin (bigrams(search_text));
CREATE UNIQUE INDEX signal_of_product ON signal USING btree (product_id, month, rule) WHERE (product_id IS NOT NULL);
CREATE UNIQUE INDEX signal_of_supplier ON signal USING btree (supplier_id, month, rule) WHERE (supplier_id IS NOT NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON signal TO bihuan_app;

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
  deputy_for jsonb,
  note text,
  role text,
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

CREATE TABLE stock (
  id uuid NOT NULL,
  lot_id uuid NOT NULL,
  product_id uuid NOT NULL,
  warehouse_id uuid NOT NULL,
  zone text NOT NULL,
  quantity integer NOT NULL,
  CONSTRAINT stock_pkey PRIMARY KEY (id),
  CONSTRAINT stock_lot_id_warehouse_id_zone_key UNIQUE (lot_id, warehouse_id, zone),
  CONSTRAINT stock_quantity_check CHECK ((quantity >= 0)),
  CONSTRAINT stock_zone_check CHECK ((zone = ANY (ARRAY['waiting'::text, 'qualified'::text, 'shipping'::text, 'unqualified'::text, 'return'::text]))),
  CONSTRAINT stock_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT stock_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT stock_warehouse_id_fkey FOREIGN KEY (warehouse_id) REFERENCES warehouse(id)
);
CREATE INDEX stock_by_product ON stock USING btree (product_id, zone);
CREATE INDEX stock_by_zone ON stock USING btree (warehouse_id, zone) WHERE (quantity > 0);
GRANT DELETE, INSERT, SELECT, UPDATE ON stock TO bihuan_app;

CREATE TABLE stock_count (
  id uuid NOT NULL,
  lot_id uuid NOT NULL,
  warehouse_id uuid NOT NULL,
  zone text NOT NULL,
  counted_on date NOT NULL,
  booked integer NOT NULL,
  counted integer NOT NULL,
  reason text,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  CONSTRAINT stock_count_pkey PRIMARY KEY (id),
  CONSTRAINT stock_count_booked_check CHECK ((booked >= 0)),
  CONSTRAINT stock_count_counted_check CHECK ((counted >= 0)),
  CONSTRAINT stock_count_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT stock_count_warehouse_id_fkey FOREIGN KEY (warehouse_id) REFERENCES warehouse(id)
);
CREATE INDEX stock_count_by_lot ON stock_count USING btree (lot_id, at DESC);
GRANT DELETE, INSERT, SELECT, UPDATE ON stock_count TO bihuan_app;

CREATE TABLE stock_in (
  id uuid NOT NULL,
  lot_id uuid NOT NULL,
  warehouse_id uuid NOT NULL,
  number text NOT NULL,
  quantity integer NOT NULL,
  serials text[] NOT NULL,
  supplier_id uuid,
  supplier_name text,
  document text,
  received_on date,
  verdict text NOT NULL,
  accepted_at timestamp with time zone NOT NULL,
  accepted_by uuid NOT NULL,
  accepted_by_name text NOT NULL,
  location text,
  booked_at timestamp with time zone,
  booked_by uuid,
  booked_by_name text,
  CONSTRAINT stock_in_pkey PRIMARY KEY (id),
  CONSTRAINT stock_in_number_key UNIQUE (number),
  CONSTRAINT stock_in_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT stock_in_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT stock_in_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES party(id),
  CONSTRAINT stock_in_warehouse_id_fkey FOREIGN KEY (warehouse_id) REFERENCES warehouse(id)
);
CREATE INDEX stock_in_by_lot ON stock_in USING btree (lot_id, accepted_at);
CREATE INDEX stock_in_waiting ON stock_in USING btree (lot_id) WHERE (booked_at IS NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON stock_in TO bihuan_app;

CREATE TABLE stock_move (
  id uuid NOT NULL,
  lot_id uuid NOT NULL,
  product_id uuid NOT NULL,
  warehouse_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  happened_on date NOT NULL,
  from_place text NOT NULL,
  to_place text NOT NULL,
  quantity integer NOT NULL,
  kind text NOT NULL,
  document text,
  cause_procedure text,
  cause_id uuid,
  cause_number text,
  party_id uuid,
  serials text[] NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  note text,
  CONSTRAINT stock_move_pkey PRIMARY KEY (id),
  CONSTRAINT stock_move_check CHECK ((from_place <> to_place)),
  CONSTRAINT stock_move_check1 CHECK (((cardinality(serials) = 0) OR (cardinality(serials) = quantity))),
  CONSTRAINT stock_move_from_place_check CHECK ((from_place = ANY (ARRAY['waiting'::text, 'qualified'::text, 'shipping'::text, 'unqualified'::text, 'return'::text, 'supplier'::text, 'customer'::text, 'counted'::text]))),
  CONSTRAINT stock_move_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT stock_move_to_place_check CHECK ((to_place = ANY (ARRAY['waiting'::text, 'qualified'::text, 'shipping'::text, 'unqualified'::text, 'return'::text, 'supplier'::text, 'customer'::text, 'counted'::text, 'destroyed'::text]))),
  CONSTRAINT stock_move_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT stock_move_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT stock_move_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT stock_move_warehouse_id_fkey FOREIGN KEY (warehouse_id) REFERENCES warehouse(id)
);
CREATE INDEX stock_move_by_cause ON stock_move USING btree (cause_id) WHERE (cause_id IS NOT NULL);
CREATE INDEX stock_move_by_lot ON stock_move USING btree (lot_id, at DESC, id DESC);
CREATE INDEX stock_move_by_party ON stock_move USING btree (lot_id, party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX stock_move_by_serial ON stock_move USING gin (serials);
CREATE INDEX stock_move_of_party ON stock_move USING btree (party_id, at DESC) WHERE (party_id IS NOT NULL);
CREATE INDEX stock_move_of_product ON stock_move USING btree (product_id, at DESC);
CREATE TRIGGER stock_move_is_append_only BEFORE DELETE OR UPDATE ON stock_move FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stock_move_is_not_truncated BEFORE TRUNCATE ON stock_move FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON stock_move TO bihuan_app;

CREATE TABLE stop_sale (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  title text NOT NULL,
  scope text NOT NULL,
  product_id uuid NOT NULL,
  product_name text NOT NULL,
  model text,
  registration_no text,
  manufacturer_id uuid,
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
  placed_at timestamp with time zone NOT NULL,
  placed_by_name text NOT NULL,
  expected_in_stock integer NOT NULL,
  counted_in_stock integer,
  expected_under_way integer NOT NULL,
  expected_at_buyers integer NOT NULL,
  buyers integer NOT NULL,
  found_elsewhere text,
  marks_at timestamp with time zone,
  marks_by_name text,
  sales_ack_at timestamp with time zone,
  sales_ack_by_name text,
  problem text,
  recheck_quantity integer,
  recheck_requested_at timestamp with time zone,
  recheck_requested_by_name text,
  finding text,
  finding_note text,
  finding_at timestamp with time zone,
  finding_by_name text,
  head_told_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  confirmed_by_name text,
  countersigned_by_name text,
  widen_count integer NOT NULL,
  inquiry_state text,
  inquiry_waived_reason text,
  released_at timestamp with time zone,
  released_by_name text,
  release_reason text,
  release_document text,
  marks_off_at timestamp with time zone,
  marks_off_by_name text,
  everybody_told_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by_name text,
  closing_note text,
  search_text text NOT NULL,
  outside_reason text,
  CONSTRAINT stop_sale_pkey PRIMARY KEY (id),
  CONSTRAINT stop_sale_number_key UNIQUE (number),
  CONSTRAINT stop_sale_buyers_check CHECK ((buyers >= 0)),
  CONSTRAINT stop_sale_check CHECK (((state <> ALL (ARRAY['releasing'::text, 'released'::text])) OR ((finding = 'good'::text) AND (released_at IS NOT NULL)))),
  CONSTRAINT stop_sale_check1 CHECK (((scope = 'product'::text) = (lot_id IS NULL))),
  CONSTRAINT stop_sale_check2 CHECK (((scope = 'serials'::text) = (cardinality(serials) > 0))),
  CONSTRAINT stop_sale_counted_in_stock_check CHECK ((counted_in_stock >= 0)),
  CONSTRAINT stop_sale_expected_at_buyers_check CHECK ((expected_at_buyers >= 0)),
  CONSTRAINT stop_sale_expected_in_stock_check CHECK ((expected_in_stock >= 0)),
  CONSTRAINT stop_sale_expected_under_way_check CHECK ((expected_under_way >= 0)),
  CONSTRAINT stop_sale_finding_check CHECK ((finding = ANY (ARRAY['good'::text, 'bad'::text, 'undetermined'::text]))),
  CONSTRAINT stop_sale_inquiry_state_check CHECK ((inquiry_state = ANY (ARRAY['sent'::text, 'waived'::text]))),
  CONSTRAINT stop_sale_recheck_quantity_check CHECK ((recheck_quantity > 0)),
  CONSTRAINT stop_sale_scope_check CHECK ((scope = ANY (ARRAY['product'::text, 'lot'::text, 'serials'::text]))),
  CONSTRAINT stop_sale_state_check CHECK ((state = ANY (ARRAY['placed'::text, 're-check'::text, 'confirming'::text, 'confirmed'::text, 'releasing'::text, 'released'::text, 'closed'::text]))),
  CONSTRAINT stop_sale_version_check CHECK ((version > 0)),
  CONSTRAINT stop_sale_widen_count_check CHECK ((widen_count >= 0)),
  CONSTRAINT stop_sale_manufacturer_id_fkey FOREIGN KEY (manufacturer_id) REFERENCES party(id),
  CONSTRAINT stop_sale_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT stop_sale_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX stop_sale_by_lot ON stop_sale USING btree (lot_id) WHERE (lot_id IS NOT NULL);
CREATE INDEX stop_sale_by_product ON stop_sale USING btree (product_id, placed_at DESC);
CREATE INDEX stop_sale_by_serial ON stop_sale USING gin (serials) WHERE (cardinality(serials) > 0);
CREATE INDEX stop_sale_by_state ON stop_sale USING btree (state, placed_at DESC, id DESC);
CREATE INDEX stop_sale_by_time ON stop_sale USING btree (placed_at DESC, id DESC);
CREATE INDEX stop_sale_found ON stop_sale USING gin (bigrams(search_text));
CREATE INDEX stop_sale_holding ON stop_sale USING btree (product_id) WHERE (state <> ALL (ARRAY['releasing'::text, 'released'::text]));
GRANT DELETE, INSERT, SELECT, UPDATE ON stop_sale TO bihuan_app;

CREATE TABLE stop_sale_cause (
  id uuid NOT NULL,
  stop_sale_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  procedure text NOT NULL,
  cause_id uuid NOT NULL,
  number text NOT NULL,
  verdict text,
  note text,
  decided_at timestamp with time zone,
  CONSTRAINT stop_sale_cause_pkey PRIMARY KEY (id),
  CONSTRAINT stop_sale_cause_verdict_check CHECK ((verdict = ANY (ARRAY['good'::text, 'bad'::text, 'undetermined'::text]))),
  CONSTRAINT stop_sale_cause_stop_sale_id_fkey FOREIGN KEY (stop_sale_id) REFERENCES stop_sale(id)
);
CREATE INDEX stop_sale_cause_by_record ON stop_sale_cause USING btree (cause_id);
CREATE INDEX stop_sale_cause_of ON stop_sale_cause USING btree (stop_sale_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON stop_sale_cause TO bihuan_app;

CREATE TABLE stop_sale_lot (
  id uuid NOT NULL,
  stop_sale_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  lot_id uuid NOT NULL,
  lot_no text NOT NULL,
  CONSTRAINT stop_sale_lot_pkey PRIMARY KEY (id),
  CONSTRAINT stop_sale_lot_stop_sale_id_lot_id_key UNIQUE (stop_sale_id, lot_id),
  CONSTRAINT stop_sale_lot_stop_sale_id_fkey FOREIGN KEY (stop_sale_id) REFERENCES stop_sale(id)
);
CREATE INDEX stop_sale_lot_by_lot ON stop_sale_lot USING btree (lot_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON stop_sale_lot TO bihuan_app;

CREATE TABLE stop_sale_mark (
  id uuid NOT NULL,
  stop_sale_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  lot_id uuid NOT NULL,
  lot_no text NOT NULL,
  warehouse_id uuid NOT NULL,
  warehouse_name text NOT NULL,
  zone text NOT NULL,
  expected integer NOT NULL,
  counted integer,
  difference text,
  marked_at timestamp with time zone,
  marked_by_name text,
  unmarked_at timestamp with time zone,
  unmarked_by_name text,
  CONSTRAINT stop_sale_mark_pkey PRIMARY KEY (id),
  CONSTRAINT stop_sale_mark_check CHECK (((counted IS NULL) OR (counted = expected) OR (difference IS NOT NULL))),
  CONSTRAINT stop_sale_mark_counted_check CHECK ((counted >= 0)),
  CONSTRAINT stop_sale_mark_expected_check CHECK ((expected >= 0)),
  CONSTRAINT stop_sale_mark_stop_sale_id_fkey FOREIGN KEY (stop_sale_id) REFERENCES stop_sale(id)
);
CREATE INDEX stop_sale_mark_by_lot ON stop_sale_mark USING btree (lot_id);
CREATE INDEX stop_sale_mark_of ON stop_sale_mark USING btree (stop_sale_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON stop_sale_mark TO bihuan_app;

CREATE TABLE stop_sale_told (
  id uuid NOT NULL,
  stop_sale_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  audience text NOT NULL,
  party_id uuid,
  name text NOT NULL,
  way text NOT NULL,
  told_at timestamp with time zone NOT NULL,
  content text,
  receipt text,
  notice_id uuid,
  acknowledged_at timestamp with time zone,
  acknowledged_by_name text,
  resumed_at timestamp with time zone,
  resumed_by_name text,
  resumed_note text,
  CONSTRAINT stop_sale_told_pkey PRIMARY KEY (id),
  CONSTRAINT stop_sale_told_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT stop_sale_told_stop_sale_id_fkey FOREIGN KEY (stop_sale_id) REFERENCES stop_sale(id)
);
CREATE INDEX stop_sale_told_by_party ON stop_sale_told USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX stop_sale_told_of ON stop_sale_told USING btree (stop_sale_id, told_at);
GRANT DELETE, INSERT, SELECT, UPDATE ON stop_sale_told TO bihuan_app;

CREATE TABLE stop_sale_transit (
  id uuid NOT NULL,
  stop_sale_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  lot_id uuid NOT NULL,
  lot_no text NOT NULL,
  number text NOT NULL,
  party_id uuid NOT NULL,
  party_name text NOT NULL,
  quantity integer NOT NULL,
  shipped_at timestamp with time zone NOT NULL,
  CONSTRAINT stop_sale_transit_pkey PRIMARY KEY (id),
  CONSTRAINT stop_sale_transit_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT stop_sale_transit_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT stop_sale_transit_stop_sale_id_fkey FOREIGN KEY (stop_sale_id) REFERENCES stop_sale(id)
);
CREATE INDEX stop_sale_transit_by_lot ON stop_sale_transit USING btree (lot_id);
CREATE INDEX stop_sale_transit_by_party ON stop_sale_transit USING btree (party_id);
CREATE INDEX stop_sale_transit_of ON stop_sale_transit USING btree (stop_sale_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON stop_sale_transit TO bihuan_app;

CREATE TABLE storage_act (
  id uuid NOT NULL,
  storage_condition_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  kind text NOT NULL,
  happened_at timestamp with time zone NOT NULL,
  what text,
  temperature double precision,
  humidity double precision,
  in_range boolean,
  CONSTRAINT storage_act_pkey PRIMARY KEY (id),
  CONSTRAINT storage_act_kind_check CHECK ((kind = ANY (ARRAY['measure'::text, 'reread'::text]))),
  CONSTRAINT storage_act_storage_condition_id_fkey FOREIGN KEY (storage_condition_id) REFERENCES storage_condition(id)
);
CREATE INDEX storage_act_of ON storage_act USING btree (storage_condition_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON storage_act TO bihuan_app;

CREATE TABLE storage_condition (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  warehouse_id uuid NOT NULL,
  warehouse_name text NOT NULL,
  climate text NOT NULL,
  measured_at timestamp with time zone NOT NULL,
  until_at timestamp with time zone,
  log_day date NOT NULL,
  window_from text,
  window_to text,
  timing text,
  temperature double precision,
  humidity double precision,
  temperature_low double precision,
  temperature_high double precision,
  humidity_low double precision,
  humidity_high double precision,
  temperature_from double precision,
  temperature_to double precision,
  humidity_from double precision,
  humidity_to double precision,
  instrument text,
  calibration_due_on date,
  points integer,
  reason text,
  note text,
  recorded_by_name text NOT NULL,
  measures integer NOT NULL DEFAULT 0,
  goods_count integer NOT NULL DEFAULT 0,
  goods_round integer NOT NULL DEFAULT 1,
  goods_verdict text,
  goods_note text,
  assessed_at timestamp with time zone,
  assessed_by_name text,
  restored_at timestamp with time zone,
  cause text,
  closed_at timestamp with time zone,
  closed_by_name text,
  search_text text NOT NULL,
  equipment_id uuid,
  CONSTRAINT storage_condition_pkey PRIMARY KEY (id),
  CONSTRAINT storage_condition_number_key UNIQUE (number),
  CONSTRAINT storage_condition_check CHECK (((state <> 'closed'::text) OR ((restored_at IS NOT NULL) AND ((goods_count = 0) OR (assessed_at IS NOT NULL))))),
  CONSTRAINT storage_condition_check1 CHECK (((timing IS DISTINCT FROM 'late'::text) OR (reason IS NOT NULL))),
  CONSTRAINT storage_condition_goods_verdict_check CHECK ((goods_verdict = ANY (ARRAY['unaffected'::text, 'stop'::text]))),
  CONSTRAINT storage_condition_kind_check CHECK ((kind = ANY (ARRAY['reading'::text, 'batch'::text, 'excursion'::text, 'missed'::text, 'range'::text]))),
  CONSTRAINT storage_condition_timing_check CHECK ((timing = ANY (ARRAY['on-time'::text, 'late'::text, 'extra'::text]))),
  CONSTRAINT storage_condition_version_check CHECK ((version > 0)),
  CONSTRAINT storage_condition_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  CONSTRAINT storage_condition_warehouse_id_fkey FOREIGN KEY (warehouse_id) REFERENCES warehouse(id)
);
CREATE INDEX storage_condition_by_state ON storage_condition USING btree (state, measured_at DESC, id DESC);
CREATE INDEX storage_condition_by_time ON storage_condition USING btree (measured_at DESC, id DESC);
CREATE INDEX storage_condition_found ON storage_condition USING gin (bigrams(search_text));
CREATE INDEX storage_condition_of_day ON storage_condition USING btree (warehouse_id, log_day) WHERE (kind = ANY (ARRAY['reading'::text, 'missed'::text]));
CREATE INDEX storage_condition_of_store ON storage_condition USING btree (warehouse_id, kind, measured_at DESC);
CREATE UNIQUE INDEX storage_condition_window ON storage_condition USING btree (warehouse_id, log_day, window_from) WHERE ((window_from IS NOT NULL) AND (state <> 'voided'::text));
GRANT DELETE, INSERT, SELECT, UPDATE ON storage_condition TO bihuan_app;

CREATE TABLE storage_goods (
  id uuid NOT NULL,
  storage_condition_id uuid NOT NULL,
  lot_id uuid NOT NULL,
  lot_no text NOT NULL,
  product_id uuid NOT NULL,
  product_name text NOT NULL,
  model text,
  quantity integer NOT NULL,
  temperature_from double precision,
  temperature_to double precision,
  CONSTRAINT storage_goods_pkey PRIMARY KEY (id),
  CONSTRAINT storage_goods_storage_condition_id_lot_id_key UNIQUE (storage_condition_id, lot_id),
  CONSTRAINT storage_goods_quantity_check CHECK ((quantity > 0)),
  CONSTRAINT storage_goods_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT storage_goods_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT storage_goods_storage_condition_id_fkey FOREIGN KEY (storage_condition_id) REFERENCES storage_condition(id)
);
CREATE INDEX storage_goods_by_lot ON storage_goods USING btree (lot_id);
CREATE INDEX storage_goods_by_product ON storage_goods USING btree (product_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON storage_goods TO bihuan_app;

CREATE TABLE storage_series (
  id uuid NOT NULL,
  storage_condition_id uuid NOT NULL,
  warehouse_id uuid NOT NULL,
  instrument text NOT NULL,
  log_day date NOT NULL,
  start_at timestamp with time zone NOT NULL,
  until_at timestamp with time zone NOT NULL,
  seconds integer[] NOT NULL,
  temperatures integer[] NOT NULL,
  humidities integer[] NOT NULL,
  CONSTRAINT storage_series_pkey PRIMARY KEY (id),
  CONSTRAINT storage_series_check CHECK (((cardinality(seconds) = cardinality(temperatures)) AND (cardinality(seconds) = cardinality(humidities)))),
  CONSTRAINT storage_series_storage_condition_id_fkey FOREIGN KEY (storage_condition_id) REFERENCES storage_condition(id),
  CONSTRAINT storage_series_warehouse_id_fkey FOREIGN KEY (warehouse_id) REFERENCES warehouse(id)
);
CREATE INDEX storage_series_by_time ON storage_series USING btree (warehouse_id, log_day, instrument);
CREATE INDEX storage_series_of ON storage_series USING btree (storage_condition_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON storage_series TO bihuan_app;

CREATE TABLE supplier_inquiry (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  title text NOT NULL,
  party_id uuid NOT NULL,
  party_name text NOT NULL,
  contact_person text,
  email text,
  product_id uuid NOT NULL,
  product_name text NOT NULL,
  model text,
  registration_no text,
  lot_id uuid,
  lot_no text,
  cause_id uuid,
  cause_number text,
  question text NOT NULL,
  due_on date NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  sent_by_name text NOT NULL,
  letter_state text NOT NULL,
  letter_at timestamp with time zone,
  link_until timestamp with time zone NOT NULL,
  reminders integer NOT NULL,
  reminded_at timestamp with time zone,
  round integer NOT NULL,
  answered_at timestamp with time zone,
  answered_by text,
  answer_way text,
  answer text,
  cause text,
  measures text,
  verdict text,
  liability text,
  effect text,
  evaluation text,
  evaluated_at timestamp with time zone,
  evaluated_by_name text,
  closed_at timestamp with time zone,
  closed_by_name text,
  closing_note text,
  end_reason text,
  search_text text NOT NULL,
  CONSTRAINT supplier_inquiry_pkey PRIMARY KEY (id),
  CONSTRAINT supplier_inquiry_number_key UNIQUE (number),
  CONSTRAINT supplier_inquiry_check CHECK (((state <> ALL (ARRAY['evaluated'::text, 'closed'::text])) OR ((verdict IS NOT NULL) AND (effect IS NOT NULL)))),
  CONSTRAINT supplier_inquiry_effect_check CHECK ((effect = ANY (ARRAY['none'::text, 'warned'::text, 'probation'::text, 'suspension-proposed'::text]))),
  CONSTRAINT supplier_inquiry_letter_state_check CHECK ((letter_state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'handed-over'::text]))),
  CONSTRAINT supplier_inquiry_reminders_check CHECK ((reminders >= 0)),
  CONSTRAINT supplier_inquiry_round_check CHECK ((round > 0)),
  CONSTRAINT supplier_inquiry_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'answered'::text, 'evaluated'::text, 'closed'::text, 'voided'::text]))),
  CONSTRAINT supplier_inquiry_verdict_check CHECK ((verdict = ANY (ARRAY['satisfactory'::text, 'insufficient'::text, 'no-answer'::text]))),
  CONSTRAINT supplier_inquiry_version_check CHECK ((version > 0)),
  CONSTRAINT supplier_inquiry_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT supplier_inquiry_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT supplier_inquiry_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT supplier_inquiry_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX supplier_inquiry_by_cause ON supplier_inquiry USING btree (cause_id) WHERE (cause_id IS NOT NULL);
CREATE INDEX supplier_inquiry_by_lot ON supplier_inquiry USING btree (lot_id) WHERE (lot_id IS NOT NULL);
CREATE INDEX supplier_inquiry_by_party ON supplier_inquiry USING btree (party_id, sent_at DESC);
CREATE INDEX supplier_inquiry_by_product ON supplier_inquiry USING btree (product_id, sent_at DESC);
CREATE INDEX supplier_inquiry_by_state ON supplier_inquiry USING btree (state, sent_at DESC, id DESC);
CREATE INDEX supplier_inquiry_by_time ON supplier_inquiry USING btree (sent_at DESC, id DESC);
CREATE INDEX supplier_inquiry_found ON supplier_inquiry USING gin (bigrams(search_text));
GRANT DELETE, INSERT, SELECT, UPDATE ON supplier_inquiry TO bihuan_app;

CREATE TABLE supplier_inquiry_answer (
  id uuid NOT NULL,
  supplier_inquiry_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  round integer NOT NULL,
  question text NOT NULL,
  answered_at timestamp with time zone NOT NULL,
  answered_by text NOT NULL,
  way text NOT NULL,
  answer text NOT NULL,
  cause text,
  measures text,
  verdict text,
  evaluation text,
  CONSTRAINT supplier_inquiry_answer_pkey PRIMARY KEY (id),
  CONSTRAINT supplier_inquiry_answer_round_check CHECK ((round > 0)),
  CONSTRAINT supplier_inquiry_answer_supplier_inquiry_id_fkey FOREIGN KEY (supplier_inquiry_id) REFERENCES supplier_inquiry(id)
);
CREATE INDEX supplier_inquiry_answer_of ON supplier_inquiry_answer USING btree (supplier_inquiry_id, at);
GRANT DELETE, INSERT, SELECT, UPDATE ON supplier_inquiry_answer TO bihuan_app;

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
CREATE INDEX trail_by_step ON trail USING btree (command, at DESC, seq DESC) INCLUDE (record_id) WHERE (outcome = 'accepted'::text);
CREATE INDEX trail_by_time ON trail USING btree (at DESC, seq DESC);
CREATE INDEX trail_refused ON trail USING btree (at DESC) WHERE (outcome = 'refused'::text);
CREATE INDEX trail_refused_by_clause ON trail USING gin (clauses) WHERE (outcome = 'refused'::text);
CREATE TRIGGER trail_is_append_only BEFORE DELETE OR UPDATE ON trail FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER trail_is_not_truncated BEFORE TRUNCATE ON trail FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT INSERT, SELECT ON trail TO bihuan_app;

CREATE TABLE unit (
  id uuid NOT NULL,
  lot_id uuid NOT NULL,
  product_id uuid NOT NULL,
  serial text NOT NULL,
  place text NOT NULL,
  warehouse_id uuid,
  party_id uuid,
  CONSTRAINT unit_pkey PRIMARY KEY (id),
  CONSTRAINT unit_product_id_serial_key UNIQUE (product_id, serial),
  CONSTRAINT unit_check CHECK (((warehouse_id IS NOT NULL) = (place = ANY (ARRAY['waiting'::text, 'qualified'::text, 'shipping'::text, 'unqualified'::text, 'return'::text])))),
  CONSTRAINT unit_check1 CHECK (((place <> 'customer'::text) OR (party_id IS NOT NULL))),
  CONSTRAINT unit_place_check CHECK ((place = ANY (ARRAY['waiting'::text, 'qualified'::text, 'shipping'::text, 'unqualified'::text, 'return'::text, 'supplier'::text, 'customer'::text, 'counted'::text, 'destroyed'::text]))),
  CONSTRAINT unit_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES lot(id),
  CONSTRAINT unit_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id),
  CONSTRAINT unit_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id),
  CONSTRAINT unit_warehouse_id_fkey FOREIGN KEY (warehouse_id) REFERENCES warehouse(id)
);
CREATE INDEX unit_by_folded_serial ON unit USING btree (product_id, lower(NORMALIZE(serial, NFKC)));
CREATE INDEX unit_by_lot ON unit USING btree (lot_id, place);
CREATE INDEX unit_by_party ON unit USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX unit_by_serial ON unit USING btree (serial text_pattern_ops);
GRANT DELETE, INSERT, SELECT, UPDATE ON unit TO bihuan_app;

CREATE TABLE warehouse (
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  site_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  operator text,
  climate text NOT NULL,
  is_main boolean NOT NULL,
  zones jsonb NOT NULL,
  search_text text NOT NULL,
  CONSTRAINT warehouse_pkey PRIMARY KEY (id),
  CONSTRAINT warehouse_number_key UNIQUE (number),
  CONSTRAINT warehouse_climate_check CHECK ((climate = ANY (ARRAY['ambient'::text, 'cool'::text, 'cold'::text, 'frozen'::text]))),
  CONSTRAINT warehouse_state_check CHECK ((state = ANY (ARRAY['active'::text, 'inactive'::text]))),
  CONSTRAINT warehouse_version_check CHECK ((version > 0)),
  CONSTRAINT warehouse_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX warehouse_by_age ON warehouse USING btree (created_at DESC, id DESC);
CREATE INDEX warehouse_found ON warehouse USING gin (bigrams(search_text));
CREATE UNIQUE INDEX warehouse_main ON warehouse USING btree (site_id) WHERE is_main;
GRANT DELETE, INSERT, SELECT, UPDATE ON warehouse TO bihuan_app;
