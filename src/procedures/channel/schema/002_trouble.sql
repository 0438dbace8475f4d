-- How trouble of the system itself goes out this way.
ALTER TABLE channel ADD COLUMN trouble text NOT NULL DEFAULT 'at-once' CHECK (trouble IN ('at-once', 'digest', 'none'));
