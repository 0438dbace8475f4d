-- What proves a clause is counted from indexes alone, and its records are paged without sorting.
CREATE INDEX trail_by_step ON trail (command, at DESC, seq DESC) INCLUDE (record_id) WHERE outcome = 'accepted';
CREATE INDEX trail_refused_by_clause ON trail USING gin (clauses) WHERE outcome = 'refused';

DROP INDEX deadline_by_clause;
CREATE INDEX deadline_by_clause ON deadline (clause, due_at DESC, id DESC)
  INCLUDE (procedure, record_id, name, policy_key, opened_at, met_at, cancelled_at);
CREATE INDEX deadline_met_late ON deadline (clause, due_at DESC, id DESC) WHERE met_at > due_at AND cancelled_at IS NULL;
CREATE INDEX deadline_not_met ON deadline (clause, due_at DESC, id DESC) WHERE met_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX deadline_cancelled ON deadline (clause, due_at DESC, id DESC) WHERE cancelled_at IS NOT NULL;

CREATE INDEX correction_by_time ON correction (procedure, at DESC);
