-- The lock of a room's calendar. Every transaction that takes or moves time of a room writes here first.
CREATE TABLE room_calendar (
  room_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (room_id)
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
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  blocking TINYINT UNSIGNED NOT NULL COMMENT '1 while the booking holds its room: pending, confirmed, completed',
  cancellation_reason VARCHAR(500) NULL,
  version INT UNSIGNED NOT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY booking_room_time (room_id, blocking, starts_at, ends_at),
  KEY booking_time (blocking, starts_at, ends_at, room_id),
  KEY booking_user_time (user_id, starts_at, id),
  KEY booking_start (starts_at, id),
  CONSTRAINT booking_interval CHECK (ends_at > starts_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE booking_history (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  booking_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT UNSIGNED NOT NULL COMMENT 'of the booking, after the change',
  action VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changes TEXT NOT NULL COMMENT 'JSON: what each field was and is',
  at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY booking_history_version (booking_id, version),
  CONSTRAINT booking_history_booking_exists FOREIGN KEY (booking_id) REFERENCES booking (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
