-- What the live reviews of a room come to, kept in the transaction of each review. Every transaction that changes one writes here
-- first, which makes the changes of a room's reviews follow one another.
CREATE TABLE room_rating (
  room_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stars_1 INT UNSIGNED NOT NULL DEFAULT 0,
  stars_2 INT UNSIGNED NOT NULL DEFAULT 0,
  stars_3 INT UNSIGNED NOT NULL DEFAULT 0,
  stars_4 INT UNSIGNED NOT NULL DEFAULT 0,
  stars_5 INT UNSIGNED NOT NULL DEFAULT 0,
  rating_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'reviews that count: the sum of stars_*',
  average_hundredths SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'stars on average, times 100, to order by; 0 without reviews',
  published_count INT UNSIGNED NOT NULL DEFAULT 0,
  flagged_count INT UNSIGNED NOT NULL DEFAULT 0,
  approved_count INT UNSIGNED NOT NULL DEFAULT 0,
  rejected_count INT UNSIGNED NOT NULL DEFAULT 0,
  removed_count INT UNSIGNED NOT NULL DEFAULT 0,
  last_review_at DATETIME(3) NULL,
  version BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (room_id),
  KEY room_rating_best (average_hundredths, rating_count, room_id),
  KEY room_rating_most (rating_count, room_id),
  KEY room_rating_newest (last_review_at, room_id)
) ENGINE = InnoDB;

-- The same by the UTC day on which the reviews were written.
CREATE TABLE room_rating_day (
  room_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day DATE NOT NULL,
  rating_count INT NOT NULL,
  rating_sum INT NOT NULL,
  PRIMARY KEY (room_id, day),
  KEY room_rating_day_all (day, room_id, rating_count, rating_sum)
) ENGINE = InnoDB;
