-- Equipment of kind instrument with which a reading was taken; its calibration holds until the day kept beside it.
ALTER TABLE storage_condition ADD COLUMN equipment_id uuid;
