/** What of a contract may change without a new major version, and that the command refuses the rest. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { changesBetween } from '../../scripts/contract/compare.ts'
import type { BundledDocument } from '../../scripts/contract/document.ts'
import { lastRelease } from '../../scripts/contract/releases.ts'

const root = join(import.meta.dirname, '../..')
const generated = 'shared/contract/generated/bookings.json'
const base = JSON.parse(await readFile(join(root, generated), 'utf8')) as BundledDocument

/** A change of the document, and where it has to show. */
interface Case { title: string, change: (document: any) => void, at: string }

const operation = (document: any, id: string): any => Object.values<any>(document.paths).flatMap(item => Object.values<any>(item)).find(({ operationId }) => operationId === id)
const schema = (document: any, name: string): any => document.components.schemas[name]
const without = (values: string[], value: string): string[] => values.filter(each => each !== value)
const query = (parameter: object) => ({ in: 'query', schema: { type: 'string' }, ...parameter })

const breaking: Case[] = [
  { title: 'an operation that is gone', change: document => { delete document.paths['/api/v1/booking-statistics'] }, at: '/paths/~1api~1v1~1booking-statistics' },
  { title: 'a field of a response that is gone', change: document => { delete schema(document, 'BookingSeriesOutcome').properties.skipped; schema(document, 'BookingSeriesOutcome').required = ['series', 'bookings'] }, at: 'properties/skipped' },
  { title: 'a field of a response that may be missing', change: document => { schema(document, 'BookingPage').required = ['items'] }, at: '/paths/~1api~1v1~1bookings/get/responses/200' },
  { title: 'a field of a response that may be null', change: document => { schema(document, 'BusyInterval').properties.endsAt.type = ['string', 'null'] }, at: 'properties/endsAt' },
  { title: 'a value that a response may newly have', change: document => { schema(document, 'BookingHistoryEntry').properties.action.enum.push('moved') }, at: 'properties/action' },
  { title: 'an enum value that a request may no longer have', change: document => { schema(document, 'SeriesScope').enum = ['all'] }, at: 'properties/scope' },
  { title: 'a status that is no longer answered', change: document => { delete operation(document, 'createBooking').responses['200'] }, at: '/paths/~1api~1v1~1bookings/post/responses/200' },
  { title: 'a field that a request newly needs', change: document => { schema(document, 'BookingDecision').properties.decider = { type: 'string' }; schema(document, 'BookingDecision').required = ['decider'] }, at: '~1approve/post/requestBody' },
  { title: 'a field that a request may no longer have', change: document => { delete schema(document, 'BookingCreate').properties.description }, at: 'properties/description' },
  { title: 'a longer minimum in a request', change: document => { schema(document, 'BookingCreate').properties.title.minLength = 10 }, at: 'properties/title' },
  { title: 'a narrower type in a request', change: document => { schema(document, 'BookingUpdate').properties.attendeeCount.type = 'integer' }, at: 'properties/attendeeCount' },
  { title: 'a parameter that is newly needed', change: document => { operation(document, 'listBusyIntervals').parameters.push(query({ name: 'reason', required: true })) }, at: '~1busy-intervals/get/parameters' },
  { title: 'a parameter that is gone', change: document => { operation(document, 'checkAvailability').parameters.shift() }, at: '~1booking-checks/get/parameters' },
  { title: 'a narrower parameter', change: document => { document.components.parameters.Limit.schema.maximum = 50 }, at: 'schema' },
  { title: 'a role that may no longer call', change: document => { operation(document, 'rejectBooking').security[0].bearerAuth = ['admin'] }, at: '~1reject/post/security' },
  { title: 'a header that is no longer sent', change: document => { delete operation(document, 'endBooking').responses['200'].headers.ETag }, at: '~1end/post/responses/200/headers' }
]

const compatible: Case[] = [
  { title: 'a new operation', change: document => { document.paths['/api/v1/booking-notes'] = { get: { ...operation(document, 'listBookings'), operationId: 'listBookingNotes' } } }, at: '/paths/~1api~1v1~1booking-notes' },
  { title: 'a new field of a response', change: document => { schema(document, 'Booking').properties.colour = { type: 'string' } }, at: 'properties/colour' },
  { title: 'a new field that a request may have', change: document => { schema(document, 'BookingCreate').properties.colour = { type: 'string' } }, at: 'post/requestBody' },
  { title: 'a field that a request no longer needs', change: document => { schema(document, 'BookingCreate').required = without(schema(document, 'BookingCreate').required, 'title') }, at: 'post/requestBody' },
  { title: 'a wider bound in a request', change: document => { schema(document, 'BookingCancellation').properties.reason.maxLength = 900 }, at: 'properties/reason' },
  { title: 'a narrower field of a response', change: document => { schema(document, 'BusyInterval').properties.roomId.minLength = 36 }, at: 'properties/roomId' },
  { title: 'a value that a request may newly have', change: document => { schema(document, 'SeriesScope').enum.push('previous') }, at: 'properties/scope' },
  { title: 'a parameter that may be given', change: document => { operation(document, 'listBookings').parameters.push(query({ name: 'text' })) }, at: '~1bookings/get/parameters' },
  { title: 'a status of refusal', change: document => { operation(document, 'getBooking').responses['409'] = operation(document, 'cancelBooking').responses['409'] }, at: 'get/responses/409' },
  { title: 'one more role that may call', change: document => { operation(document, 'approveBooking').security[0].bearerAuth.push('moderator') }, at: '~1approve/post/security' },
  { title: 'another description', change: document => { operation(document, 'cancelBooking').description = 'Cancels.' }, at: '~1bookings~1{bookingId}~1cancel/post' }
]

/** All changes at once, each where it meets no other. */
function changed (cases: Case[]): BundledDocument {
  const document = structuredClone(base)
  for (const { change } of cases) change(document)
  return document
}

const [ofBreaking, ofCompatible] = await Promise.all([breaking, compatible].map(async cases => await changesBetween(base, changed(cases)))) as [Awaited<ReturnType<typeof changesBetween>>, Awaited<ReturnType<typeof changesBetween>>]

for (const { title, at } of breaking) {
  t.test(`${title} breaks clients`, async t => { t.ok(ofBreaking.some(({ impact, path }) => impact === 'major' && path.includes(at)), at, { found: ofBreaking }) })
}
for (const { title, at } of compatible) {
  t.test(`${title} breaks no client`, async t => { t.ok(ofCompatible.some(({ impact, path }) => impact !== 'major' && path.includes(at)), at, { found: ofCompatible }) })
}
t.test('nothing of what is compatible counts as breaking', async t => {
  t.same(ofCompatible.filter(({ impact }) => impact === 'major'), [])
})

/** A directory with a document as generated, and the command in it. */
async function checkout (t: Test, document: BundledDocument): Promise<{ directory: string, write: (document: BundledDocument, path?: string) => Promise<void>, diff: (...parameters: string[]) => Promise<{ code: number, said: string }> }> {
  const directory = await mkdtemp(join(tmpdir(), 'diff-'))
  t.teardown(async () => { await rm(directory, { recursive: true, force: true }) })
  const write = async (document: BundledDocument, path = generated): Promise<void> => {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), JSON.stringify(document))
  }
  await write(document)
  const diff = async (...parameters: string[]): Promise<{ code: number, said: string }> =>
    await promisify(execFile)(process.execPath, ['--import', import.meta.resolve('tsx'), join(root, 'scripts/contract-diff.ts'), ...parameters], { cwd: directory })
      .then(({ stdout }) => ({ code: 0, said: stdout }), ({ code, stdout, stderr }: { code: number, stdout: string, stderr: string }) => ({ code, said: stdout + stderr }))
  return { directory, write, diff }
}

t.test('contract:diff refuses what breaks clients of the last release until the major version rises', async t => {
  const { directory, write, diff } = await checkout(t, base)
  t.match(await diff(), { code: 0, said: /^Nothing is released yet/ })
  t.equal(await lastRelease(directory), undefined, 'and npm test skips the check')

  const older = changed([breaking[1] as Case])
  await write(older, 'openapi/released/1.9.0/bookings.json')
  await write(base, 'openapi/released/1.10.0/bookings.json')
  t.equal(await lastRelease(directory), '1.10.0', 'the highest version, by its numbers')
  t.match(await diff(), { code: 0, said: /0 breaking, 0 other changes since 1\.10\.0/ })

  const broken = changed([breaking[0] as Case, compatible[1] as Case])
  await write(broken)
  t.match(await diff(), { code: 1, said: /1 breaking, \d+ other changes since 1\.10\.0[\s\S]*breaking .*booking-statistics[\s\S]*properties\/colour[\s\S]*Clients of bookings would break/ })
  broken.info.version = '2.0.0'
  await write(broken)
  t.match(await diff(), { code: 0, said: /1\.0\.0 → 2\.0\.0: 1 breaking/ })

  await mkdir(join(directory, 'openapi/released/next'))
  t.match(await diff(), { code: 1, said: /openapi\/released\/next is not named for a version/ })
})

t.test('contract:diff compares with any commit, and names each change that it counts', async t => {
  const { directory, write, diff } = await checkout(t, base)
  const git = async (...parameters: string[]): Promise<unknown> => await promisify(execFile)('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', ...parameters], { cwd: directory })
  await git('init', '--quiet')
  await git('add', '.')
  await git('commit', '--quiet', '--message', 'first')
  t.match(await diff('v0.0.0'), { code: 1, said: /no commit v0\.0\.0/ })

  await write(changed([breaking[0] as Case, compatible[1] as Case, compatible[7] as Case]))
  const { code, said } = await diff('HEAD')
  t.equal(code, 1)
  const [, counted] = /1 breaking, (\d+) other changes since HEAD/.exec(said) ?? []
  t.equal(said.match(/^ {2}breaking #\//gm)?.length, 1)
  t.equal(said.match(/^ {2}#\//gm)?.length, Number(counted), said)
})
