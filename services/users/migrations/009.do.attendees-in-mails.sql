-- Which mails tell of somebody as an attendee, so that an erased address is found without reading every mail.
CREATE TABLE notification_attendee (
  email_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the address in lower case',
  notification_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (email_hash, notification_id),
  KEY notification_attendee_mail (notification_id),
  CONSTRAINT notification_attendee_mail_exists FOREIGN KEY (notification_id) REFERENCES notification (id) ON DELETE CASCADE
) ENGINE = InnoDB;
