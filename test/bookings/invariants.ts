import type { Pool, RowDataPacket } from 'mysql2/promise'

/** What must be true of the stored bookings at any time, each with a query that finds what is not. */
const faults: Record<string, string> = {
  'two bookings hold one room at the same time':
    `SELECT a.id, b.id AS other, a.room_id FROM booking a JOIN booking b ON a.room_id = b.room_id AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
      WHERE a.status IN ('pending', 'confirmed', 'completed') AND b.status IN ('pending', 'confirmed', 'completed')`,
  'a booking\'s state and its hold on the room disagree':
    "SELECT id, status, blocking FROM booking WHERE blocking <> (status IN ('pending', 'confirmed', 'completed'))",
  'a booking has more or fewer entries in its history than versions':
    'SELECT id, version FROM booking WHERE version <> (SELECT COUNT(*) FROM booking_history WHERE booking_id = booking.id) OR version <> (SELECT MAX(entry.version) FROM booking_history entry WHERE booking_id = booking.id)',
  'the last entry of the history is not what the booking is':
    `SELECT id FROM booking JOIN booking_history entry ON entry.booking_id = id AND entry.version = booking.version
      WHERE JSON_UNQUOTE(JSON_EXTRACT(snapshot, '$.status')) <> status OR JSON_UNQUOTE(JSON_EXTRACT(snapshot, '$.roomId')) <> room_id
         OR JSON_UNQUOTE(JSON_EXTRACT(snapshot, '$.startsAt')) <> CONCAT(DATE_FORMAT(starts_at, '%Y-%m-%dT%H:%i:%s.'), LPAD(MICROSECOND(starts_at) DIV 1000, 3, '0'), 'Z')
         OR JSON_UNQUOTE(JSON_EXTRACT(snapshot, '$.endsAt')) <> CONCAT(DATE_FORMAT(ends_at, '%Y-%m-%dT%H:%i:%s.'), LPAD(MICROSECOND(ends_at) DIV 1000, 3, '0'), 'Z')`,
  'a change has no event, or more than one':
    `SELECT booking_id, version FROM booking_history WHERE action <> 'erased' AND 1 <>
       (SELECT COUNT(*) FROM outbox WHERE subject = booking_id AND CAST(JSON_EXTRACT(event, '$.data.version') AS UNSIGNED) = version)`,
  'an event tells of a change that never was':
    "SELECT subject FROM outbox WHERE type LIKE 'booking.%' AND NOT EXISTS (SELECT 1 FROM booking_history WHERE booking_id = subject)",
  'booking.created was not published exactly once for a booking that was confirmed':
    `SELECT id FROM booking WHERE (SELECT COUNT(*) FROM outbox WHERE subject = booking.id AND type = 'booking.created') <>
       EXISTS (SELECT 1 FROM booking_history WHERE booking_id = booking.id AND JSON_UNQUOTE(JSON_EXTRACT(snapshot, '$.status')) = 'confirmed')`
}

/**
 * Looks for bookings that break what must always be true.
 * @returns what was found, by what is wrong with it
 */
export async function brokenInvariants (pool: Pool): Promise<Record<string, RowDataPacket[]>> {
  await pool.query('CREATE INDEX outbox_subject_for_test ON outbox (subject)').catch(() => {})
  const found: Record<string, RowDataPacket[]> = {}
  for (const [fault, query] of Object.entries(faults)) {
    const [rows] = await pool.query<RowDataPacket[]>(query)
    if (rows.length > 0) found[fault] = rows.slice(0, 5)
  }
  return found
}
