import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { t } from '../support/suite.ts'
import { createLedger } from '../../scripts/drill/ledger.ts'
import { measure } from '../../scripts/drill/measurements.ts'
import { faultsOf, operations, report, type Outcome } from '../../scripts/drill/report.ts'
import { RemoteError, UnreachableError } from '../../shared/contract/client.ts'

const refused = new RemoteError('rooms', 'updateRoom', 409, { error: 'Conflict', code: 'room.conflict', message: 'No.', correlationId: '' })
const unanswered = new UnreachableError('rooms', 'updateRoom', new Error('gone'))
const missing = new RemoteError('rooms', 'getRoom', 404, { error: 'Not Found', code: 'room.not_found', message: 'No.', correlationId: '' })

t.test('the ledger finds what is not as it was acknowledged', async t => {
  const ledger = createLedger()
  const stored = { name: 'A', version: 1 }
  const room = ledger.keep('room', { ...stored }, async () => ({ ...stored }), ['version'])
  t.same(await ledger.differences(), [])
  stored.version = 2
  t.same(await ledger.differences(), [], 'what others may change does not count')

  await room.change(async () => ({ name: 'B', version: 3 }))
  t.same(await ledger.differences(), ['room: name was acknowledged as "B" and is "A"'], 'an acknowledged change that is not there')
  stored.name = 'B'
  await t.rejects(room.change(async () => { throw refused }))
  stored.name = 'C'
  t.equal((await ledger.differences()).length, 1, 'what was refused must not be done')
  await t.rejects(room.change(async () => { throw unanswered }))
  t.same(await ledger.differences(), [], 'what nobody answered may be done or not')
  await room.affect(async () => {}, { name: 'D' })
  t.match(await ledger.differences(), [/"D"/], 'a consequence that does not come')
})

t.test('the ledger finds what is lost, and what should be', async t => {
  const ledger = createLedger()
  let isThere = true
  const room = ledger.keep('room', { id: '1' }, async () => {
    if (!isThere) throw missing
    return { id: '1' }
  })
  isThere = false
  t.same(await ledger.differences(), ['room: is gone'])
  await t.rejects(room.remove(async () => { throw unanswered }))
  t.same(await ledger.differences(), [], 'perhaps it was taken away')
  await room.remove(async () => {})
  t.same(await ledger.differences(), [])
  isThere = true
  t.match(await ledger.differences(), [/should be gone/])
})

t.test('the report names faults and operations without success', async t => {
  const measurements = measure('all well')
  const outcome: Outcome = { measurements, recoveries: [{ part: 'redis', milliseconds: 1_000 }], acknowledged: 3, lost: [], stuck: [], refusals: new Map() }
  const add = (operation: string, result: number | 'unreachable' | 'hung'): void => { measurements.add({ phase: 'all well', operation, outcome: result, milliseconds: 5 }) }
  add('rooms.getRoom', 200)
  add('rooms.createRoom', 503)
  add('rooms.createRoom', 'unreachable')
  t.same(faultsOf(outcome), [`${operations.length - 1} operations never succeeded`])
  t.match(report(outcome), /not users\.getHealth.*rooms\.createRoom/)
  t.notMatch(report(outcome), /rooms\.getRoom,/)
  for (const operation of operations) add(operation, 200)
  t.same(faultsOf(outcome), [])
  add('rooms.getRoom', 500)
  add('rooms.getRoom', 'hung')
  t.equal(faultsOf({ ...outcome, lost: ['room: is gone'], stuck: ['outbox of rooms (1)'], recoveries: [{ part: 'redis', milliseconds: undefined }] }).length, 5)
})

t.test('there is a journey through every operation', async t => {
  const directory = join(import.meta.dirname, '../../scripts/drill')
  const sources = await Promise.all(['world.ts', ...(await readdir(join(directory, 'journeys'))).map(name => join('journeys', name))].map(async name => await readFile(join(directory, name), 'utf8')))
  const called = new Set(sources.flatMap(source => [...source.matchAll(/\.(\w+)/g)].map(([, name]) => name)))
  t.same(operations.filter(operation => !called.has(operation.split('.')[1])), [])
})
