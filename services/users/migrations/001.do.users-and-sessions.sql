CREATE TABLE user (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  username VARCHAR(50) NOT NULL,
  username_key VARCHAR(254) NULL COMMENT 'in lower case; NULL once deleted, which frees the name',
  email VARCHAR(254) NOT NULL,
  email_key VARCHAR(254) NULL COMMENT 'in lower case; NULL once deleted, which frees the address',
  full_name VARCHAR(100) NOT NULL,
  password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'active',
  time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'UTC',
  locale VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'en',
  notify_booking_created BOOLEAN NOT NULL DEFAULT TRUE,
  notify_booking_cancelled BOOLEAN NOT NULL DEFAULT TRUE,
  notify_review_flagged BOOLEAN NOT NULL DEFAULT TRUE,
  version INT UNSIGNED NOT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  last_login_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY user_username (username_key),
  UNIQUE KEY user_email (email_key),
  KEY user_role (role, status, id),
  KEY user_status (status, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Whoever may take an admin away writes the one row first, so that two admins cannot remove each other at once.
CREATE TABLE admin_lock (
  id TINYINT UNSIGNED NOT NULL,
  version INT UNSIGNED NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO admin_lock (id, version) VALUES (1, 1);

CREATE TABLE session (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  device VARCHAR(200) NULL,
  address VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  last_seen_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL COMMENT 'unless it is renewed',
  ended_at DATETIME(3) NULL,
  end_reason VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (id),
  KEY session_user (user_id, ended_at),
  KEY session_expiry (expires_at),
  CONSTRAINT session_user_exists FOREIGN KEY (user_id) REFERENCES user (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE refresh_token (
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256',
  session_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issued_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  used_at DATETIME(3) NULL,
  PRIMARY KEY (token_hash),
  KEY refresh_token_session (session_id),
  KEY refresh_token_expiry (expires_at),
  CONSTRAINT refresh_token_session_exists FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
