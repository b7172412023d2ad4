import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Test } from 'tap'
import { until } from '../../scripts/infrastructure/until.ts'
import type { Service } from '../../scripts/system/databases.ts'
import { isRetryable } from '../../shared/database-errors.ts'
import { newRoom, visit } from '../reviews/visits.ts'
import { startMailServer, type ReceivedMail } from '../support/mail.ts'
import type { Person, RawRequest, TestSystem } from '../support/system.ts'

/** What a cell of the table may say. */
const outcomes = ['yes', 'later', '503', 'down'] as const
type Outcome = typeof outcomes[number]

const hour = 3_600_000
/** The services get 10 s for a request here; one that takes longer hangs. What they wait for in it is as it is by default. */
export const environment = { REQUEST_DEADLINE_SECONDS: '10', CALL_DEADLINE_MILLISECONDS: '2000', REDIS_DEADLINE_MILLISECONDS: '500' }
const hangsAfterMilliseconds = 12_000
/** A service that is stopped does not answer, and need not be waited for. */
const downAfterMilliseconds = 1_500
const laterWithinMilliseconds = 30_000

/** The table of `docs/operations.md`: what works (row) without what (column). */
export function readTable (): { rows: string[], cell: (row: string, column: string) => Outcome } {
  const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  const section = page.split(/^## /m).find(text => text.startsWith('What works without what')) ?? ''
  const [head = [], , ...lines] = (section.match(/^\|.*\|$/gm) ?? []).map(line => line.split('|').slice(1, -1).map(text => text.trim()))
  return {
    rows: lines.map(([row = '']) => row),
    cell: (row, column) => {
      // Superscript digits lead to the notes below the table.
      const text = lines.find(([name]) => name === row)?.[head.indexOf(column)]?.replace(/[⁰¹²³-⁹ ]+$/, '')
      if (!outcomes.includes(text as Outcome)) throw new Error(`The table says ${String(text)} of ${row} without ${column}`)
      return text as Outcome
    }
  }
}

/** A mail server that can be stopped. */
export class MailServer {
  readonly mails: ReceivedMail[] = []
  readonly port: number
  stop: () => Promise<void> = async () => {}

  constructor (port: number) { this.port = port }

  async start (): Promise<void> {
    const server = await startMailServer(this.port, this.mails)
    this.stop = server.stop
  }
}

/** Somebody with all that the probes of one outage need. */
interface Scene {
  system: TestSystem
  mail: MailServer
  person: Person
  manager: Person
  /** Its owner is logged in a second time with it. */
  otherToken: string
  roomId: string
  unseenRoomId: string
  visitedRoomId: string
  unmailedRoomId: string
  bookingId: string
  slot: { startsAt: string, endsAt: string }
  send: (service: Service, path: string, options?: RawRequest) => Promise<any>
  stopped: string
}

export async function prepare (system: TestSystem, mail: MailServer, stopped: string): Promise<Scene> {
  const manager = await system.person('facility_manager')
  const person = await system.person()
  const [roomId, unseenRoomId, visitedRoomId, unmailedRoomId] = await Promise.all([newRoom(system, manager), newRoom(system, manager), newRoom(system, manager), newRoom(system, manager)])
  const start = Math.ceil(Date.now() / hour) * hour + 48 * hour
  const slot = (hours: number): { startsAt: string, endsAt: string } => ({ startsAt: new Date(start + hours * hour).toISOString(), endsAt: new Date(start + (hours + 1) * hour).toISOString() })
  await visit(system, visitedRoomId, person)
  const { id: bookingId } = await system.bookings.createBooking({ body: { roomId, title: 'To be cancelled', ...slot(0) } }, person)
  // Bookings has seen it, and no mail has told of it: users keeps for a while what it knows of a room.
  await system.bookings.checkAvailability({ query: { roomId: unmailedRoomId, ...slot(0) } }, person)
  const { accessToken: otherToken } = await system.users.login({ body: { login: person.user.username, password: person.password } })
  // Every service knows the sessions and the keys, as it does of people who are at work.
  for (const token of [person.token, manager.token, otherToken]) {
    for (const [service, path] of [['rooms', '/api/v1/amenities'], ['bookings', '/api/v1/bookings'], ['reviews', '/api/v1/reviews']] as const) await system.send(service, path, { token })
  }
  const send = async (service: Service, path: string, options: RawRequest = {}): Promise<any> => {
    const signal = AbortSignal.timeout(service === stopped ? downAfterMilliseconds : hangsAfterMilliseconds)
    const { status, json, headers } = await system.send(service, path, { ...options, signal }).catch((error: Error) => {
      throw service === stopped ? new Unavailable('down') : error
    })
    if (status < 300) return json
    if (status === 503 && /^\d+$/.test(headers['retry-after'] ?? '')) throw new Unavailable('503')
    throw new Error(`${service} ${path} answered ${status} ${json.code}: ${json.message}`)
  }
  return { system, mail, person, manager, otherToken, roomId, unseenRoomId, visitedRoomId, unmailedRoomId, bookingId, slot: slot(2), send, stopped }
}

class Unavailable extends Error {
  readonly outcome: '503' | 'down'
  constructor (outcome: '503' | 'down') {
    super(outcome)
    this.outcome = outcome
  }
}

/** How a row is tried. Where its effect shows elsewhere, the function that is returned looks whether it does. */
const probes: Record<string, (scene: Scene) => Promise<void | (() => Promise<boolean>)>> = {
  'Registering and logging in': async ({ send }) => {
    const username = `p-${randomBytes(6).toString('hex')}`
    const password = randomBytes(12).toString('base64url')
    await send('users', '/api/v1/auth/register', { method: 'POST', body: { username, email: `${username}@example.com`, fullName: 'Pat Person', password } })
    await send('users', '/api/v1/auth/login', { method: 'POST', body: { login: username, password } })
  },
  'Seeing a room': async ({ send, person: { token }, unseenRoomId }) => {
    await send('rooms', `/api/v1/rooms/${unseenRoomId}`, { token })
  },
  'Finding free rooms': async ({ send, person: { token }, slot: { startsAt, endsAt } }) => {
    await send('rooms', `/api/v1/available-rooms?${new URLSearchParams({ from: startsAt, to: endsAt, people: '2' }).toString()}`, { token })
  },
  'Changing a room': async ({ send, manager: { token }, roomId }) => {
    await send('rooms', `/api/v1/rooms/${roomId}`, { method: 'PATCH', token, body: { description: 'Changed' } })
  },
  'Booking a room': async ({ send, person: { token }, roomId, slot }) => {
    await send('bookings', '/api/v1/bookings', { method: 'POST', token, body: { roomId, title: 'During the outage', ...slot } })
  },
  'Seeing and cancelling bookings': async ({ send, person: { token }, bookingId }) => {
    await send('bookings', '/api/v1/bookings', { token })
    await send('bookings', `/api/v1/bookings/${bookingId}/cancel`, { method: 'POST', token, body: {} })
  },
  'Reading reviews': async ({ send, person: { token }, roomId }) => {
    await send('reviews', `/api/v1/reviews?roomId=${roomId}`, { token })
  },
  'Reviewing a room, which shows in its rating': async ({ send, person: { token }, visitedRoomId, system }) => {
    await send('reviews', '/api/v1/reviews', { method: 'POST', token, body: { roomId: visitedRoomId, rating: 5 } })
    return async () => await system.send('rooms', `/api/v1/rooms/${visitedRoomId}`, { token, signal: AbortSignal.timeout(downAfterMilliseconds) }).then(({ json }) => json.rating?.count === 1, () => false)
  },
  'Logging out, which every service sees': async ({ send, otherToken: token, system, stopped }) => {
    await send('users', '/api/v1/auth/logout', { method: 'POST', token })
    const others = (['rooms', 'bookings', 'reviews'] as const).filter(service => service !== stopped)
    const paths = { rooms: '/api/v1/amenities', bookings: '/api/v1/bookings', reviews: '/api/v1/reviews' }
    return async () => (await Promise.all(others.map(async service => (await system.send(service, paths[service], { token })).status))).every(status => status === 401)
  },
  'Booking a room, of which a mail tells': async ({ send, mail, person: { token, user }, unmailedRoomId, slot }) => {
    const { startsAt, endsAt } = slot
    const later = (instant: string): string => new Date(Date.parse(instant) + 2 * hour).toISOString()
    await send('bookings', '/api/v1/bookings', { method: 'POST', token, body: { roomId: unmailedRoomId, title: 'To be mailed', startsAt: later(startsAt), endsAt: later(endsAt) } })
    return async () => mail.mails.some(({ headers }) => headers['to']?.includes(user.email) && headers['subject']?.includes('To be mailed'))
  }
}

/** Tries every row while something is stopped, and what comes later once it is back. */
export async function checkColumn (t: Test, scene: Scene, column: string, { stop, restore }: { stop: () => Promise<void> | void, restore: () => Promise<void> | void }): Promise<void> {
  const { rows, cell } = readTable()
  t.same(rows, Object.keys(probes), 'every row is tried')
  await stop()
  const found = await Promise.all(rows.map(async row => {
    try {
      return { row, shows: await probes[row]?.(scene) }
    } catch (error) {
      return { row, outcome: error instanceof Unavailable ? error.outcome : String(error) }
    }
  }))
  const waiting: Array<{ row: string, shows: () => Promise<boolean> }> = []
  for (const { row, shows, outcome = 'yes' } of found) {
    const expected = cell(row, column)
    if (!shows) t.equal(outcome, expected, `${row}: ${expected}`)
    else if (expected === 'yes') t.ok(await until(shows, laterWithinMilliseconds), `${row}: yes`)
    else {
      t.ok(expected === 'later' && !await shows(), `${row}: not yet`)
      waiting.push({ row, shows })
    }
  }
  await restore()
  t.ok(await until(async () => await allUp(scene.system), laterWithinMilliseconds), 'everything is connected again, by itself')
  for (const { row, shows } of waiting) {
    t.ok(await until(async () => {
      await bringMailsForward(scene.system)
      return await shows()
    }, laterWithinMilliseconds), `${row}: later`)
  }
}

/** Makes mails due that wait for their next try; another time where their sender holds them at this moment. */
async function bringMailsForward (system: TestSystem): Promise<void> {
  await system.sql.users.query("UPDATE notification SET due_at = UTC_TIMESTAMP(3) WHERE status = 'queued'").catch((error: unknown) => {
    if (!isRetryable(error)) throw error
  })
}

async function allUp (system: TestSystem): Promise<boolean> {
  const answers = await Promise.all((['users', 'rooms', 'bookings', 'reviews'] as const).map(async service => await system.send(service, '/ready').catch(() => undefined)))
  return answers.every(answer => answer?.json?.dependencies?.every(({ status }: { status: string }) => status === 'up'))
}
