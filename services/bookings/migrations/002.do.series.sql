CREATE TABLE booking_series (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  room_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title VARCHAR(200) NOT NULL,
  description VARCHAR(1000) NOT NULL,
  starts_at DATETIME(3) NOT NULL COMMENT 'of the first occurrence',
  ends_at DATETIME(3) NOT NULL COMMENT 'of the first occurrence',
  time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recurrence VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RFC 5545 RRULE',
  excluded_starts MEDIUMTEXT NOT NULL COMMENT 'JSON: EXDATE',
  attendee_count SMALLINT UNSIGNED NULL,
  attendees MEDIUMTEXT NOT NULL COMMENT 'JSON: their e-mail addresses',
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cancellation_reason VARCHAR(500) NULL,
  split_from_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  version INT UNSIGNED NOT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE booking ADD CONSTRAINT booking_series_exists FOREIGN KEY (series_id) REFERENCES booking_series (id);
