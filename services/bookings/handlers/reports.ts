import { Readable } from 'node:stream'
import type { Caller } from '../../../shared/contract/contract.ts'
import { assertCurrent, entityTag } from '../../../shared/contract/implement.ts'
import { assertRange } from '../../../shared/domain/range.ts'
import { mediaTypes } from '../domain/report-format.ts'
import { assertDownloadable, assertMaySee, assertReportCancellable, fileNameOf, longestReportDays, reportAsOf } from '../domain/report.ts'
import { noSuchReport, toReport, type ReportRecord } from '../repository/report-records.ts'
import type { BookingsHandlers, Needs } from './needs.ts'

type Operations = Pick<BookingsHandlers, 'listReports' | 'createReport' | 'getReport' | 'downloadReport' | 'cancelReport'>

/** Ordering reports and having their files. They are made by a job. */
export function reportHandlers ({ repository }: Pick<Needs, 'repository'>): Operations {
  async function find (reportId: string, caller: Caller): Promise<ReportRecord> {
    const record = await repository.reports.find(reportId)
    if (!record) throw noSuchReport(reportId)
    assertMaySee(record, caller)
    return record
  }

  return {
    async listReports ({ query }, { caller }) {
      const now = new Date()
      const { items, nextCursor } = await repository.reports.page({ ...query, ...(caller.role !== 'admin' && { userId: caller.id }) })
      return { items: items.map(record => toReport(record, now)), nextCursor }
    },

    async createReport ({ body: { kind, format, from, to, building = null } }, { caller, correlationId, attempt }) {
      const range = { startsAt: new Date(from), endsAt: new Date(to) }
      assertRange(range.startsAt, range.endsAt, longestReportDays)
      const record = await repository.reports.create({ userId: caller.id, kind, format, building, ...range }, { actorId: caller.id, correlationId, attempt })
      return toReport(record, new Date())
    },

    async getReport ({ params: { reportId } }, { caller }) {
      return toReport(await find(reportId, caller), new Date())
    },

    async downloadReport ({ params: { reportId } }, { caller, reply }) {
      const record = reportAsOf(await find(reportId, caller), new Date())
      assertDownloadable(record)
      reply
        .type(mediaTypes[record.format])
        .header('content-disposition', `attachment; filename="${fileNameOf(record)}"`)
        .header('content-length', record.sizeBytes)
        .header('etag', entityTag(record.version))
      return Readable.from(repository.reports.fileOf(record), { highWaterMark: 1 }) // a chunk ahead, no more
    },

    async cancelReport ({ params: { reportId }, headers }, { caller }) {
      const now = new Date()
      const record = await repository.reports.cancel(reportId, stored => {
        assertMaySee(stored, caller)
        const current = reportAsOf(stored, now)
        if (current.status === 'cancelled') return false
        assertCurrent(headers['if-match'], current.version)
        assertReportCancellable(current)
        return true
      })
      return toReport(record, now)
    }
  }
}
