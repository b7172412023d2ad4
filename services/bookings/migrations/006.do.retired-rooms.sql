-- Whoever books has asked for the room's terms before taking its lock; that it was retired since is seen under the lock.
ALTER TABLE room_calendar ADD COLUMN retired TINYINT UNSIGNED NOT NULL DEFAULT 0;
