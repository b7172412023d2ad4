-- A copy of what reviews tells in its events; the version is of the rating and says which event is the latest.
ALTER TABLE room
  ADD COLUMN rating_hundredths SMALLINT UNSIGNED NULL COMMENT 'stars on average, times 100; NULL without reviews',
  ADD COLUMN rating_count INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN rating_version BIGINT UNSIGNED NOT NULL DEFAULT 0;
