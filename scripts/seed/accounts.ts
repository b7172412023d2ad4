import type { RowDataPacket } from 'mysql2/promise'
import type { Session } from '../../shared/contract/generated/users.schemas.ts'
import { isRefused, type Clients } from './clients.ts'
import { demoPassword, emailOf, people, type Person } from './data/people.ts'
import { withConnection } from './database.ts'
import { lookUp } from './look-up.ts'

/** Somebody who acts: who that is, and with which token. */
export interface Actor { id: string, token: string }

/** Everybody by username. */
export type Actors = ReadonlyMap<string, Actor>

/** The ids of the demo people that are there, and whether anybody is. */
export async function population (databaseUrl: string): Promise<{ known: ReadonlyMap<string, string>, isInhabited: boolean }> {
  return await withConnection(databaseUrl, async connection => {
    const addresses = people.map(({ username }) => emailOf(username))
    const [anybody] = await connection.query<RowDataPacket[]>('SELECT id FROM user LIMIT 1')
    const [rows] = await connection.query<RowDataPacket[]>('SELECT id, LOWER(email) AS email FROM user WHERE email_key IN (?) OR pending_email_key IN (?)', [addresses, addresses])
    const usernames = new Map(people.map(({ username }) => [emailOf(username), username]))
    return { known: new Map(rows.map(row => [usernames.get(row['email'] as string) ?? '', row['id'] as string])), isInhabited: anybody.length > 0 }
  })
}

/** A session; none when the demo password is not theirs (any more). */
export async function logIn (users: Clients['users'], username: string): Promise<Session | undefined> {
  return await users.login({ body: { login: emailOf(username), password: demoPassword } }).catch((error: unknown) => {
    if (isRefused(error, 'auth.credentials_wrong', 'auth.account_disabled', 'auth.locked')) return undefined
    throw error
  })
}

/**
 * The admin, who is made when there is none, and those who are there already.
 *
 * @param known who is there
 * @returns nothing when one of them has another password than the demo data have: then they are somebody's by now
 * @throws Error when the admin's username belongs to somebody else
 */
export async function firstActors (users: Clients['users'], databaseUrl: string, known: ReadonlyMap<string, string>): Promise<Actors | undefined> {
  const admin = people.find(({ role }) => role === 'admin') as Person
  const there = people.filter(person => person === admin || known.has(person.username))
  const actors = new Map<string, Actor>()
  await Promise.all(there.map(async person => {
    const session = person === admin ? await openAdmin(users, databaseUrl, admin, known.has(admin.username)) : await logIn(users, person.username)
    if (session) actors.set(person.username, await actorOf(users, person, session))
  }))
  return actors.size === there.length ? actors : undefined
}

/**
 * Has those who are missing register, or the admin make their accounts where they have a role.
 *
 * @returns everybody
 * @throws Error when a username belongs to somebody else
 */
export async function openAccounts (users: Clients['users'], databaseUrl: string, there: Actors): Promise<Actors> {
  const { token } = lookUp(there, 'admin')
  const actors = new Map(there)
  await Promise.all(people.filter(({ username }) => !there.has(username)).map(async person => {
    if (person.role === 'user') await users.registerUser({ body: accountOf(person) }).catch(nameIsTaken(person))
    else await users.createUser({ body: { ...accountOf(person), role: person.role } }, { token }).catch(nameIsTaken(person))
    await confirmAddress(databaseUrl, person.username)
    const open = await logIn(users, person.username)
    if (open) actors.set(person.username, await actorOf(users, person, open))
  }))
  return actors
}

/** Nobody registers with a role, so the first admin of any system is made so in the database. */
async function openAdmin (users: Clients['users'], databaseUrl: string, admin: Person, isThere: boolean): Promise<Session | undefined> {
  const { username } = admin
  const session = isThere ? await logIn(users, username) : await users.registerUser({ body: accountOf(admin) }).catch(nameIsTaken(admin))
  if (session?.user.role !== 'user') return session
  await confirmAddress(databaseUrl, username)
  await withConnection(databaseUrl, async connection => { await connection.execute("UPDATE user SET role = 'admin' WHERE email_key = ?", [emailOf(username)]) })
  return await logIn(users, username)
}

/** Nobody reads the mails to demo people, so their addresses are confirmed in the database. */
async function confirmAddress (databaseUrl: string, username: string): Promise<void> {
  await withConnection(databaseUrl, async connection => {
    await connection.execute('UPDATE user SET email_key = pending_email_key, email_confirmed_at = created_at, pending_email = NULL, pending_email_key = NULL WHERE pending_email_key = ?', [emailOf(username)])
  })
}

/** Somebody with a session, whose clock is set on the way. */
async function actorOf (users: Clients['users'], { timeZone }: Person, { user, accessToken: token }: Session): Promise<Actor> {
  if (user.timeZone === 'UTC') await users.updateProfile({ body: { timeZone } }, { token })
  return { id: user.id, token }
}

function accountOf ({ username, fullName }: Person): { username: string, email: string, fullName: string, password: string } {
  return { username, email: emailOf(username), fullName, password: demoPassword }
}

function nameIsTaken ({ username }: Person): (error: unknown) => never {
  return error => {
    throw isRefused(error, 'user.username_taken') ? new Error(`Somebody else is called ${username}, which the demo data need for one of theirs.`) : error
  }
}
