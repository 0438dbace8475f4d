-- The table "warehouse" is the vocabulary's, since several procedures point to it; the register reads it in this order.

CREATE INDEX warehouse_by_age ON warehouse (created_at DESC, id DESC);
