-- The table "lot" is the vocabulary's, since several procedures point to it; the register reads it in this order.

CREATE INDEX lot_by_age ON lot (created_at DESC, id DESC);
