-- Regular reports: one record for each report and period, with what was drawn, said, signed and filed.

CREATE TABLE periodic_report (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('drafted', 'commented', 'signing', 'signed', 'filed', 'superseded', 'withdrawn')),
  version integer NOT NULL CHECK (version > 0),
  site_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL,
  title jsonb NOT NULL,
  procedure text NOT NULL,
  report text NOT NULL,
  every text NOT NULL CHECK (every IN ('month', 'quarter', 'half-year', 'year')),
  year integer NOT NULL,
  part integer NOT NULL CHECK (part BETWEEN 1 AND 12),
  first_day date NOT NULL,
  last_day date NOT NULL,
  due_on date NOT NULL,
  -- Figures, charts and tables as they were drawn; not changed once it is submitted.
  content jsonb NOT NULL,
  content_hash text NOT NULL,
  drawn_at timestamptz NOT NULL,
  drawn_by_name text NOT NULL,
  draws integer NOT NULL CHECK (draws > 0),
  answers_hash text,
  submitted_at timestamptz,
  submitted_by_id uuid,
  submitted_by_name text,
  returned_note text,
  signed_at timestamptz,
  filed_at timestamptz,
  pdf_sha256 text,
  xlsx_sha256 text,
  handed_in_on date,
  handed_in_to text,
  handed_in_note text,
  supersedes_id uuid REFERENCES periodic_report,
  supersedes_number text,
  superseded_by_number text,
  reason text,
  end_reason text,
  CHECK (last_day >= first_day),
  CHECK (state <> 'filed' OR (filed_at IS NOT NULL AND pdf_sha256 IS NOT NULL AND xlsx_sha256 IS NOT NULL)),
  search_text text NOT NULL
);
CREATE INDEX periodic_report_by_age ON periodic_report (created_at DESC, id DESC);
CREATE INDEX periodic_report_by_state ON periodic_report (state, created_at DESC, id DESC);
CREATE INDEX periodic_report_of_period ON periodic_report (procedure, report, year, part);
CREATE INDEX periodic_report_by_year ON periodic_report (last_day);
CREATE INDEX periodic_report_found ON periodic_report USING gin (bigrams(search_text));

CREATE TABLE periodic_report_comment (
  id uuid PRIMARY KEY,
  periodic_report_id uuid NOT NULL REFERENCES periodic_report,
  section text NOT NULL,
  what text NOT NULL,
  causes text,
  measures text,
  owner_name text,
  due_on date,
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  replaced boolean NOT NULL
);
CREATE INDEX periodic_report_comment_of ON periodic_report_comment (periodic_report_id, at);

-- A report with all its signatures becomes a job of the queue in the same transaction: its files are made and it is filed.
CREATE FUNCTION periodic_report_signed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    PERFORM graphile_worker.add_job(
      'file-report', json_build_object('id', NEW.id), job_key => NEW.id::text, max_attempts => 10
    );
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER periodic_report_to_file AFTER UPDATE ON periodic_report
  FOR EACH ROW WHEN (NEW.state = 'signed' AND OLD.state <> 'signed') EXECUTE FUNCTION periodic_report_signed();
