CREATE TABLE report (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  format VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  starts_at DATETIME(3) NOT NULL COMMENT 'where the range begins',
  ends_at DATETIME(3) NOT NULL COMMENT 'where it ends',
  building VARCHAR(100) NULL,
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  progress TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'in per cent',
  row_count INT UNSIGNED NOT NULL DEFAULT 0,
  size_bytes BIGINT UNSIGNED NOT NULL DEFAULT 0,
  chunk_count INT UNSIGNED NOT NULL DEFAULT 0,
  place MEDIUMTEXT NULL COMMENT 'JSON: where to go on',
  attempts SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'since it last got on',
  lease_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'who is making it; nobody else may write',
  due_at DATETIME(3) NULL COMMENT 'when to make it, when its maker is given up, or when to remove its file',
  failure_code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  failure_message VARCHAR(500) NULL,
  correlation_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT UNSIGNED NOT NULL,
  created_at DATETIME(3) NOT NULL,
  started_at DATETIME(3) NULL,
  finished_at DATETIME(3) NULL,
  expires_at DATETIME(3) NULL,
  updated_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY report_user (user_id, id),
  KEY report_due (status, due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The file of a report, piece by piece.
CREATE TABLE report_chunk (
  report_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence INT UNSIGNED NOT NULL,
  data MEDIUMBLOB NOT NULL,
  PRIMARY KEY (report_id, sequence),
  CONSTRAINT report_chunk_report_exists FOREIGN KEY (report_id) REFERENCES report (id)
) ENGINE = InnoDB;
