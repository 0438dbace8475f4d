-- What happened to a lot is asked from its trace.
CREATE INDEX complaint_by_traced_lot ON complaint (lot_id, created_at DESC) WHERE lot_id IS NOT NULL;
