import { randomBytes } from 'node:crypto'
import type { UserRole } from '../../shared/contract/generated/users.schemas.ts'
import type { Role } from '../../shared/contract/contract.ts'
import type { ServedOperation } from './operations.ts'
import type { Person, TestSystem } from './system.ts'

/** People of every role, and whatever a parameter can name. */
export interface Stage {
  people: Record<UserRole, Person>
  /** An access token of each role. */
  tokens: Record<Role, string>
  /**
   * Makes what a parameter of this name names, all else that it needs included, and gives its id.
   * @throws Error when nothing is known by this name
   */
  make: (parameter: string, owner: Person) => Promise<string>
  /** Makes what the required parameters of an operation name. */
  makeFor: (operation: ServedOperation, owner: Person) => Promise<Record<string, string>>
  /** The token of the role that may do most, of those that may call an operation; none for public ones. */
  strongest: (operation: ServedOperation) => string | undefined
}

const hour = 3_600_000
const allDay = { opens: '00:00', closes: '24:00' }
const openingHours = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }
const roles = ['user', 'facility_manager', 'moderator', 'admin'] as const

export async function setStage (system: TestSystem): Promise<Stage> {
  const people = Object.fromEntries(await Promise.all(roles.map(async role => [role, await system.person(role)]))) as Record<UserRole, Person>
  const tokens: Record<Role, string> = { ...Object.fromEntries(roles.map(role => [role, people[role].token])) as Record<UserRole, string>, service: await system.serviceToken() }
  const unique = (): string => randomBytes(6).toString('hex')
  const start = Math.ceil(Date.now() / hour) * hour + 48 * hour
  const slot = { startsAt: new Date(start).toISOString(), endsAt: new Date(start + hour).toISOString() }
  const room = async (): Promise<string> => (await system.rooms.createRoom({ body: { name: `Stage ${unique()}`, capacity: 8, floor: 1, building: 'Stage', timeZone: 'UTC', openingHours } }, people.admin)).id
  const booking = async (owner: Person, roomId: string): Promise<string> => (await system.bookings.createBooking({ body: { roomId, title: 'Stage', ...slot } }, owner)).id

  const things: Record<string, (owner: Person) => Promise<string>> = {
    userId: async owner => owner.user.id,
    sessionId: async owner => (await system.users.getCurrentSession(undefined, owner)).id,
    roomId: room,
    name: async () => (await system.rooms.createAmenity({ body: { name: `stage_${unique()}` } }, people.admin)).name,
    closureId: async () => (await system.rooms.createClosure({ body: { roomId: await room(), reason: 'Stage', ...slot } }, people.admin)).id,
    bookingId: async owner => await booking(owner, await room()),
    seriesId: async owner => (await system.bookings.createBookingSeries({ body: { roomId: await room(), title: 'Stage', ...slot, recurrence: 'FREQ=DAILY;COUNT=2' } }, owner)).series.id,
    reportId: async owner => {
      const { id } = await system.bookings.createReport({ body: { kind: 'bookings', format: 'csv', from: slot.startsAt, to: slot.endsAt } }, people.admin)
      await system.sql.bookings.execute('UPDATE report SET user_id = ? WHERE id = ?', [owner.user.id, id])
      return id
    },
    feedId: async owner => (await system.bookings.createCalendarFeed({ body: {} }, owner)).id,
    secret: async owner => (await system.bookings.createCalendarFeed({ body: {} }, owner)).url.split('/').at(-1) as string,
    token: async owner => {
      const token = randomBytes(32).toString('base64url')
      system.secrets.add(token)
      await system.sql.users.execute('INSERT INTO mail_stop_token (token_hash, email_hash, expires_at) VALUES (SHA2(?, 256), SHA2(?, 256), UTC_TIMESTAMP(3) + INTERVAL 1 DAY)', [token, `stopped-${owner.user.email}`])
      return token
    },
    reviewId: async owner => {
      const roomId = await room()
      const id = await booking(owner, roomId)
      await system.sql.bookings.execute('UPDATE booking SET starts_at = starts_at - INTERVAL 14 DAY, ends_at = ends_at - INTERVAL 14 DAY WHERE id = ?', [id])
      return (await system.reviews.createReview({ body: { roomId, rating: 4, comment: 'Stage' } }, owner)).id
    }
  }
  const make: Stage['make'] = async (parameter, owner) => {
    const makeThing = things[parameter]
    if (!makeThing) throw new Error(`Nothing is known that a parameter ${parameter} could name. Add it to test/support/stage.ts.`)
    return await makeThing(owner)
  }
  return {
    people,
    tokens,
    make,
    makeFor: async ({ parameters }, owner) => Object.fromEntries(await Promise.all(parameters.filter(parameter => parameter.in === 'path').map(async ({ name }) => [name, await make(name, owner)] as const))),
    strongest: ({ operation: { access } }) => {
      const role = access === 'public' ? undefined : [...roles].reverse().find(role => access.includes(role)) ?? 'service'
      return role && tokens[role]
    }
  }
}
