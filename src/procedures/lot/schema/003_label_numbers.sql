-- Lot and serial numbers are compared without letter case and full-width forms, so that one lot or device is not entered
-- twice. Not unique: a database may have such twins from before, and people mend them.

CREATE INDEX lot_by_folded_number ON lot (lower(normalize(lot_no, NFKC)), product_id);
CREATE INDEX unit_by_folded_serial ON unit (product_id, lower(normalize(serial, NFKC)));
