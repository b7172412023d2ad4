-- Mails to attendees. A mail tells how a booking or a series stands when it is sent, so one that waits tells of all events until then.
-- `thread` is the UID of the calendar entry. Rows of addresses without an account go when their mail is out.
CREATE TABLE attendee_mail (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the address in lower case',
  recipient VARCHAR(254) NOT NULL,
  thread CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  is_series BOOLEAN NOT NULL,
  waiting BOOLEAN NULL DEFAULT TRUE COMMENT 'NULL once it is settled: of an address and a thread one waits',
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'whose address it is',
  kind VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(255) NOT NULL,
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'queued',
  events INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'how many events it tells of',
  attempts INT UNSIGNED NOT NULL DEFAULT 0,
  due_at DATETIME(3) NOT NULL,
  taken_until DATETIME(3) NULL COMMENT 'until when somebody is sending it',
  last_error VARCHAR(500) NULL,
  correlation_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  sent_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY attendee_mail_once (email_hash, thread, waiting),
  KEY attendee_mail_due (waiting, due_at),
  KEY attendee_mail_user (user_id, id),
  KEY attendee_mail_age (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What attendees were told: `addressee` is the hash of the address then, and `booking_id` the UID, which may be that of a series.
ALTER TABLE calendar_entry
  ADD COLUMN sequence INT UNSIGNED NULL COMMENT 'SEQUENCE of what an attendee was told last',
  ADD COLUMN told CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'SHA-256 of it; empty when it was cancelled, NULL while it is on its way';

-- The addresses without an account that want no more mails.
CREATE TABLE mail_stop (
  email_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the address in lower case',
  stopped_at DATETIME(3) NOT NULL,
  PRIMARY KEY (email_hash)
) ENGINE = InnoDB;

-- The links in mails that stop them.
CREATE TABLE mail_stop_token (
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256',
  email_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  PRIMARY KEY (token_hash),
  KEY mail_stop_token_address (email_hash),
  KEY mail_stop_token_expiry (expires_at)
) ENGINE = InnoDB;
