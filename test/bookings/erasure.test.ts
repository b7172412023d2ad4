import type { RowDataPacket } from 'mysql2'
import { t } from '../support/suite.ts'
import { services } from '../../scripts/system/databases.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { confirmationToken } from '../support/mail.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'
import { brokenInvariants } from './invariants.ts'
import { alwaysOpen, at } from './support.ts'

let system: TestSystem
let host: Person
let admin: Person
let roomId: string
t.before(async () => {
  system = await testSystem(t)
  admin = await system.person('admin')
  host = await system.person()
  roomId = (await system.rooms.createRoom({ body: { name: 'Eraser', building: 'North', floor: 1, capacity: 20, timeZone: 'UTC', openingHours: alwaysOpen } }, admin)).id
})

/** The tables of all services that hold a text, but those whose rows are gone after a few days: `outbox` holds events that were published. */
async function tablesWith (text: string): Promise<string[]> {
  const found: string[] = []
  for (const service of services) {
    const [columns] = await system.sql[service].query<RowDataPacket[]>("SELECT table_name AS tableName, column_name AS columnName FROM information_schema.columns WHERE table_schema = DATABASE() AND data_type IN ('char', 'varchar', 'text', 'mediumtext') AND table_name <> 'outbox'")
    for (const { tableName, columnName } of columns) {
      const [rows] = await system.sql[service].query<RowDataPacket[]>(`SELECT 1 FROM \`${tableName}\` WHERE LOWER(\`${columnName}\`) LIKE ? LIMIT 1`, [`%${text.toLowerCase()}%`])
      if (rows.length > 0) found.push(`${service}.${tableName}.${columnName}`)
    }
  }
  return found
}
const isErased = async (text: string): Promise<boolean> => await until(async () => (await tablesWith(text)).length === 0, 20_000)

t.test('deleteMyAccount takes the addresses that an account has and had out of the bookings, series and histories of others', async t => {
  const guest = await system.person()
  const { email } = guest.user
  const others = ['first@example.com', 'last@example.com']
  const attendees = [others[0] as string, email.toUpperCase(), others[1] as string]
  const booking = await system.bookings.createBooking({ body: { roomId, title: 'Kept', startsAt: at(9), endsAt: at(10), attendees }, headers: { 'Idempotency-Key': 'erasure-1' } }, host)
  const left = await system.bookings.createBooking({ body: { roomId, title: 'Left', startsAt: at(10), endsAt: at(11), attendees } }, host)
  await system.bookings.updateBooking({ params: { bookingId: left.id }, body: { attendees: others } }, host)
  const series = await system.bookings.createBookingSeries({ body: { roomId, title: 'Daily', startsAt: at(12), endsAt: at(13), recurrence: 'FREQ=DAILY;COUNT=4', attendees } }, host)
  const third = series.bookings[2]?.id as string
  await system.bookings.updateBookingSeries({ params: { seriesId: series.series.id }, body: { scope: 'following', from: series.bookings[2]?.startsAt as string, attendees: others } }, host)

  const moved = `moved-${email}`
  await system.users.updateProfile({ body: { email: moved, currentPassword: guest.password } }, guest)
  await system.users.confirmEmail({ body: { token: await confirmationToken(system, guest.user.id) } })
  const later = await system.bookings.createBooking({ body: { roomId, title: 'Later', startsAt: at(14), endsAt: at(15), attendees: [moved] } }, host)
  await system.users.deleteMyAccount({ body: { password: guest.password } }, guest)
  t.ok(await isErased(email), (await tablesWith(email)).join())

  const after = await system.bookings.getBooking({ params: { bookingId: booking.id } }, host)
  t.match(after, { attendees: others, version: 2, status: 'confirmed' })
  t.same((await system.bookings.getBooking({ params: { bookingId: later.id } }, host)).attendees, [])
  const { items } = await system.bookings.getBookingHistory({ params: { bookingId: booking.id } }, host)
  t.same(items.map(({ action, actorId }) => [action, actorId]).sort(), [['created', host.user.id], ['erased', null]].sort())
  for (const bookingId of [left.id, third]) t.equal((await system.bookings.getBooking({ params: { bookingId } }, host)).version, 2, 'only the history held the address')
  t.same((await system.bookings.getBookingSeries({ params: { seriesId: series.series.id } }, host)).attendees, others)
  t.same(await brokenInvariants(system.sql.bookings), {})
  t.equal((await system.bookings.updateBooking({ params: { bookingId: booking.id }, body: { title: 'Goes on' } }, host)).version, 3)
})

t.test('deleteUser erases likewise, in batches, but not an address that somebody else has confirmed', async t => {
  const [guest, stranger] = [await system.person(), await system.person()]
  const { email } = guest.user
  await system.bookings.createBookingSeries({ body: { roomId, title: 'Often', startsAt: at(16), endsAt: at(17), recurrence: 'FREQ=DAILY;COUNT=60', attendees: [email, stranger.user.email] } }, host)
  const impostor = await system.users.registerUser({ body: { username: `i-${guest.user.username}`, email: `i-${email}`, fullName: 'Ivy', password: guest.password } })
  await system.sql.users.execute('UPDATE user SET email = ?, pending_email = ?, pending_email_key = ? WHERE id = ?', [stranger.user.email, stranger.user.email, stranger.user.email, impostor.user.id])
  await system.users.deleteUser({ params: { userId: impostor.user.id } }, admin)
  await system.users.deleteUser({ params: { userId: guest.user.id } }, admin)
  t.ok(await isErased(email), (await tablesWith(email)).join())
  const [rows] = await system.sql.bookings.query<RowDataPacket[]>("SELECT COUNT(*) AS kept FROM booking WHERE title = 'Often' AND attendees = ?", [JSON.stringify([stranger.user.email])])
  t.equal(Number(rows[0]?.['kept']), 60)
  t.same(await brokenInvariants(system.sql.bookings), {})
})
