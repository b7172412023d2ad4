/** Every cell of docs/authorisation.md, tried. */
import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSigner } from 'fast-jwt'
import { t } from '../support/suite.ts'
import { authorisationPage, authorisationRows, callers, type AuthorisationRow, type Caller, type Verdict } from '../../scripts/contract/authorisation.ts'
import { asSent, sampleRequest, servedOperations, type ServedOperation } from '../support/operations.ts'
import { contracts, readDocument } from '../support/samples.ts'
import { setStage, type Stage } from '../support/stage.ts'
import { testSystem, type Person, type RawAnswer, type RawRequest, type TestSystem } from '../support/system.ts'

const documents = Object.fromEntries(contracts.map(name => [name, readDocument(name)]))
const rows = authorisationRows(documents)
const servedOf = ({ service, operationId }: AuthorisationRow): ServedOperation => servedOperations.find(served => served.service === service && served.operation.operationId === operationId) as ServedOperation

let system: TestSystem
let stage: Stage
let roomId: string
t.before(async () => {
  system = await testSystem(t, { LOCKOUT_FAILURES: '1000', LOCKOUT_ADDRESS_FAILURES: '100000' })
  stage = await setStage(system)
  roomId = await stage.make('roomId', stage.people.admin)
})

/** What an answer says of the right to ask. Whatever else is wrong with the request does not count. */
function verdictOf ({ status, json }: RawAnswer, row: AuthorisationRow): Verdict {
  const code = String(json?.code)
  if (/^auth\.(token_|session_ended)/.test(code)) return '401'
  if (code === 'auth.role_missing' || /^\w+\.(not_yours|own)$/.test(code)) return '403'
  return status === 404 && row.owned ? '404' : 'yes'
}

/** A request of a row, about something of somebody. */
async function requestOf (row: AuthorisationRow, owner?: Person): Promise<[path: string, request: RawRequest]> {
  const served = servedOf(row)
  const ids: Record<string, string> = { roomId, ...(owner && await stage.makeFor(served, owner)) }
  if (owner && row.owned?.in === 'query') ids[row.owned.name] = await stage.make(row.owned.name.replace(/^exclude(.)/, (_, first: string) => first.toLowerCase()), owner)
  const parts = sampleRequest(served, ids)
  const optional = row.owned?.in === 'query' && row.owned.required !== true ? [[row.owned.name, ids[row.owned.name] ?? ''] as const] : []
  return asSent(served, { ...parts, query: [...parts.query, ...optional] })
}

t.test('each operation lets through whom the contract names, and owners alone what is theirs', async t => {
  for (const row of rows) {
    const [owner, stranger] = await Promise.all([system.person(), system.person()])
    const tokenOf = async (caller: Caller): Promise<string | undefined> => {
      if (caller === 'anonymous') return undefined
      if (caller === 'owner') return owner.token
      if (caller === 'service') return stage.tokens.service
      // What some operations do to their caller, the end of a session for one, must not meet the next.
      return row.service === 'users' && servedOf(row).operation.method !== 'GET' ? (await system.person(caller as 'user')).token : stage.tokens[caller as 'user']
    }
    const seen = { ...row.verdicts }
    const answers: Partial<Record<Caller, RawAnswer>> = {}
    await Promise.all(callers.filter(caller => caller !== 'bad token' && row.verdicts[caller] !== '').map(async caller => {
      const [path, request] = await requestOf(row, caller === 'owner' ? owner : stranger)
      const answer = await system.send(row.service, path, { ...request, token: await tokenOf(caller) })
      answers[caller] = answer
      seen[caller] = verdictOf(answer, row)
    }))
    t.same(seen, row.verdicts, `${row.service}.${row.operationId}`, { answers: Object.entries(answers).map(([caller, { status, text }]) => `${caller}: ${status} ${text.slice(0, 200)}`) })
  }
})

t.test('no operation takes a token that is not good, and public ones do not look at it', async t => {
  const user = await system.person()
  const pem = await readFile(join(system.options.environment?.['SIGNING_KEYS_DIRECTORY'] ?? '', 'key-1.pem'), 'utf8')
  const [head = '', payload = '', signature = ''] = user.token.split('.')
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string }
  const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()) as object, role: 'admin' }
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = (change: object, key = pem): string => createSigner({ algorithm: 'EdDSA', key, kid: header.kid })({ ...claims, ...change })
  const now = Math.floor(Date.now() / 1000)
  const publicPem = createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'pem' })
  const unsigned = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`

  const [loggedOut, disabled] = [await system.person(), await system.person()]
  await system.users.logout({ body: {} }, loggedOut)
  await system.users.updateUser({ params: { userId: disabled.user.id }, body: { status: 'disabled' } }, stage.people.admin)

  const bad: Record<string, string> = {
    expired: signed({ iat: now - 7200, exp: now - 1 }),
    altered: `${head}.${encode(claims)}.${signature}`,
    'of another issuer': signed({ iss: 'somebody' }),
    'for another audience': signed({ aud: 'somebody' }),
    'signed with another key': signed({}, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string),
    'with the algorithm none': `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`,
    'with HS256 and the public key': `${unsigned}.${createHmac('sha256', publicPem).update(unsigned).digest('base64url')}`,
    'of a session that was ended': loggedOut.token,
    'of a disabled account': disabled.token
  }
  t.equal((await system.send('users', '/api/v1/users', { token: signed({}) })).status, 200, 'the signer of this test is right')
  const others: string[] = []
  for (const row of rows) {
    const [path, request] = await requestOf(row)
    await Promise.all(Object.entries(bad).map(async ([title, token]) => {
      const seen = verdictOf(await system.send(row.service, path, { ...request, token }), row)
      if (seen !== row.verdicts['bad token']) others.push(`${row.service}.${row.operationId} with a token that is ${title}: ${seen}`)
    }))
  }
  t.same(others, [])
})

t.test('a parameter that is the id of something needs a rule of ownership, and the page has every operation', async t => {
  const page = authorisationPage(documents)
  for (const { operation: { operationId } } of servedOperations) t.ok(page.includes(`| \`${operationId}\``), operationId)
  const document = readDocument('bookings')
  const get = document.paths?.['/api/v1/bookings/{bookingId}']?.get
  t.ok(get)
  if (get) get.operationId = 'getUnruled'
  t.throws(() => authorisationRows({ bookings: document }), /authorisation\.ts: bookings\.getUnruled bookingId/)
})
