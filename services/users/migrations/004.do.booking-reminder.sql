ALTER TABLE user ADD COLUMN notify_booking_reminder BOOLEAN NOT NULL DEFAULT TRUE;

-- Reminders went with confirmations until now.
UPDATE user SET notify_booking_reminder = notify_booking_created;
