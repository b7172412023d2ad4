import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RowDataPacket } from 'mysql2/promise'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { freePort } from '../../scripts/infrastructure/ports.ts'
import { rabbitmqIsInstalled, startPrivateRabbitmq } from '../../scripts/infrastructure/rabbitmq.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { startService, type RunningService, type SystemOptions } from '../../scripts/system/services.ts'
import { createClient, type Client } from '../../shared/contract/client.ts'
import { bookingsContract, type BookingsOperations } from '../../shared/contract/generated/bookings.operations.ts'
import type { Report } from '../../shared/contract/generated/bookings.schemas.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'
import { makeRoom } from '../bookings/support.ts'

const bookings = 40_000
const year = { from: '2024-01-01T00:00:00.000Z', to: '2025-01-01T00:00:00.000Z' }

let system: TestSystem
let manager: Person
let one: Client<BookingsOperations>
t.before(async () => {
  system = await testSystem(t)
  manager = await system.person('facility_manager')
  const roomId = await makeRoom(system, manager)
  const digits = 'SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9'
  await system.sql.bookings.query(`INSERT INTO booking (id, room_id, user_id, title, description, starts_at, ends_at, attendees, status, blocking, version, created_at, updated_at)
    SELECT UUID(), ?, ?, CONCAT('Meeting ', n), '', TIMESTAMP('2024-01-01') + INTERVAL 10 * n MINUTE, TIMESTAMP('2024-01-01') + INTERVAL 10 * n + 10 MINUTE, '[]', 'completed', 1, 1, '2023-12-01', '2023-12-01'
      FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n FROM (${digits}) a, (${digits}) b, (${digits}) c, (${digits}) e, (${digits}) f) number WHERE n < ?`, [roomId, manager.user.id, bookings])
})

const elsewhere = async (): Promise<SystemOptions> => ({ ...system.options, ports: { ...system.options.ports, bookings: await freePort() } })
const clientOf = ({ url }: RunningService): Client<BookingsOperations> => createClient<BookingsOperations>(bookingsContract, { service: 'bookings', baseUrl: url, deadlineMilliseconds: 20_000 })

/** An instance of bookings in a process of its own, until the end. */
async function instance (name: string): Promise<Client<BookingsOperations>> {
  const service = await startService('bookings', await elsewhere(), name)
  const client = clientOf(service)
  t.teardown(async () => {
    await client.close()
    await service.stop()
  })
  return client
}

async function order (client: Client<BookingsOperations>): Promise<Report> {
  return await client.createReport({ body: { kind: 'bookings', format: 'json', ...year } }, manager)
}

async function reaches (client: Client<BookingsOperations>, { id: reportId }: Report, isThere: (report: Report) => boolean | Promise<boolean>): Promise<Report> {
  let report = await client.getReport({ params: { reportId } }, manager)
  await until(async () => await isThere(report = await client.getReport({ params: { reportId } }, manager)), 60_000)
  return report
}

/** As if its maker had given no sign for too long: anybody may take it now, and the maker no longer has it. */
async function giveUp (report: Report): Promise<void> {
  await system.sql.bookings.query("UPDATE report SET lease_id = NULL, due_at = UTC_TIMESTAMP(3) WHERE id = ? AND status = 'running'", [report.id])
}

async function isWhole (t: Test, client: Client<BookingsOperations>, report: Report): Promise<void> {
  t.match(report, { status: 'done', progress: 100, rowCount: bookings })
  const { rows } = await (await client.downloadReport({ params: { reportId: report.id } }, manager)).json() as { rows: Array<{ bookingId: string }> }
  t.equal(rows.length, bookings)
  t.equal(new Set(rows.map(({ bookingId }) => bookingId)).size, bookings, 'each booking is there once')
}

const firstChunk = async (report: Report): Promise<unknown> => (await system.sql.bookings.query<RowDataPacket[]>('SELECT MD5(data) AS digest FROM report_chunk WHERE report_id = ? AND sequence = 0', [report.id]))[0]

t.test('a report goes on from where it was when its maker is closed, and when the next one is killed', async t => {
  const ordered = await order(system.bookings)
  await reaches(system.bookings, ordered, ({ rowCount }) => rowCount > 0)
  const made = await firstChunk(ordered)
  await system.apps.bookings.close()
  const [[handedOver]] = await system.sql.bookings.query<RowDataPacket[]>('SELECT status, lease_id AS lease, row_count FROM report WHERE id = ?', [ordered.id])
  t.match(handedOver, { status: 'queued', lease: null }, 'whoever closes gives it back')

  const killed = await startService('bookings', await elsewhere(), 'killed')
  const client = clientOf(killed)
  t.teardown(async () => { await client.close() })
  const middle = await reaches(client, ordered, ({ rowCount }) => rowCount > Number(handedOver?.['row_count']))
  killed.kill('SIGKILL')
  await killed.ended
  t.ok(middle.status === 'running' && middle.rowCount < bookings, `closed after ${handedOver?.['row_count']} rows, killed after ${middle.rowCount}`)

  one = await instance('one')
  t.match(await reaches(one, ordered, () => true), { status: 'running' }, 'the dead has it until his lease is over')
  await giveUp(ordered)
  await isWhole(t, one, await reaches(one, ordered, ({ status }) => status === 'done'))
  t.same(await firstChunk(ordered), made, 'what was made already was kept')
})

t.test('two instances make one result, though one is given up again and again while it is still at it', async t => {
  const other = await instance('other')
  const ordered = await order(one)
  const leases = new Set<string>()
  for (let rows = 0; leases.size < 3;) {
    const current = await reaches(other, ordered, report => report.rowCount > rows || report.status === 'done')
    if (current.status === 'done') break
    rows = current.rowCount
    const [[row]] = await system.sql.bookings.query<RowDataPacket[]>('SELECT lease_id AS lease FROM report WHERE id = ?', [ordered.id])
    if (row?.['lease']) leases.add(String(row['lease']))
    await giveUp(ordered)
  }
  t.ok(leases.size > 1, `${leases.size} makers took turns`)
  await isWhole(t, one, await reaches(other, ordered, ({ status }) => status === 'done'))
})

t.test('a report that needs rooms fails when they stay away, and says so', async t => {
  await system.apps.rooms.close()
  const ordered = await one.createReport({ body: { kind: 'room_utilisation', format: 'csv', ...year } }, manager)
  const report = await reaches(one, ordered, async ({ status }) => {
    await system.sql.bookings.query("UPDATE report SET due_at = UTC_TIMESTAMP(3) WHERE id = ? AND status = 'queued' AND due_at IS NOT NULL", [ordered.id])
    return status === 'failed'
  })
  t.match(report, { status: 'failed', finishedAt: String, expiresAt: null })
  t.same(report.failure, { code: 'dependency.unavailable', message: 'The rooms service could not be reached, however often it was tried. Order the report again.' })
})

t.test('while RabbitMQ is down reports can be ordered, and are made when it is back', { skip: !rabbitmqIsInstalled() && 'RabbitMQ is not installed' }, async t => {
  const directory = await mkdtemp(join(tmpdir(), 'reports-'))
  const port = await freePort()
  let stop = async (): Promise<void> => {}
  t.teardown(async () => {
    await stop()
    await rm(directory, { recursive: true, force: true })
  })
  const apart = await testSystem(t, {}, { rabbitmqUrl: `amqp://guest:guest@127.0.0.1:${port}` })
  const person = await apart.person('facility_manager')
  const { id: reportId } = await apart.bookings.createReport({ body: { kind: 'peak_hours', format: 'csv', ...year } }, person)
  await apart.apps.bookings.jobs.run('make reports')
  t.match(await apart.bookings.getReport({ params: { reportId } }, person), { status: 'queued', version: 1 })
  ;({ stop } = await startPrivateRabbitmq({ directory, port }))
  t.ok(await until(async () => (await apart.bookings.getReport({ params: { reportId } }, person)).status === 'done', 90_000))
})
