-- For whom a filed report is meant, and who has read it.

ALTER TABLE periodic_report ADD COLUMN readers jsonb NOT NULL DEFAULT '[]';

CREATE TABLE periodic_report_receipt (
  id uuid PRIMARY KEY,
  periodic_report_id uuid NOT NULL REFERENCES periodic_report,
  roles jsonb NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  note text
);
CREATE INDEX periodic_report_receipt_of ON periodic_report_receipt (periodic_report_id, at);
