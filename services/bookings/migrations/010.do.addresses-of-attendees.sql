-- Where somebody is or was an attendee, so that an erased address is found without reading every booking. Entries stay when an attendee is taken out: the history
-- still holds the address.
CREATE TABLE attendee_address (
  email_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the address in lower case',
  subject_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a series, or a booking without one',
  PRIMARY KEY (email_hash, subject_id)
) ENGINE = InnoDB;

INSERT INTO attendee_address (email_hash, subject_id)
  SELECT SHA2(LOWER(entry.email), 256), COALESCE(booking.series_id, booking.id)
    FROM booking JOIN booking_history ON booking_history.booking_id = booking.id,
         JSON_TABLE(booking_history.snapshot, '$.attendees[*]' COLUMNS (email VARCHAR(254) CHARACTER SET utf8mb4 PATH '$')) AS entry
  UNION SELECT SHA2(LOWER(entry.email), 256), booking_series.id
    FROM booking_series, JSON_TABLE(booking_series.attendees, '$[*]' COLUMNS (email VARCHAR(254) CHARACTER SET utf8mb4 PATH '$')) AS entry;
