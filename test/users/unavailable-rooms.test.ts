/** Holders are told when their bookings stand though the room is closed or out of use. */
import { randomBytes } from 'node:crypto'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import type { Notification } from '../../shared/contract/generated/users.schemas.ts'
import { alwaysOpen, at } from '../bookings/support.ts'
import { startMailServer, type ReceivedMail } from '../support/mail.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'

let system: TestSystem
let server: Awaited<ReturnType<typeof startMailServer>>
let manager: Person

t.before(async () => {
  server = await startMailServer(await freePort())
  t.teardown(server.stop)
  system = await testSystem(t, { SMTP_URL: `smtp://127.0.0.1:${server.port}` })
  manager = await system.person('facility_manager')
})

const building = async (rooms: number): Promise<{ name: string, roomIds: string[] }> => {
  const name = `Building ${randomBytes(4).toString('hex')}`
  const roomIds = []
  for (let index = 0; index < rooms; index++) {
    roomIds.push((await system.rooms.createRoom({ body: { name: `Room ${index}`, capacity: 8, floor: 1, building: name, timeZone: 'UTC', openingHours: alwaysOpen, policy: { requiresApproval: index === 1 } } }, manager)).id)
  }
  return { name, roomIds }
}
const holder = async (): Promise<Person> => {
  const person = await system.person()
  await system.users.updateProfile({ body: { locale: 'en-GB', timeZone: 'UTC' } }, person)
  return person
}
const book = async (person: Person, roomId: string, from: number, title: string) =>
  await system.bookings.createBooking({ body: { roomId, title, startsAt: at(from), endsAt: at(from + 1) } }, person)
const told = async (person: Person): Promise<Notification[]> => (await system.users.listMyNotifications({ query: { limit: 100 } }, person)).items.filter(({ kind }) => kind === 'room_unavailable')
const become = async (person: Person, ...statuses: Array<Notification['status']>): Promise<boolean> => await until(async () => {
  await system.sql.users.execute("UPDATE notification SET due_at = created_at WHERE user_id = ? AND status = 'queued' AND last_error IS NOT NULL", [person.user.id])
    .catch((error: unknown) => { if ((error as { code?: string }).code !== 'ER_LOCK_DEADLOCK') throw error })
  return JSON.stringify((await told(person)).map(({ status }) => status)) === JSON.stringify(statuses)
}, 30_000)
const mailsTo = ({ user: { email } }: Person): ReceivedMail[] => server.mails.filter(({ headers }) => headers['to']?.includes(email) && headers['subject']?.startsWith('Room '))
const textOf = (mail: ReceivedMail | undefined): string => mail?.parts['text/plain'] ?? ''

t.test('createClosure that keeps: one mail for each holder of pending and confirmed bookings, which stand', async t => {
  const [one, other] = [await holder(), await holder()]
  const { name, roomIds: [first = '', second = ''] } = await building(2)
  const { bookings } = await system.bookings.createBookingSeries({ body: { roomId: first, title: 'Course', startsAt: at(8), endsAt: at(9), recurrence: 'FREQ=DAILY;COUNT=6' } }, one)
  const [pending, later] = [await book(one, second, 10, 'Maybe'), await book(one, second, 100, 'Later')]
  const alone = await book(other, first, 30, 'Lunch')
  await system.rooms.createClosure({ body: { building: name, startsAt: at(0), endsAt: at(72), reason: 'New <carpet>', bookings: 'keep' } }, manager)
  for (const person of [one, other]) t.ok(await become(person, 'sent'))
  const [mail] = mailsTo(one)
  t.match(mail?.headers['subject'], /^Room closed: (Course|Maybe) and 1 more$/)
  t.match(textOf(mail), /A room that you have booked is closed\n/)
  t.match(textOf(mail).replaceAll(/\s+/g, ' '), 'Your bookings stand, but the room cannot be used then. Move each booking with updateBooking (PATCH /api/v1/bookings/{bookingId}), or cancel it with cancelBooking (POST /api/v1/bookings/{bookingId}/cancel).')
  t.match(textOf(mail), /Closed: .*00:00.*\nReason: +New <carpet>\n/)
  t.equal(textOf(mail).match(/08:00–09:00/g)?.length, 3, 'the occurrences in that time')
  for (const id of [bookings[0]!.seriesId!, pending.id]) t.match(textOf(mail), id)
  t.notMatch(textOf(mail), later.id)
  t.match(mail?.parts['text/html'], 'New &lt;carpet&gt;')
  t.same(mail?.calendars, [])
  t.match(mailsTo(other), [{ headers: { subject: 'Room closed: Lunch' }, parts: { 'text/plain': new RegExp(`Booking: +${alone.id}\n`) } }])
  t.match(await system.bookings.getBooking({ params: { bookingId: alone.id } }, other), { status: 'confirmed', version: 1 })
  await system.sql.bookings.execute('UPDATE outbox SET published_at = NULL')
  await book(other, first, 120, 'Afterwards')
  t.ok(await until(async () => (await system.users.listMyNotifications({ query: {} }, other)).items.filter(({ kind }) => kind === 'booking_confirmed').length === 2, 20_000))
  t.equal((await told(one)).length, 1, 'also when all events come again')
})

t.test('setRoomStatus that takes a room out of use: holders of bookings in that time are told until when and why', async t => {
  const [one, quiet] = [await holder(), await holder()]
  const { roomIds: [roomId = ''] } = await building(1)
  await system.users.updateProfile({ body: { notifications: { roomUnavailable: false } } }, quiet)
  const [soon, late] = [await book(one, roomId, 10, 'Soon'), await book(one, roomId, 60, 'Late')]
  await book(quiet, roomId, 12, 'Quiet')
  await system.rooms.setRoomStatus({ params: { roomId }, body: { status: 'unavailable', reason: 'Water', until: at(48) } }, manager)
  t.ok(await become(one, 'sent'))
  t.ok(await become(quiet, 'suppressed'))
  const [mail] = mailsTo(one)
  t.equal(mail?.headers['subject'], 'Room out of use: Soon')
  t.match(textOf(mail), /Your booking stands/)
  t.match(textOf(mail), /Out of use: +Until .*00:00 \(UTC\)\nReason: +Water\n/)
  t.match(textOf(mail), soon.id)
  t.notMatch(textOf(mail), late.id)
  await system.rooms.setRoomStatus({ params: { roomId }, body: { status: 'available' } }, manager)
  await system.rooms.setRoomStatus({ params: { roomId }, body: { status: 'maintenance', reason: 'Lamps' } }, manager)
  t.ok(await become(one, 'sent', 'sent'), 'another act, another mail; none for the room that is available again')
  t.match(textOf(mailsTo(one).at(-1)), /Out of use: +Until further notice\nReason: +Lamps\n/)
  t.match(textOf(mailsTo(one).at(-1)), late.id)
})

t.test('what is over before the mail has left is not told: a closure, a status, a booking', async t => {
  const [ofClosure, ofStatus, ofBooking] = [await holder(), await holder(), await holder()]
  const { name, roomIds: [first = '', , third = ''] } = await building(3)
  await book(ofClosure, first, 10, 'Closed')
  const { id: bookingId } = await book(ofBooking, first, 40, 'Gone')
  await book(ofBooking, first, 42, 'Standing')
  await book(ofStatus, third, 100, 'Unavailable')
  server.defer(true)
  const { id: closureId } = await system.rooms.createClosure({ body: { building: name, startsAt: at(0), endsAt: at(24), reason: 'Paint' } }, manager)
  await system.rooms.createClosure({ body: { building: name, startsAt: at(30), endsAt: at(48), reason: 'Paint' } }, manager)
  await system.rooms.setRoomStatus({ params: { roomId: third }, body: { status: 'unavailable', reason: 'Water' } }, manager)
  for (const person of [ofClosure, ofStatus, ofBooking]) t.ok(await become(person, 'queued'))
  await system.rooms.cancelClosure({ params: { closureId } }, manager)
  await system.rooms.setRoomStatus({ params: { roomId: third }, body: { status: 'available' } }, manager)
  await system.bookings.cancelBooking({ params: { bookingId } }, ofBooking)
  t.ok(await until(async () => (await system.users.listMyNotifications({ query: {} }, ofBooking)).items.some(({ kind }) => kind === 'booking_cancelled'), 20_000))
  server.defer(false)
  for (const person of [ofClosure, ofStatus]) {
    t.ok(await become(person, 'suppressed'))
    t.same(mailsTo(person), [])
  }
  t.ok(await become(ofBooking, 'sent'))
  t.notMatch(textOf(mailsTo(ofBooking)[0]), bookingId)
  t.match(textOf(mailsTo(ofBooking)[0]), 'Standing')
})
