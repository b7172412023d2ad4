import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, stat } from 'node:fs/promises'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { until } from '../../scripts/infrastructure/until.ts'
import type { Person, TestSystem } from './system.ts'

/** A mail, taken apart. */
export interface ReceivedMail {
  headers: Record<string, string>
  /** The decoded parts by media type. */
  parts: Record<string, string>
  /** Every calendar object, in the order of the parts. */
  calendars: string[]
}

/** Takes a message apart (RFC 5322 and MIME), as far as our mails go. */
export function parseMail (message: string): ReceivedMail {
  const { headers, body } = split(message.replaceAll('\r\n', '\n'))
  const parts = partsOf(headers, body)
  return {
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, decodeWords(value)])),
    parts: Object.fromEntries([...parts].reverse()),
    calendars: parts.filter(([type]) => type === 'text/calendar').map(([, text]) => text)
  }
}

function split (entity: string): { headers: Record<string, string>, body: string } {
  const end = entity.indexOf('\n\n')
  const lines = entity.slice(0, end).replaceAll(/\n[ \t]+/g, ' ').split('\n')
  return { headers: Object.fromEntries(lines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])), body: entity.slice(end + 2) }
}

function partsOf (headers: Record<string, string>, body: string): Array<[type: string, text: string]> {
  const type = headers['content-type'] ?? 'text/plain'
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1]
  if (boundary === undefined) return [[type.split(';')[0] as string, decode(headers['content-transfer-encoding'], body)]]
  const parts = body.split(`--${boundary}`).slice(1, -1).map(part => split(part.replace(/^\n/, '')))
  return parts.flatMap(part => partsOf(part.headers, part.body))
}

function decode (encoding: string | undefined, body: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return quotedPrintable(body.replaceAll('=\n', ''))
  return body
}

function quotedPrintable (text: string): string {
  return Buffer.from(text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8')
}

/** Words that are not ASCII, as of RFC 2047. */
function decodeWords (value: string): string {
  return value.replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, word: string) => kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : quotedPrintable(word.replaceAll('_', ' ')))
}

/** The mails that were written to a directory, in the order in which they were. */
export async function mailsIn (directory: string): Promise<ReceivedMail[]> {
  const names = await readdir(directory).catch(() => [])
  const files = await Promise.all(names.filter(name => name.endsWith('.eml')).map(async name => {
    const path = join(directory, name)
    return { writtenAt: (await stat(path, { bigint: true })).mtimeNs, text: await readFile(path, 'utf8') }
  }))
  return files.sort((a, b) => a.writtenAt < b.writtenAt ? -1 : 1).map(({ text }) => parseMail(text))
}

/** A token that confirms the address that an account waits for, as a mail would carry it. */
export async function confirmationToken ({ sql, secrets }: Pick<TestSystem, 'sql' | 'secrets'>, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  secrets.add(token)
  await sql.users.execute('INSERT INTO email_confirmation (token_hash, user_id, email_key, expires_at) SELECT SHA2(?, 256), id, pending_email_key, UTC_TIMESTAMP(3) + INTERVAL 1 HOUR FROM user WHERE id = ?', [token, userId])
  return token
}

/** Somebody who has registered and confirms the address, which brings a welcome. */
export async function newcomer (system: TestSystem): Promise<Person> {
  const [username, password] = [`n-${randomBytes(6).toString('hex')}`, randomBytes(12).toString('base64url')]
  const session = await system.users.registerUser({ body: { username, email: `${username}@example.com`, fullName: 'Nell Newcomer', password } })
  await system.users.confirmEmail({ body: { token: await confirmationToken(system, session.user.id) } })
  return { user: session.user, token: session.accessToken, session, password }
}

/** Waits for the mail to somebody whose subject fits. */
export async function mailToPerson ({ options }: Pick<TestSystem, 'options'>, { user: { email } }: Person, subject: RegExp): Promise<ReceivedMail> {
  let found: ReceivedMail | undefined
  await until(async () => {
    found = (await mailsIn(join(options.logs, 'mail'))).find(({ headers }) => headers['to']?.includes(email) && subject.test(headers['subject'] ?? ''))
    return found !== undefined
  }, 20_000)
  if (!found) throw new Error(`no mail to ${email} about ${String(subject)}`)
  return found
}

/**
 * A mail server that keeps what it gets. It refuses recipients for good (`refuse`) or all of them for now (`defer`).
 *
 * @param mails where it keeps it
 */
export async function startMailServer (port: number, mails: ReceivedMail[] = []): Promise<{ port: number, mails: ReceivedMail[], refuse: (pattern: RegExp) => void, defer: (isDeferring: boolean) => void, stop: () => Promise<void> }> {
  const sockets = new Set<Socket>()
  let refused = /^$/
  let isDeferring = false
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    const say = (line: string): void => { socket.write(`${line}\r\n`) }
    let message: string[] | undefined
    say('220 test')
    createInterface(socket).on('line', line => {
      if (message) {
        if (line !== '.') {
          message.push(line.replace(/^\./, ''))
          return
        }
        mails.push(parseMail(message.join('\n')))
        message = undefined
        say('250 kept')
      } else if (/^EHLO/i.test(line)) say('250 test')
      else if (/^DATA/i.test(line)) {
        message = []
        say('354 go on')
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else if (/^RCPT/i.test(line) && isDeferring) say('451 try again later')
      else if (/^RCPT/i.test(line) && refused.test(line)) say('550 no such mailbox')
      else say('250 fine')
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port,
    mails,
    refuse: pattern => { refused = pattern },
    defer: value => { isDeferring = value },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      if ((server.address() as AddressInfo | null) !== null) await new Promise(resolve => server.close(resolve))
    }
  }
}
