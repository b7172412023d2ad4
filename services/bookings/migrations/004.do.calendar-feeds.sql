-- Who may read which calendar. The secret of the URL is not kept; a feed that has ended is gone.
CREATE TABLE calendar_feed (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  secret_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256',
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of its user; with another role it ends',
  room_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL for the bookings of its user',
  name VARCHAR(100) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY calendar_feed_secret (secret_hash),
  KEY calendar_feed_user (user_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
