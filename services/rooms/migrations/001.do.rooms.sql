CREATE TABLE room (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(100) NOT NULL,
  name_key VARCHAR(100) NOT NULL COMMENT 'in lower case',
  capacity SMALLINT UNSIGNED NOT NULL,
  floor SMALLINT NOT NULL,
  building VARCHAR(100) NOT NULL,
  building_key VARCHAR(100) NOT NULL COMMENT 'in lower case',
  description VARCHAR(1000) NOT NULL,
  time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amenities TEXT NOT NULL COMMENT 'JSON array of names',
  opening_hours TEXT NOT NULL COMMENT 'JSON, as in the contract',
  policy TEXT NOT NULL COMMENT 'JSON, as in the contract',
  status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT UNSIGNED NOT NULL,
  created_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY room_place (building_key, floor, name_key),
  KEY room_name (name_key, id),
  KEY room_building_name (building_key, name_key, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A closure is of one room, or of a floor, or of a whole building.
CREATE TABLE closure (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  room_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  building VARCHAR(100) NULL,
  building_key VARCHAR(100) NULL COMMENT 'in lower case',
  floor SMALLINT NULL,
  starts_at DATETIME(3) NOT NULL,
  ends_at DATETIME(3) NOT NULL,
  reason VARCHAR(500) NOT NULL,
  created_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  cancelled_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  cancelled_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  KEY closure_room (room_id, ends_at),
  KEY closure_place (building_key, floor, ends_at),
  CONSTRAINT closure_interval CHECK (ends_at > starts_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
