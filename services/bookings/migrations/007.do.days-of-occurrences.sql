-- A series keeps its local time, which its first occurrence does not have when the clock skips it that day. Earlier series have that of their first.
ALTER TABLE booking_series ADD COLUMN start_time TIME(3) NULL COMMENT 'local; NULL for that of starts_at';

-- Which occurrence a booking is does not change when its series moves into another time zone. Earlier ones are known by original_starts_at.
ALTER TABLE booking ADD COLUMN occurrence_date CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the local day that the series has it on';
