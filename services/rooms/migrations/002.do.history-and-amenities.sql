CREATE TABLE room_change (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  room_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT UNSIGNED NOT NULL COMMENT 'of the room, after the change',
  action VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changes TEXT NOT NULL COMMENT 'JSON: what each changed field was and is',
  status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status_reason VARCHAR(500) NULL,
  status_until DATETIME(3) NULL,
  actor_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL when nobody did it',
  at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY room_change_version (room_id, version),
  CONSTRAINT room_change_room_exists FOREIGN KEY (room_id) REFERENCES room (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE amenity (
  name VARCHAR(50) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL for those that came with the system',
  created_at DATETIME(3) NOT NULL,
  retired_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  retired_at DATETIME(3) NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO amenity (name, created_at) VALUES
  ('projector', UTC_TIMESTAMP(3)),
  ('whiteboard', UTC_TIMESTAMP(3)),
  ('video_conferencing', UTC_TIMESTAMP(3)),
  ('phone', UTC_TIMESTAMP(3)),
  ('display', UTC_TIMESTAMP(3)),
  ('air_conditioning', UTC_TIMESTAMP(3)),
  ('natural_light', UTC_TIMESTAMP(3)),
  ('wheelchair_accessible', UTC_TIMESTAMP(3)),
  ('standing_desks', UTC_TIMESTAMP(3)),
  ('kitchen_access', UTC_TIMESTAMP(3));
