import { createHash } from 'node:crypto'
import { RemoteError } from '../../../shared/contract/client.ts'
import type { Report, ReportCreate } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { Entry } from '../ledger.ts'
import { freshKey, instant, type Journey, type World } from '../world.ts'

const day = 24 * 3_600_000
const kinds: Array<ReportCreate['kind']> = ['bookings', 'cancellations', 'room_utilisation', 'peak_hours']
const formats: Array<ReportCreate['format']> = ['csv', 'ndjson', 'json']
const changedByItsMaking = ['progress', 'rowCount', 'sizeBytes', 'startedAt', 'finishedAt', 'expiresAt', 'version', 'updatedAt'] as const

function oneOf<Choice> (choices: Choice[]): Choice {
  return choices[Math.floor(Math.random() * choices.length)] as Choice
}

/** Orders a report, which has to be made from then on, whatever falls down. */
async function order ({ bookings, ledger, manager }: World): Promise<Entry<Report>> {
  const from = Date.now()
  const ordered = await bookings.createReport({ body: { kind: oneOf(kinds), format: oneOf(formats), from: instant(from), to: instant(from + 3 * day), building: 'Drill' }, headers: freshKey() }, manager)
  return ledger.keep<Report>('report', { ...ordered, status: 'done' }, async ({ id }) => await bookings.getReport({ params: { reportId: id } }, manager), changedByItsMaking)
}

/** Report: one is ordered, and the file of one that is done is had, which stays the same. */
const orders: Journey = async world => {
  const { bookings, ledger, manager } = world
  const { body: { id } } = await order(world)
  await bookings.getReport({ params: { reportId: id } }, manager)
  const { items } = await bookings.listReports({ query: { limit: 20 } }, manager)
  const done = items.find(({ status }) => status === 'done')
  if (!done) return
  const download = async (): Promise<object> => ({ sha256: createHash('sha256').update(await bookings.downloadReport({ params: { reportId: done.id } }, manager)).digest('hex') })
  ledger.keep('file of a report', await download(), download)
}

/** Report: one is ordered and called off, unless it is done by then. */
const cancellation: Journey = async world => {
  const { bookings, manager } = world
  const report = await order(world)
  await report.change(async () => await bookings.cancelReport({ params: { reportId: report.body.id } }, manager)).catch((error: unknown) => {
    if (!(error instanceof RemoteError && error.code === 'report.state_conflict')) throw error
  })
}

export const reportsJourneys: Journey[] = [orders, cancellation]
