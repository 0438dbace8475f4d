-- How many records an investigation started: corrective action, stop-sale or question to a supplier.

ALTER TABLE signal ADD COLUMN measures integer NOT NULL DEFAULT 0;
ALTER TABLE signal ADD COLUMN no_measure text;
