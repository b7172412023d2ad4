-- How often logins failed of late, for each account and each address.
CREATE TABLE login_failure (
  subject CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the account or address that is counted',
  failures INT UNSIGNED NOT NULL,
  expires_at DATETIME(3) NOT NULL COMMENT 'when the count, and a lock, ends',
  PRIMARY KEY (subject),
  KEY login_failure_expiry (expires_at)
) ENGINE = InnoDB;

CREATE TABLE user_audit (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  action VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changes TEXT NOT NULL COMMENT 'JSON',
  correlation_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY user_audit_user (user_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
