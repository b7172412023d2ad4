-- What has changed is found by comparing the versions of all rooms: an index has them together.
ALTER TABLE room ADD KEY room_version (id, version);
