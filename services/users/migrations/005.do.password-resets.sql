-- Who asked for a new password, until a job has looked whether there is such an account: the request has the same to do for everybody.
CREATE TABLE password_reset_request (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email_key VARCHAR(254) NOT NULL COMMENT 'in lower case',
  correlation_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The tokens that mails have carried and nobody has used.
CREATE TABLE password_reset (
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256',
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  PRIMARY KEY (token_hash),
  KEY password_reset_user (user_id),
  KEY password_reset_expiry (expires_at),
  CONSTRAINT password_reset_user_exists FOREIGN KEY (user_id) REFERENCES user (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
