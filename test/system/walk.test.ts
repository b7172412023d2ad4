import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { t } from '../support/suite.ts'
import { demoPassword } from '../../scripts/seed/data/people.ts'
import { services } from '../../scripts/system/databases.ts'
import { testSystem } from '../support/system.ts'

t.test('npm run walk goes all the way, again and again, and leaves no room behind that could be booked', async t => {
  const system = await testSystem(t)
  await system.users.registerUser({ body: { username: 'manager', email: 'manager@example.com', fullName: 'Frankie Facility', password: demoPassword } })
  await system.sql.users.execute("UPDATE user SET role = 'facility_manager' WHERE username_key = 'manager'")
  const walk = async (environment: Record<string, string> = {}): Promise<{ code: number, out: string, error: string }> => await promisify(execFile)(process.execPath, ['--import', import.meta.resolve('tsx'), 'scripts/walk.ts'], {
    cwd: system.options.root,
    env: { PATH: process.env['PATH'], ...Object.fromEntries(services.map(service => [`${service.toUpperCase()}_URL`, system.urls[service]])), ...environment }
  }).then(({ stdout, stderr }) => ({ code: 0, out: stdout, error: stderr }), ({ code, stdout, stderr }: { code: number, stdout: string, stderr: string }) => ({ code, out: stdout, error: stderr }))

  for (const time of ['first', 'second']) t.match(await walk(), { code: 0, out: /is retired\n\nEverything went as it should/, error: '' }, `the ${time} time`)
  t.match(await walk({ REVIEWS_URL: 'http://127.0.0.1:1' }), { code: 1, error: /^\nreviews\.createReview got no answer: .* `npm start` starts it again\.\n$/ }, 'one that fails half-way')

  const manager = { token: (await system.users.login({ body: { login: 'manager', password: demoPassword } })).accessToken }
  t.same((await system.rooms.listRooms({ query: {} }, manager)).items, [])
  t.equal((await system.rooms.listRooms({ query: { status: 'retired' } }, manager)).items.length, 3)
  t.same((await system.bookings.listBookings({ query: { upcoming: true } }, manager)).items, [])
})
