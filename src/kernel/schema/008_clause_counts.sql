-- The clocks of a clause are counted kind by kind from one index, in its order; inside it a period is found without the rest.
CREATE INDEX deadline_counted ON deadline (clause, procedure, name, policy_key, due_at)
  INCLUDE (record_id, opened_at, met_at) WHERE cancelled_at IS NULL;

-- What is read by time grows at the end of its index, so that pages fill: an index that falls by time splits them in half.
DROP INDEX deadline_by_clause;
CREATE INDEX deadline_by_clause ON deadline (clause, due_at, id);
DROP INDEX trail_by_step;
CREATE INDEX trail_by_step ON trail (command, at, seq) INCLUDE (record_id) WHERE outcome = 'accepted';
