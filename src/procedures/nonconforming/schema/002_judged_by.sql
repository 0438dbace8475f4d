-- Who found the goods nonconforming: somebody else frees them when the report turns out to be an error.

ALTER TABLE nonconforming ADD COLUMN rechecked_by_id uuid;
