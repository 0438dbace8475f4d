-- Statistics count the complaints of a period by what they have in common, without reading the complaints themselves.
CREATE INDEX complaint_statistics ON complaint (received_at)
  INCLUDE (state, product_id, manufacturer_id, party_id, lot_no, cause_category, decided_responsibility, finding, established);
