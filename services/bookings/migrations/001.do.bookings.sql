-- The lock of a room's calendar. Every transaction that takes or moves time of a room writes here first, in order of the ids.
CREATE TABLE room_calendar (
  room_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (room_id)
) ENGINE = InnoDB;

-- The lock of a user's number of upcoming bookings. Whoever books writes here, after the rooms.
CREATE TABLE booker (
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (user_id)
) ENGINE = InnoDB;

CREATE TABLE booking (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  room_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title VARCHAR(200) NOT NULL,
  description VARCHAR(1000) NOT NULL,
  starts_at DATETIME(3) NOT NULL,
  ends_at DATETIME(3) NOT NULL,
  attendee_count SMALLINT UNSIGNED NULL,
  attendees MEDIUMTEXT NOT NULL COMMENT 'JSON: their e-mail addresses',
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  blocking TINYINT UNSIGNED NOT NULL COMMENT '1 while the booking holds its room: pending, confirmed, completed',
  cancellation_reason VARCHAR(500) NULL,
  decision_reason VARCHAR(500) NULL,
  series_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  original_starts_at DATETIME(3) NULL COMMENT 'when the series has this occurrence',
  changed_by_itself TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '1 for an occurrence that changes of its series leave alone',
  version INT UNSIGNED NOT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY booking_room_time (room_id, blocking, starts_at, ends_at, status),
  KEY booking_time (blocking, starts_at, ends_at, room_id, status),
  KEY booking_room_start (room_id, starts_at, id),
  KEY booking_user_start (user_id, starts_at, id),
  KEY booking_start (starts_at, id),
  KEY booking_series_start (series_id, starts_at, id),
  KEY booking_due (status, ends_at, starts_at),
  CONSTRAINT booking_interval CHECK (ends_at > starts_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE booking_history (
  booking_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT UNSIGNED NOT NULL COMMENT 'of the booking, after the change',
  action VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL for what time or the system did',
  reason VARCHAR(500) NULL,
  overridden TINYINT UNSIGNED NOT NULL COMMENT '1 when rules of the room were overridden',
  snapshot MEDIUMTEXT NOT NULL COMMENT 'JSON: the booking after the change',
  at DATETIME(3) NOT NULL,
  PRIMARY KEY (booking_id, version),
  CONSTRAINT booking_history_booking_exists FOREIGN KEY (booking_id) REFERENCES booking (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
