-- Mails about one calendar entry (iCalendar UID) leave in the order of their events, and not when a later event has made them obsolete.
-- `thread` is that UID, NULL where no order matters; `subject` is the booking or the series that the event is about.
ALTER TABLE notification_event
  MODIFY data MEDIUMTEXT NOT NULL COMMENT 'JSON',
  ADD COLUMN thread CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN subject CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD KEY notification_event_thread (thread, notification_id),
  ADD KEY notification_event_subject (subject, event_id);

-- The bookings that were put into somebody's calendar by an invitation: only these are taken out of it again.
CREATE TABLE calendar_entry (
  addressee VARCHAR(254) NOT NULL COMMENT 'the id of a user',
  booking_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ends_at DATETIME(3) NOT NULL,
  PRIMARY KEY (addressee, booking_id),
  KEY calendar_entry_age (ends_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
