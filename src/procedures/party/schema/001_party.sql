-- The table "party" is the vocabulary's, since several procedures point to it; the register reads it in this order.

CREATE INDEX party_by_age ON party (created_at DESC, id DESC);
