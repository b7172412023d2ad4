CREATE TABLE review (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  room_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL once the account is deleted',
  booking_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  rating TINYINT UNSIGNED NOT NULL,
  title VARCHAR(120) NULL,
  comment VARCHAR(2000) NULL,
  pros VARCHAR(500) NULL,
  cons VARCHAR(500) NULL,
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  listed TINYINT UNSIGNED NOT NULL COMMENT '1 while everybody may see it, which is when it counts in the rating',
  live TINYINT UNSIGNED NULL COMMENT '1 until it is deleted, then NULL: a user has one live review of a room',
  helpful_count INT UNSIGNED NOT NULL DEFAULT 0,
  open_flag_count INT UNSIGNED NOT NULL DEFAULT 0,
  flagged_since DATETIME(3) NULL COMMENT 'when the oldest open flag came',
  version INT UNSIGNED NOT NULL,
  created_at DATETIME(3) NOT NULL COMMENT 'the time that is in the id',
  edited_at DATETIME(3) NULL,
  updated_at DATETIME(3) NOT NULL,
  deleted_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (id),
  UNIQUE KEY review_room_user (room_id, user_id, live),
  KEY review_newest (listed, id),
  KEY review_rating (listed, rating, id),
  KEY review_helpful (listed, helpful_count, id),
  KEY review_room_newest (room_id, listed, id),
  KEY review_room_rating (room_id, listed, rating, id),
  KEY review_room_helpful (room_id, listed, helpful_count, id),
  KEY review_user (user_id, live, id),
  KEY review_status (status, live, id),
  KEY review_flagged (flagged_since, id),
  CONSTRAINT review_stars CHECK (rating BETWEEN 1 AND 5)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a review said before a change.
CREATE TABLE review_edition (
  review_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT UNSIGNED NOT NULL COMMENT 'of the review, the last that said so',
  rating TINYINT UNSIGNED NOT NULL,
  title VARCHAR(120) NULL,
  comment VARCHAR(2000) NULL,
  pros VARCHAR(500) NULL,
  cons VARCHAR(500) NULL,
  written_at DATETIME(3) NOT NULL,
  replaced_at DATETIME(3) NOT NULL,
  PRIMARY KEY (review_id, version),
  CONSTRAINT review_edition_review_exists FOREIGN KEY (review_id) REFERENCES review (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE review_helpful_mark (
  review_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (review_id, user_id),
  CONSTRAINT review_helpful_mark_review_exists FOREIGN KEY (review_id) REFERENCES review (id)
) ENGINE = InnoDB;
