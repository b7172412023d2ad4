-- One mail tells what one act did to several bookings: an event of a mail has a part for each of them.
ALTER TABLE notification_event
  DROP PRIMARY KEY,
  ADD COLUMN part SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'which of the bookings and series that the event tells of',
  ADD PRIMARY KEY (notification_id, event_id, part);

-- Those who may approve are told of what waits for approval, and holders of rooms that cannot be used, unless they do not want it.
ALTER TABLE user
  ADD COLUMN notify_approval_requested BOOLEAN NOT NULL DEFAULT TRUE,
  ADD COLUMN notify_room_unavailable BOOLEAN NOT NULL DEFAULT TRUE;
