-- How often a room was closed, and when last. A booking asks for the terms of the room before it takes the lock; that the room was closed
-- since then is seen under the lock.
ALTER TABLE room_calendar
  ADD COLUMN closures INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN closed_at DATETIME(3) NULL;
