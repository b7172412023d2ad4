import { randomBytes } from 'node:crypto'
import mysql from 'mysql2/promise'
import { RemoteError } from '../../../shared/contract/client.ts'
import { environmentOf } from '../../system/services.ts'
import { freshKey, newName, register, type Journey, type Person, type World } from '../world.ts'

/** Session, Profile: somebody comes, looks around on two devices, and leaves. */
const sessions: Journey = async world => {
  const { users, ledger } = world
  const person = await register(world)
  const { accessToken: token, refreshToken } = await users.login({ body: { login: person.user.email, password: person.password } })
  const current = ledger.keep('session', await users.getCurrentSession({}, { token }), async () => await users.getCurrentSession({}, { token }), ['lastSeenAt', 'expiresAt', 'address'])
  const other = ledger.keep('session', await users.getCurrentSession({}, person), async () => await users.getCurrentSession({}, person), ['lastSeenAt', 'expiresAt'])
  await users.refreshSession({ body: { refreshToken } })
  await users.getProfile({}, { token })
  await person.account.change(async () => await users.updateProfile({ body: { fullName: 'Drew Changed', timeZone: 'Europe/Berlin' } }, { token }))
  await users.listSessions({ query: { limit: 5 } }, { token })
  await other.remove(async () => await users.revokeSession({ params: { sessionId: other.body.id } }, { token }))
  await current.remove(async () => await users.logout({ body: {} }, { token }))
}

/** Has somebody take another password, who must be able to log in with one of the two from then on, and with the other alone once it was acknowledged. */
async function takePassword ({ users, ledger }: World, { user: { id, username }, password }: Person, take: (newPassword: string) => Promise<unknown>): Promise<void> {
  const newPassword = randomBytes(12).toString('base64url')
  const passwords = [password, newPassword]
  const logIn = async (): Promise<object> => {
    for (const each of passwords) {
      const user = await users.login({ body: { login: username, password: each } }).then(session => session.user, (error: unknown) => {
        if (error instanceof RemoteError && error.status === 401) return undefined
        throw error
      })
      if (user) return { id: user.id }
    }
    throw new Error('no password is right')
  }
  await ledger.keep('password', { id }, logIn).change(async () => {
    await take(newPassword)
    passwords.shift()
    return { id }
  })
}

/** Stores a token as the mail to a person would carry it, by a statement that takes token and account. Returns nothing while the database is away. */
async function storeToken (databaseUrl: string, userId: string, statement: string): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url')
  const connection = await mysql.createConnection({ uri: databaseUrl }).catch(() => undefined)
  const stored = await connection?.execute(statement, [token, userId]).catch(() => undefined)
  connection?.destroy()
  return stored && token
}

const storeResetToken = 'INSERT INTO password_reset (token_hash, user_id, expires_at) VALUES (SHA2(?, 256), ?, UTC_TIMESTAMP(3) + INTERVAL 1 HOUR)'
const storeConfirmationToken = `INSERT INTO email_confirmation (token_hash, user_id, email_key, expires_at)
  SELECT SHA2(?, 256), id, pending_email_key, UTC_TIMESTAMP(3) + INTERVAL 1 HOUR FROM user WHERE id = ?`

const storeStopToken = `INSERT INTO mail_stop_token (token_hash, email_hash, expires_at)
  SELECT SHA2(?, 256), SHA2(CONCAT('guest-', email), 256), UTC_TIMESTAMP(3) + INTERVAL 1 HOUR FROM user WHERE id = ?`

/** Mail: somebody without an account follows the link in a mail, and wants no more of them. */
const stoppedMails: Journey = async world => {
  const { users, options } = world
  const { user: { id } } = await register(world)
  const token = await storeToken(options.databaseUrls.users, id, storeStopToken)
  if (token === undefined) return
  await users.getMailStopPage({ params: { token } })
  await users.stopMails({ params: { token } })
}

/** Session: a person confirms the e-mail address of the account. */
const confirmation: Journey = async world => {
  const { users, options, admin } = world
  const { user: { id, email }, account } = await register(world)
  await users.requestEmailConfirmation({ body: { email } })
  const token = await storeToken(options.databaseUrls.users, id, storeConfirmationToken)
  if (token === undefined) return
  await account.change(async () => {
    await users.confirmEmail({ body: { token } })
    return await users.getUser({ params: { userId: id } }, admin)
  })
}

/** Session: somebody has forgotten the password. */
const forgottenPassword: Journey = async world => {
  const { users, options } = world
  const person = await register(world)
  await users.requestPasswordReset({ body: { email: person.user.email } })
  const token = await storeToken(options.databaseUrls.users, person.user.id, storeResetToken)
  if (token !== undefined) await takePassword(world, person, async newPassword => await users.resetPassword({ body: { token, newPassword } }))
}

/** Profile: somebody takes another password, sees what is stored, and may go for good. */
const ownAccount: Journey = async world => {
  const { users } = world
  const person = await register(world)
  await takePassword(world, person, async newPassword => await users.changePassword({ body: { currentPassword: person.password, newPassword } }, person))
  await users.listMyNotifications({ query: { limit: 5 } }, person)
  await users.exportMyData({}, person)
  if (Math.random() < 0.5) return
  const leaver = await register(world)
  await leaver.account.affect(async () => await users.deleteMyAccount({ body: { password: leaver.password } }, leaver), { status: 'deleted', fullName: 'Deleted user' })
}

/** Administration: an account is made, changed, looked at and deleted, and its bookings with it. */
const administration: Journey = async ({ users, bookings, ledger, admin, freeSlot }) => {
  const username = newName()
  const password = randomBytes(12).toString('base64url')
  const made = await users.createUser({ body: { username, email: `${username}@example.com`, fullName: 'Ada Ministered', password, role: 'user' }, headers: freshKey() }, admin)
  const account = ledger.keep('user', made, async ({ id }) => await users.getUser({ params: { userId: id } }, admin))
  const params = { userId: made.id }
  await users.listUsers({ query: { text: username } }, admin)
  await users.getUser({ params }, admin)
  await account.change(async () => await users.updateUser({ params, body: { role: 'facility_manager' } }, admin))
  await users.listUserAudit({ params, query: {} }, admin)
  const { accessToken: token } = await users.login({ body: { login: username, password } })
  const booking = ledger.keep('booking', await bookings.createBooking({ body: { ...freeSlot(), title: 'Of somebody who leaves' }, headers: freshKey() }, { token }),
    async ({ id }) => await bookings.getBooking({ params: { bookingId: id } }, admin))
  await booking.affect(async () => {
    await account.affect(async () => await users.deleteUser({ params }, admin), { status: 'deleted', fullName: 'Deleted user' })
  }, { status: 'cancelled' })
}

/** Key, Directory, Session: what the other services ask. */
const services: Journey = async ({ users, options, admin }) => {
  const { SERVICE_CLIENT_ID: clientId = '', SERVICE_CLIENT_SECRET: clientSecret = '' } = environmentOf('bookings', options)
  const { accessToken: token } = await users.issueServiceToken({ body: { clientId, clientSecret } })
  await users.listUsersByIds({ query: { userId: [admin.user.id] } }, { token })
  await users.getJsonWebKeySet()
}

/** Operation: what whoever runs the services asks. */
const probes: Journey = async ({ users, rooms, bookings, reviews }) => {
  for (const service of [users, rooms, bookings, reviews]) {
    await service.getHealth()
    await service.getReadiness()
  }
}

export const usersJourneys: Journey[] = [sessions, confirmation, forgottenPassword, ownAccount, stoppedMails, administration, services, probes]
