-- How many of the units said to be destroyed a destruction record of ours proves. Empty: none yet.

ALTER TABLE notice_line ADD COLUMN destroyed_by_us integer CHECK (destroyed_by_us BETWEEN 0 AND destroyed);
