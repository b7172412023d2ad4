-- An address is an account's once it is confirmed: until then email_key is NULL and several accounts may wait for the same one.
ALTER TABLE user
  ADD COLUMN email_confirmed_at DATETIME(3) NULL,
  ADD COLUMN pending_email VARCHAR(254) NULL COMMENT 'the address that waits to be confirmed; of a new account it is email',
  ADD COLUMN pending_email_key VARCHAR(254) NULL COMMENT 'in lower case',
  ADD KEY user_pending_email (pending_email_key, id);

-- Earlier accounts keep getting their mails.
UPDATE user SET email_confirmed_at = created_at WHERE email_key IS NOT NULL;

-- The tokens that mails have carried and nobody has used.
CREATE TABLE email_confirmation (
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256',
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email_key VARCHAR(254) NOT NULL COMMENT 'the address that the token went to, in lower case',
  expires_at DATETIME(3) NOT NULL,
  PRIMARY KEY (token_hash),
  KEY email_confirmation_user (user_id),
  KEY email_confirmation_expiry (expires_at),
  CONSTRAINT email_confirmation_user_exists FOREIGN KEY (user_id) REFERENCES user (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How many mails an account or an address got of late.
CREATE TABLE mail_count (
  subject CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of what is counted',
  mails INT UNSIGNED NOT NULL,
  expires_at DATETIME(3) NOT NULL COMMENT 'when the count ends',
  PRIMARY KEY (subject),
  KEY mail_count_expiry (expires_at)
) ENGINE = InnoDB;

-- Confirmations are asked for as new passwords are.
ALTER TABLE password_reset_request RENAME TO mail_request;
ALTER TABLE mail_request ADD COLUMN kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'password_reset';
