-- The mails to people: what waits, what went out, what did not, and why.
CREATE TABLE notification (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cause VARCHAR(110) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what brings one mail: an event, a request that changed a series, a booking to remind of',
  recipient VARCHAR(254) NOT NULL,
  subject VARCHAR(255) NOT NULL,
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  events INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how many events it tells of',
  attempts INT UNSIGNED NOT NULL DEFAULT 0,
  due_at DATETIME(3) NOT NULL,
  last_error VARCHAR(500) NULL,
  correlation_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  sent_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY notification_once (cause, user_id, kind),
  KEY notification_due (status, due_at),
  KEY notification_user (user_id, id),
  KEY notification_age (created_at),
  CONSTRAINT notification_user_exists FOREIGN KEY (user_id) REFERENCES user (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a mail tells of; a series' mail of as many bookings as it has.
CREATE TABLE notification_event (
  notification_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(3) NOT NULL,
  data TEXT NOT NULL COMMENT 'JSON',
  PRIMARY KEY (notification_id, event_id),
  CONSTRAINT notification_event_belongs FOREIGN KEY (notification_id) REFERENCES notification (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
