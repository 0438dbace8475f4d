-- The table "product" is the vocabulary's, since several procedures point to it; the register reads it in this order.

CREATE INDEX product_by_age ON product (created_at DESC, id DESC);
