import { t } from '../support/suite.ts'
import { isRefusal } from '../support/refusal.ts'
import { testSystem, type RawAnswer } from '../support/system.ts'

t.test('who asks too often is told to wait; others, services and probes are not', async t => {
  const limited = await testSystem(t, { RATE_LIMIT_PER_MINUTE: '60' })
  const [busy, other] = [await limited.person(), await limited.person()]
  const list = async (token: string): Promise<RawAnswer> => await limited.send('rooms', '/api/v1/rooms', { token })
  const first = await list(busy.token)
  t.match([first.status, first.headers['ratelimit-limit'], first.headers['ratelimit-remaining'], first.headers['retry-after']], [200, '60', '59', undefined])
  t.ok(Number(first.headers['ratelimit-reset']) <= 60)
  const answers = await Promise.all(Array.from({ length: 70 }, async () => await list(busy.token)))
  t.equal(answers.filter(({ status }) => status === 200).length, 59, 'the count is exact under load')
  const refused = answers.find(({ status }) => status === 429) as RawAnswer
  isRefusal(t, refused, 'request.rate_limited', 'too many')
  t.equal(refused.headers['ratelimit-remaining'], '0')
  t.ok(Number(refused.headers['retry-after']) >= 1 && Number(refused.headers['retry-after']) <= 60)
  t.equal((await list(other.token)).status, 200, 'somebody else goes on')
  const service = await limited.serviceToken()
  t.same(new Set((await Promise.all(Array.from({ length: 65 }, async () => await list(service)))).map(({ status }) => status)), new Set([200]), 'services ask for everybody')
  for (let probe = 0; probe < 65; probe++) t.equal((await limited.send('rooms', '/health')).status, 200)
  const login = async (): Promise<RawAnswer> => await limited.send('users', '/api/v1/auth/login', { method: 'POST', body: { login: 'nobody', password: 'wrong-password' } })
  const logins = await Promise.all(Array.from({ length: 40 }, login))
  t.ok(logins.some(({ json }) => json.code === 'request.rate_limited'), 'nobody in particular is counted by address')
  t.equal(logins[0]?.headers['ratelimit-limit'], '6', 'the contract has a lower limit for logins, which is scaled')
  t.equal((await limited.send('users', '/.well-known/jwks.json')).status, 200, 'it is counted by itself')
  const tomorrow = Date.now() + 86_400_000
  const search = await limited.send('rooms', `/api/v1/available-rooms?${new URLSearchParams({ from: new Date(tomorrow).toISOString(), to: new Date(tomorrow + 3_600_000).toISOString() }).toString()}`, { token: other.token })
  t.match(search.headers, { 'ratelimit-limit': '15' }, 'and one for searches')
})

t.test('requests that are refused for their token, role or path count as all others do', async t => {
  const limited = await testSystem(t, { RATE_LIMIT_PER_MINUTE: '20' })
  const user = await limited.person()
  const refusalsOf = async (ask: () => Promise<RawAnswer>, status: number): Promise<void> => {
    const answers = await Promise.all(Array.from({ length: 21 }, ask))
    t.match(answers.find(answer => answer.status === status)?.headers, { 'ratelimit-limit': '20' })
    isRefusal(t, answers.find(answer => answer.status === 429) as RawAnswer, 'request.rate_limited', `more than 20 times ${status}`)
  }
  await refusalsOf(async () => await limited.send('rooms', '/api/v1/rooms', { token: 'guessed' }), 401)
  isRefusal(t, await limited.send('rooms', '/api/v1/rooms'), 'request.rate_limited', 'without a token')
  isRefusal(t, await limited.send('rooms', '/.env'), 'request.rate_limited', 'an unknown path')
  isRefusal(t, await limited.send('rooms', '/api/v1/rooms', { method: 'DELETE' }), 'request.rate_limited', 'an unknown method')
  t.equal((await limited.send('rooms', '/api/v1/rooms', { token: user.token })).status, 200, 'a user at the same address goes on')
  await refusalsOf(async () => await limited.send('rooms', '/api/v1/rooms', { method: 'POST', token: user.token, body: {} }), 403)
  // Each system counts by itself; keys of one address are the same in its services.
  const others = await testSystem(t, { RATE_LIMIT_PER_MINUTE: '20' })
  await refusalsOf(async () => await others.send('reviews', '/.env'), 404)
})
