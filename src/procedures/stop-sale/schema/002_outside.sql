-- Why goods that buyers still have are not recalled when the stop is closed.
ALTER TABLE stop_sale ADD COLUMN outside_reason text;
