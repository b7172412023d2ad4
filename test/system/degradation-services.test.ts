import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { startService, type RunningService } from '../../scripts/system/services.ts'
import { testSystem, type TestSystem } from '../support/system.ts'
import { checkColumn, environment, MailServer, prepare } from './degradation.ts'

let mail: MailServer
let system: TestSystem
const stops: Array<() => Promise<unknown>> = []

t.before(async () => {
  mail = new MailServer(await freePort())
  await mail.start()
  t.teardown(async () => { await mail.stop() })
  system = await testSystem(t, { ...environment, SMTP_URL: `smtp://127.0.0.1:${mail.port}` })
  t.teardown(async () => await Promise.all(stops.map(async stop => await stop())))
})

for (const service of ['reviews', 'bookings', 'rooms', 'users'] as const) {
  t.test(`${service} is gone, and hangs`, async t => {
    let moved: RunningService | undefined
    stops.push(async () => { await moved?.stop() })
    await checkColumn(t, await prepare(system, mail, service), service, {
      stop: async () => { await system.apps[service].close() },
      // It comes back in a process of its own, which can be made to hang.
      restore: async () => { moved = await startService(service, system.options) }
    })
    await checkColumn(t, await prepare(system, mail, service), service, {
      stop: () => { moved?.kill('SIGSTOP') },
      restore: () => { moved?.kill('SIGCONT') }
    })
  })
}
