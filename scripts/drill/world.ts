import { randomBytes, randomUUID } from 'node:crypto'
import { ConstantBackoff, handleWhen, retry } from 'cockatiel'
import mysql from 'mysql2/promise'
import { RemoteError } from '../../shared/contract/client.ts'
import type { DayHours, OpeningHours, RoomCreate } from '../../shared/contract/generated/rooms.schemas.ts'
import type { User } from '../../shared/contract/generated/users.schemas.ts'
import type { SystemOptions } from '../system/services.ts'
import type { Clients } from './clients.ts'
import type { Entry, Ledger } from './ledger.ts'

/** Somebody who is logged in. */
export interface Person { user: User, token: string, refreshToken: string, password: string }

/** What journeys go through. */
export interface World extends Clients {
  ledger: Ledger
  options: SystemOptions
  admin: Person
  manager: Person
  moderator: Person
  /** Rooms that everybody books. */
  roomIds: string[]
  /** Half an hour of one of those that nobody else is given. */
  freeSlot: () => { roomId: string, startsAt: string, endsAt: string }
}

/** A round through some operations; it ends early when one of them fails. */
export type Journey = (world: World) => Promise<void>

const hour = 3_600_000
const sharedRooms = 20
const allDay: DayHours = { opens: '00:00', closes: '24:00' }
const alwaysOpen: OpeningHours = { monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay, saturday: allDay, sunday: allDay }

/** Services that have just started on a busy machine may shed load for a moment. */
const patiently = retry(handleWhen(error => error instanceof RemoteError && error.status === 503), { maxAttempts: 30, backoff: new ConstantBackoff(500) })

/** An instant as the contracts have it. */
export function instant (milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** The header by which a repeated request is known. */
export function freshKey (): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': randomUUID() }
}

export function newName (): string {
  return `drill-${randomBytes(6).toString('hex')}`
}

/** A room that is always open. */
export function roomLike (more: Partial<RoomCreate> = {}): RoomCreate {
  return { name: newName(), capacity: 8, floor: 1, building: 'Drill', timeZone: 'UTC', openingHours: alwaysOpen, ...more }
}

/** Registers somebody, who has to be there from then on. */
export async function register ({ users, ledger, admin }: World): Promise<Person & { account: Entry<User> }> {
  const username = newName()
  const password = randomBytes(12).toString('base64url')
  const { user, accessToken, refreshToken } = await users.registerUser({ body: { username, email: `${username}@example.com`, fullName: 'Drew Drill', password } })
  const account = ledger.keep('user', user, async ({ id }) => await users.getUser({ params: { userId: id } }, admin))
  return { user, token: accessToken, refreshToken, password, account }
}

/** Makes what all journeys share. */
export async function createWorld (clients: Clients, ledger: Ledger, options: SystemOptions): Promise<World> {
  const { users, rooms } = clients
  const enroll = async (role: User['role']): Promise<Person> => await patiently.execute(async () => {
    const [username, password] = [newName(), randomBytes(12).toString('base64url')]
    const { user } = await users.registerUser({ body: { username, email: `${username}@example.com`, fullName: 'Dale Drill', password } })
    const connection = await mysql.createConnection({ uri: options.databaseUrls.users })
    await connection.execute('UPDATE user SET role = ? WHERE id = ?', [role, user.id])
    await connection.end()
    const session = await users.login({ body: { login: username, password } })
    return { user: session.user, token: session.accessToken, refreshToken: session.refreshToken, password }
  })
  const [admin, manager, moderator] = [await enroll('admin'), await enroll('facility_manager'), await enroll('moderator')]
  const roomIds: string[] = []
  for (let number = 0; number < sharedRooms; number++) roomIds.push((await patiently.execute(async () => await rooms.createRoom({ body: roomLike() }, manager))).id)
  const first = Math.ceil(Date.now() / (24 * hour)) * 24 * hour + 24 * hour
  let given = 0
  return {
    ...clients,
    ledger,
    options,
    admin,
    manager,
    moderator,
    roomIds,
    freeSlot: () => {
      const startsAt = first + Math.floor(given / sharedRooms) * hour / 2
      const roomId = roomIds[given++ % sharedRooms] as string
      return { roomId, startsAt: instant(startsAt), endsAt: instant(startsAt + hour / 2) }
    }
  }
}
