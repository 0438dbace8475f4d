-- The clocks of a clause are counted kind by kind from one index, in its order; inside it a period is found without the rest.
CREATE INDEX deadline_counted ON deadline (clause, procedure, name, policy_key, due_at)
  INCLUDE (record_id, opened_at, met_at) WHERE cancelled_at IS NULL;

-- What shows the clocks one by one needs their order alone.
DROP INDEX deadline_by_clause;
CREATE INDEX deadline_by_clause ON deadline (clause, due_at, id);
