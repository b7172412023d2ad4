import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { services } from '../../scripts/system/databases.ts'
import { startService } from '../../scripts/system/services.ts'
import { decidedByStart, environmentSchemas, settingsOf } from '../../scripts/system/settings.ts'
import { createClient } from '../../shared/contract/client.ts'
import { usersContract, type UsersOperations } from '../../shared/contract/generated/users.operations.ts'
import { testSystem } from '../support/system.ts'

t.test('npm start hands each service every setting of its own, and says which it decides itself', async t => {
  const names = new Set(services.flatMap(service => Object.keys(environmentSchemas[service].properties)))
  const { environments, notices } = settingsOf(Object.fromEntries([...names].map(name => [name, `/${name}`])))
  for (const service of services) {
    const expected = Object.keys(environmentSchemas[service].properties).filter(name => !(name in decidedByStart) && name !== 'REDIS_URL' && name !== 'RABBITMQ_URL')
    t.same(environments[service], Object.fromEntries(expected.map(name => [name, `/${name}`])), service)
  }
  t.equal(environments.reviews['FIRST_ADMIN_PASSWORD'], undefined, 'what is of one service is no business of the others')
  t.same(notices.map(notice => notice.split(' ')[0]), Object.keys(decidedByStart))
  for (const name of Object.keys(decidedByStart)) t.ok(names.has(name), `${name} is something that a service reads`)
})

t.test('npm start: what is not set stays away, OpenTelemetry gets all of its own, and nothing else is handed on', async t => {
  t.same(settingsOf({ PATH: '/bin', HOME: '/root' }), { environments: { users: {}, rooms: {}, bookings: {}, reviews: {} }, notices: [] })
  const { environments } = settingsOf({ OTEL_TRACES_SAMPLER: 'always_off', MAIL_DIRECTORY: 'mails', LOG_DESTINATION: '' })
  t.same(environments.rooms, { OTEL_TRACES_SAMPLER: 'always_off', LOG_DESTINATION: '' })
  t.equal(environments.users['MAIL_DIRECTORY'], resolve('mails'), 'a path is meant from where the command runs')
  t.match(settingsOf({ DATABASE_URL_FILE: 'secret' }).notices, [/^DATABASE_URL is set, but npm start decides it itself\. .*MYSQL_ADMIN_URL/])
})

t.test('npm start: a setting can be a file', async t => {
  const system = await testSystem(t)
  const password = randomBytes(12).toString('base64url')
  const path = join(system.options.logs, 'password')
  await writeFile(path, `${password}\n`)
  const set = { FIRST_ADMIN_USERNAME: 'root', FIRST_ADMIN_EMAIL: 'root@example.com', FIRST_ADMIN_PASSWORD_FILE: path }
  t.throws(() => settingsOf({ ...set, FIRST_ADMIN_PASSWORD: password }), /FIRST_ADMIN_PASSWORD and FIRST_ADMIN_PASSWORD_FILE are both set/)

  const service = await startService('users', { ...system.options, ports: { ...system.options.ports, users: await freePort() }, settings: settingsOf(set).environments }, 'with-settings')
  t.teardown(async () => { await service.stop() })
  const users = createClient<UsersOperations>(usersContract, { service: 'users', baseUrl: service.url, deadlineMilliseconds: 20_000 })
  t.teardown(async () => { await users.close() })
  t.equal((await users.login({ body: { login: 'root', password } })).user.role, 'admin')
})
