-- In which of his roles somebody signed: posts change, what was signed stays. Null in rows from before.
ALTER TABLE signature ADD COLUMN role text;
