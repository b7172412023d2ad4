import type { Pool, PoolConnection } from 'mysql2/promise'
import { v7 as uuid } from 'uuid'

/** The statements of `createBooking`, and nothing else. */
export async function bookBare (pool: Pool, { roomId, userId, startsAt, endsAt }: { roomId: string, userId: string, startsAt: string, endsAt: string }): Promise<void> {
  const [id, now, start, end] = [uuid(), new Date(), new Date(startsAt), new Date(endsAt)]
  await inTransaction(pool, async connection => {
    await connection.execute('INSERT INTO room_calendar (room_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1', [roomId])
    await connection.execute('SELECT id, ends_at FROM booking FORCE INDEX (booking_room_time) WHERE room_id = ? AND blocking = 1 AND starts_at < ? ORDER BY starts_at DESC LIMIT 1', [roomId, end])
    await connection.execute('INSERT INTO booker (user_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1', [userId])
    await connection.execute("SELECT COUNT(DISTINCT COALESCE(series_id, id)) AS count FROM booking WHERE user_id = ? AND starts_at > ? AND ((status = 'confirmed' AND ends_at > ?) OR (status = 'pending' AND starts_at > ?))", [userId, new Date(now.getTime() - 86_400_000), now, now])
    await connection.execute("INSERT INTO booking (id, room_id, user_id, title, description, starts_at, ends_at, attendee_count, attendees, status, blocking, changed_by_itself, version, created_at, updated_at) VALUES (?, ?, ?, 'Bench', '', ?, ?, 1, '[]', 'confirmed', 1, 0, 1, ?, ?)", [id, roomId, userId, start, end, now, now])
    await connection.execute("INSERT INTO booking_history (booking_id, version, action, actor_id, reason, overridden, snapshot, at) VALUES (?, 1, 'created', ?, NULL, 0, ?, ?)", [id, userId, JSON.stringify({ id, roomId, startsAt, endsAt }), now])
    await addEvent(connection, 'booking.created', id, { bookingId: id, roomId, userId, startsAt, endsAt }, now)
  })
}

/** The statements of `createReview`, and nothing else. */
export async function reviewBare (pool: Pool, { roomId, userId }: { roomId: string, userId: string }): Promise<void> {
  const [id, now] = [uuid(), new Date()]
  await inTransaction(pool, async connection => {
    await connection.execute('INSERT INTO room_rating (room_id, version) VALUES (?, 1) ON DUPLICATE KEY UPDATE version = version + 1', [roomId])
    await connection.execute('SELECT * FROM room_rating WHERE room_id = ?', [roomId])
    await connection.execute("INSERT INTO review (id, room_id, user_id, booking_id, rating, status, listed, live, version, created_at, updated_at) VALUES (?, ?, ?, ?, 4, 'published', 1, 1, 1, ?, ?)", [id, roomId, userId, roomId, now, now])
    await connection.execute('SELECT created_at FROM review FORCE INDEX (review_room_newest) WHERE room_id = ? AND listed = 1 ORDER BY id DESC LIMIT 1', [roomId])
    await connection.execute('UPDATE room_rating SET stars_4 = stars_4 + 1, rating_count = rating_count + 1, published_count = published_count + 1, last_review_at = ? WHERE room_id = ?', [now, roomId])
    await connection.execute('INSERT INTO room_rating_day (room_id, day, rating_count, rating_sum) VALUES (?, ?, 1, 4) ON DUPLICATE KEY UPDATE rating_count = rating_count + 1, rating_sum = rating_sum + 4', [roomId, now.toISOString().slice(0, 10)])
    await addEvent(connection, 'review.published', id, { reviewId: id, roomId, userId }, now)
  })
}

/** The statement of a page of `listBookings`. */
export async function listBare (pool: Pool, userId: string): Promise<unknown> {
  const [rows] = await pool.execute('SELECT id, room_id, user_id, title, description, starts_at, ends_at, attendee_count, attendees, status, cancellation_reason, decision_reason, series_id, original_starts_at, changed_by_itself, version, created_at, updated_at FROM booking WHERE user_id = ? ORDER BY starts_at, id LIMIT 21', [userId])
  return rows
}

async function addEvent (connection: PoolConnection, type: string, subject: string, data: object, now: Date): Promise<void> {
  const id = uuid()
  await connection.execute('INSERT INTO outbox (id, type, subject, correlation_id, event, created_at) VALUES (?, ?, ?, ?, ?, ?)', [id, type, subject, id, JSON.stringify({ specversion: '1.0', id, source: '/bench', type, subject, time: now, datacontenttype: 'application/json', correlationid: id, data }), now])
}

async function inTransaction (pool: Pool, work: (connection: PoolConnection) => Promise<void>): Promise<void> {
  const connection = await pool.getConnection()
  try {
    await connection.query('START TRANSACTION')
    await work(connection)
    await connection.query('COMMIT')
  } catch (error) {
    await connection.query('ROLLBACK')
    throw error
  } finally {
    connection.release()
  }
}
