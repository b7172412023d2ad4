-- Statistics count the open hours of a room until it was retired.
ALTER TABLE room_calendar ADD COLUMN retired_at DATETIME(3) NULL;
