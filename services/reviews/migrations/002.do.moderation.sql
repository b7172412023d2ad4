-- Flags are kept for good; a decision about the review settles the open ones.
CREATE TABLE review_flag (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  review_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL once the account is deleted',
  reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note VARCHAR(500) NULL,
  resolution VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at DATETIME(3) NOT NULL,
  resolved_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY review_flag_review_user (review_id, user_id),
  KEY review_flag_user (user_id),
  CONSTRAINT review_flag_review_exists FOREIGN KEY (review_id) REFERENCES review (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE moderation_entry (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  review_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  moderator_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  action VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note VARCHAR(500) NULL,
  status_before VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status_after VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY moderation_entry_review (review_id, id),
  KEY moderation_entry_moderator (moderator_id, id),
  CONSTRAINT moderation_entry_review_exists FOREIGN KEY (review_id) REFERENCES review (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
