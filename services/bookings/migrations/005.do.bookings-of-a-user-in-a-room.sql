-- Whoever reviews a room is asked for a booking there: without it, all that somebody, or a room, ever had would be read.
ALTER TABLE booking ADD KEY booking_user_room_start (user_id, room_id, starts_at, id);
