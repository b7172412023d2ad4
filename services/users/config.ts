import { Type, type Static } from '@sinclair/typebox'
import { commonEnvironment } from '../../shared/config.ts'

/** The environment of the users service. */
export const UsersConfig = Type.Object({
  ...commonEnvironment,
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 5001, description: 'Port to listen on.' }),
  NODE_ENV: Type.String({ default: '', description: '`production` for a service that does not start without keys and secrets of its own.' }),
  SIGNING_KEYS_DIRECTORY: Type.String({ default: '.local/keys', description: 'Holds the private keys that access tokens are signed with, as <key id>.pem. The last by name signs, a minute after it was put there; all verify. Without any, one is made, except in production.' }),
  ACCESS_TOKEN_SECONDS: Type.Integer({ minimum: 1, maximum: 86_400, default: 3600, description: 'How long an access token is good.' }),
  REFRESH_TOKEN_DAYS: Type.Integer({ minimum: 1, default: 30, description: 'How long a refresh token is good.' }),
  PASSWORD_MEMORY_KIB: Type.Integer({ minimum: 1024, default: 19_456, description: 'Memory that hashing a password takes (argon2id m).' }),
  PASSWORD_ITERATIONS: Type.Integer({ minimum: 2, default: 2, description: 'Passes over that memory (argon2id t).' }),
  PASSWORD_CONCURRENCY: Type.Integer({ minimum: 0, default: 0, description: 'How many passwords are hashed at once; 0 for one on each core. Raise UV_THREADPOOL_SIZE with it.' }),
  UV_THREADPOOL_SIZE: Type.Integer({ minimum: 1, maximum: 1024, default: 4, description: 'How many threads Node.js has for hashing and files. It reads this itself, so it cannot come from a file.' }),
  PASSWORD_QUEUE_LIMIT: Type.Integer({ minimum: 0, default: 128, description: 'How many passwords may wait to be hashed; beyond that the answer is 503.' }),
  LOCKOUT_FAILURES: Type.Integer({ minimum: 1, default: 5, description: 'After how many wrong passwords a login, which is a username or an e-mail address, is locked; the same number in the sessions of an account.' }),
  LOCKOUT_ADDRESS_FAILURES: Type.Integer({ minimum: 1, default: 100, description: 'After how many wrong passwords, for whatever accounts, an IP address (IPv6: a /64) is locked.' }),
  LOCKOUT_MINUTES: Type.Integer({ minimum: 1, default: 15, description: 'How long a lock lasts, and how long failures are counted together.' }),
  ROOMS_URL: Type.String({ default: 'http://127.0.0.1:5002', description: 'The rooms service, which mails about bookings need.' }),
  BOOKINGS_URL: Type.String({ default: 'http://127.0.0.1:5003', description: 'The bookings service, which mails about series need.' }),
  SMTP_URL: Type.String({ default: '', description: 'The mail server: smtp://user:password@host:port. Without one, mails become files.' }),
  MAIL_DIRECTORY: Type.String({ default: '.local/mail', description: 'Where mails go as .eml files when there is no mail server.' }),
  MAIL_FROM: Type.String({ default: 'rooms@smart-meeting-room.example', description: 'The address that mails and invitations come from.' }),
  MAIL_REMINDER_MINUTES: Type.Integer({ minimum: 0, default: 15, description: 'How long before a booking begins its holder is reminded.' }),
  RESET_PAGE_URL: Type.String({ default: '', description: 'The page of a front end where a new password is chosen, with `{token}` for the token: https://rooms.example.com/reset#token={token}, as a fragment is in no log. Without it, mails show the token.' }),
  CONFIRM_PAGE_URL: Type.String({ default: '', description: 'The page of a front end where an e-mail address is confirmed, with `{token}` for the token: https://rooms.example.com/confirm#token={token}. Without it, mails show the token.' }),
  CONFIRMATION_MAILS_PER_DAY: Type.Integer({ minimum: 1, maximum: 100, default: 5, description: 'How many mails for confirming an e-mail address an account, and an address, gets in a day at most.' }),
  MAILS_PER_HOUR: Type.Integer({ minimum: 1, default: 100, description: 'How many mails an account gets in an hour at most, those for new passwords and for confirming an address apart; more are not sent. Invitations to the bookings of others are counted by themselves, and more of them wait.' }),
  GUEST_MAILS_PER_HOUR: Type.Integer({ minimum: 1, default: 50, description: 'How many mails to attendees without an account the bookings of one person bring in an hour at most; more wait. Cancellations are not counted.' }),
  GUEST_MAILS_PER_DAY: Type.Integer({ minimum: 1, default: 10, description: 'How many such mails one address gets in a day at most, from all bookings together; more wait.' }),
  REQUIRE_CONFIRMED_EMAIL: Type.Boolean({ default: false, description: '`true` lets nobody log in before the e-mail address of the account is confirmed. Set it for bookings as well.' }),
  SERVICE_CLIENTS: Type.String({ default: '', description: 'Who may have a token with the role `service`: <client id>:<secret>, separated by commas. Needed in production.' }),
  FIRST_ADMIN_USERNAME: Type.String({ default: '', description: 'With the other two: the admin who is made at start when there is none.' }),
  FIRST_ADMIN_EMAIL: Type.String({ default: '', description: 'The first admin\'s e-mail address.' }),
  FIRST_ADMIN_PASSWORD: Type.String({ default: '', description: 'The first admin\'s password. Change it after the first login.' })
})
export type UsersConfig = Static<typeof UsersConfig>
