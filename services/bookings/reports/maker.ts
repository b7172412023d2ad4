import type { FastifyBaseLogger } from 'fastify'
import { RemoteError, UnreachableError, type CallContext, type RenewableToken } from '../../../shared/contract/client.ts'
import type { ReportKind } from '../../../shared/contract/generated/bookings.schemas.ts'
import { writingOf } from '../domain/report-format.ts'
import { mostAttempts } from '../domain/report.ts'
import type { Repository } from '../repository/index.ts'
import { describeReport, type ReportRecord, type TakenReport } from '../repository/report-records.ts'
import type { Portion } from '../repository/reports.ts'
import type { RoomDirectory } from '../rooms.ts'
import { bookingRows } from './bookings.ts'
import type { Piece } from './piece.ts'
import { usageRows } from './usage.ts'

interface Needs {
  repository: Pick<Repository, 'reading' | 'reports'>
  rooms: RoomDirectory
  /** The token for asking other services: there is no caller whose token could be used. */
  serviceToken: RenewableToken
  retentionDays: number
  log: FastifyBaseLogger
}

/** How much of a file is held in memory, and kept in one row. */
const chunkBytes = 262_144
/** How long a maker goes on without a sign. */
const signMilliseconds = 2_000

/**
 * Makes the job that makes the reports that are due, one after the other. It may run in any number of instances. What is made is written
 * down every few rows together with the place to go on from, so another instance can, when this one dies or closes.
 */
export function reportMaker ({ repository: { reading, reports }, rooms, serviceToken, retentionDays, log }: Needs): (closing: AbortSignal) => Promise<void> {
  const usage = usageRows({ reading, rooms })
  const listed = bookingRows({ reading, rooms })
  const rowsOf: Record<ReportKind, (report: TakenReport, context: CallContext) => AsyncGenerator<Piece>> = {
    room_utilisation: usage.utilisation, peak_hours: usage.peakHours, bookings: listed, cancellations: listed
  }

  /** Makes a report, unless it is cancelled, taken over, or has to wait. */
  async function make (taken: TakenReport, closing: AbortSignal): Promise<void> {
    let report = taken
    const context: CallContext = { token: serviceToken, correlationId: taken.correlationId }
    const writing = writingOf(report.format, describeReport(report))
    const begin = (): Portion => ({ text: report.sizeBytes === 0 ? writing.head : '', rowCount: 0, place: report.place, progress: report.progress })
    try {
      let portion = begin()
      let bytes = portion.text.length
      let signedAt = performance.now()
      for await (const { rows, place, part } of rowsOf[report.kind](report, context)) {
        const text = rows.length > 0 ? writing.rows(rows, report.rowCount + portion.rowCount) : ''
        const size = Buffer.byteLength(text)
        if (bytes + size + writing.tail.length > chunkBytes || closing.aborted || performance.now() - signedAt > signMilliseconds) {
          const extended = await reports.extend(report, portion)
          if (!extended) return
          report = extended
          if (closing.aborted) {
            await reports.release(report)
            return
          }
          portion = begin()
          bytes = 0
          signedAt = performance.now()
        }
        portion = { text: portion.text + text, rowCount: portion.rowCount + rows.length, place, progress: Math.floor(part * 99) }
        bytes += size
      }
      await reports.finish(report, { ...portion, text: portion.text + writing.tail }, retentionDays)
    } catch (error) {
      const isFinal = report.attempts >= mostAttempts
      log.warn({ err: error, reportId: report.id, attempts: report.attempts, correlationId: report.correlationId }, isFinal ? 'report is given up' : 'report will be tried again')
      if (isFinal) await reports.fail(report, failureOf(error))
      else await reports.postpone(report)
    }
  }

  return async closing => {
    for (let report = await reports.take(); report; report = closing.aborted ? undefined : await reports.take()) {
      // Whoever took it before may have died of it.
      if (report.attempts > mostAttempts) await reports.fail(report, interrupted)
      else await make(report, closing)
    }
  }
}

const interrupted = { code: 'internal', message: 'The making was interrupted again and again. Order the report anew, for less at a time.' } as const

/** What its reader is told of a failure. */
function failureOf (error: unknown): NonNullable<ReportRecord['failure']> {
  return error instanceof UnreachableError || error instanceof RemoteError
    ? { code: 'dependency.unavailable', message: `The ${error.service} service could not be reached, however often it was tried. Order the report again.` }
    : { code: 'internal', message: 'Something went wrong on our side. Quote the id of the report when you report it.' }
}
