-- The yearly look for records whose retention has ended is a record too: it lists nothing, and says how many still count.

ALTER TABLE disposal DROP CONSTRAINT disposal_state_check;
ALTER TABLE disposal ADD CONSTRAINT disposal_state_check
  CHECK (state IN ('listed', 'approved', 'carried-out', 'refused', 'withdrawn', 'reviewed'));
ALTER TABLE disposal DROP CONSTRAINT disposal_count_check;
ALTER TABLE disposal ADD CONSTRAINT disposal_count_check CHECK (count > 0 OR (state = 'reviewed' AND count = 0));
ALTER TABLE disposal ALTER COLUMN ended_from DROP NOT NULL;
ALTER TABLE disposal ALTER COLUMN ended_to DROP NOT NULL;
ALTER TABLE disposal ADD CONSTRAINT disposal_ended_check
  CHECK (state = 'reviewed' OR (ended_from IS NOT NULL AND ended_to IS NOT NULL));
-- Records past their retention that something keeps, and lists that were under way, on the day of the look.
ALTER TABLE disposal ADD COLUMN kept_count integer;
ALTER TABLE disposal ADD COLUMN open_lists text;
