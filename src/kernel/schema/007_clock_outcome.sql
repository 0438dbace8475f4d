-- Ledgers are filtered by the outcome of a clock: the records that have it, and the clocks of one record, without the table.
CREATE INDEX deadline_by_clock ON deadline (procedure, name, record_id) INCLUDE (due_at, met_at, cancelled_at);
