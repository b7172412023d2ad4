import type { FastifyInstance } from 'fastify'
import { v7 as uuid } from 'uuid'
import { decodeCursor, pageOf, type Page } from '../../../shared/page.ts'
import { removeInBatches, type Transaction, type Value } from '../../../shared/plugins/database.ts'
import { retryDelaySeconds } from '../domain/report.ts'
import { dayMilliseconds } from '../domain/slot.ts'
import type { Origin } from './records.ts'
import { noSuchReport, reportColumns, toReport, toReportRecord, type ReportOrder, type ReportRecord, type ReportRow, type TakenReport } from './report-records.ts'

/** What has been made of a report since it was last written down. */
export interface Portion { text: string, rowCount: number, place: unknown, progress: number }

/** How long a maker that gives no sign is waited for. */
const leaseMilliseconds = 30_000
const chunksRemovedAtOnce = 50

/** The statements of reports and their files. */
export function reportsRepository ({ database, outbox, idempotency }: Pick<FastifyInstance, 'database' | 'outbox' | 'idempotency'>) {
  async function find (id: string): Promise<ReportRecord | undefined> {
    const row = await database.row<ReportRow>(`SELECT ${reportColumns} FROM report WHERE id = ?`, [id])
    return row && toReportRecord(row)
  }

  /** Changes a report that the maker holds. The first statement writes, so the lease is that of the report as it is now. */
  async function changeTaken (queryable: Pick<Transaction, 'write'>, { id, leaseId }: TakenReport, changes: Record<string, Value>): Promise<boolean> {
    const now = new Date()
    const all = { ...changes, updated_at: now }
    const { affectedRows } = await queryable.write(`UPDATE report SET ${Object.keys(all).map(name => `${name} = ?`).join(', ')}, version = version + 1 WHERE id = ? AND lease_id = ?`, [...Object.values(all), id, leaseId])
    return affectedRows === 1
  }

  /** Writes a portion down, with whatever changes along with it. */
  async function extend (report: TakenReport, { text, rowCount, place, progress }: Portion, changes: Record<string, Value>): Promise<TakenReport | undefined> {
    const data = Buffer.from(text)
    const extended = { ...report, progress, rowCount: report.rowCount + rowCount, sizeBytes: report.sizeBytes + data.length, chunkCount: report.chunkCount + (data.length > 0 ? 1 : 0), place, attempts: 1 }
    return await database.transaction(async transaction => {
      const isOurs = await changeTaken(transaction, report, { progress, row_count: extended.rowCount, size_bytes: extended.sizeBytes, chunk_count: extended.chunkCount, place: JSON.stringify(place), attempts: 1, ...changes })
      if (!isOurs) return undefined
      if (data.length > 0) await transaction.write('INSERT INTO report_chunk (report_id, sequence, data) VALUES (?, ?, ?)', [report.id, report.chunkCount, data])
      return extended
    })
  }

  return {
    find,

    /** Orders a report: with its event, or not at all. */
    async create (order: ReportOrder, { correlationId, attempt }: Origin): Promise<ReportRecord> {
      const id = uuid()
      const now = new Date()
      const record: ReportRecord = { id, ...order, status: 'queued', progress: 0, rowCount: 0, sizeBytes: 0, chunkCount: 0, failure: null, version: 1, createdAt: now, startedAt: null, finishedAt: null, expiresAt: null, updatedAt: now }
      return await database.transaction(async transaction => {
        await transaction.write('INSERT INTO report (id, user_id, kind, format, starts_at, ends_at, building, status, correlation_id, version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)',
          [id, order.userId, order.kind, order.format, order.startsAt, order.endsAt, order.building, 'queued', correlationId, now, now])
        await outbox.add(transaction, 'report.requested', id, correlationId, { reportId: id, userId: order.userId, kind: order.kind })
        await idempotency.remember(transaction, attempt, toReport(record, now))
        return record
      })
    },

    /** Reports, newest first. */
    async page ({ userId, limit, cursor }: { userId?: string, limit: number, cursor?: string }): Promise<Page<ReportRecord>> {
      const before = cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0]
      const conditions = [...userId === undefined ? [] : ['user_id = ?'], ...before === undefined ? [] : ['id < ?']]
      const rows = await database.rows<ReportRow>(`SELECT ${reportColumns} FROM report ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY id DESC LIMIT ${limit + 1}`,
        [userId, before].filter(value => value !== undefined))
      return pageOf(rows.map(toReportRecord), limit, ({ id }) => [id])
    },

    /**
     * Cancels a report; whoever makes it loses it.
     *
     * @param assertMay is given the report as it is now, and refuses
     * @throws Refusal `report.not_found`
     */
    async cancel (id: string, decide: (report: ReportRecord) => boolean): Promise<ReportRecord> {
      return await database.transaction(async transaction => {
        const row = await transaction.row<ReportRow>(`SELECT ${reportColumns} FROM report WHERE id = ? FOR UPDATE`, [id])
        if (!row) throw noSuchReport(id)
        const record = toReportRecord(row)
        if (!decide(record)) return record
        const now = new Date()
        await transaction.write("UPDATE report SET status = 'cancelled', lease_id = NULL, finished_at = ?, due_at = ?, version = version + 1, updated_at = ? WHERE id = ?", [now, now, now, id])
        return { ...record, status: 'cancelled', finishedAt: now, version: record.version + 1, updatedAt: now }
      })
    },

    /** Has a report made, once for each event. */
    async makeDue (id: string, claim: (transaction: Transaction) => Promise<boolean>): Promise<void> {
      await database.transaction(async transaction => {
        if (await claim(transaction)) await transaction.write("UPDATE report SET due_at = ? WHERE id = ? AND status = 'queued' AND due_at IS NULL", [new Date(), id])
      })
    },

    /** Takes the next report that is to be made, or that whoever took it has given up. Any number of instances may do so at once. */
    async take (): Promise<TakenReport | undefined> {
      return await database.transaction(async transaction => {
        const now = new Date()
        const row = await transaction.row<ReportRow & { attempts: number, place: string | null, correlation_id: string }>(
          `SELECT ${reportColumns}, attempts, place, correlation_id FROM report WHERE status IN ('queued', 'running') AND due_at <= ? ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`, [now])
        if (!row) return undefined
        const leaseId = uuid()
        await transaction.write("UPDATE report SET status = 'running', lease_id = ?, due_at = ?, attempts = attempts + 1, started_at = COALESCE(started_at, ?), version = version + 1, updated_at = ? WHERE id = ?",
          [leaseId, new Date(now.getTime() + leaseMilliseconds), now, now, row.id])
        return { ...toReportRecord(row), leaseId, attempts: row.attempts + 1, place: row.place === null ? null : JSON.parse(row.place) as unknown, correlationId: row.correlation_id }
      })
    },

    /**
     * Writes down what was made of a report, and keeps the lease.
     * @returns the report as it is then; `undefined` when it is not ours any more
     */
    async extend (report: TakenReport, portion: Portion): Promise<TakenReport | undefined> {
      return await extend(report, portion, { due_at: new Date(Date.now() + leaseMilliseconds) })
    },

    /** Writes down the last portion of a report, which is done then. */
    async finish (report: TakenReport, portion: Portion, retentionDays: number): Promise<void> {
      const now = new Date()
      const expiresAt = new Date(now.getTime() + retentionDays * dayMilliseconds)
      await extend(report, { ...portion, progress: 100 }, { status: 'done', lease_id: null, finished_at: now, expires_at: expiresAt, due_at: expiresAt })
    },

    /** Gives a report back for another instance to go on with. */
    async release (report: TakenReport): Promise<void> {
      await changeTaken(database, report, { status: 'queued', lease_id: null, due_at: new Date(), attempts: 0 })
    },

    /** Has a report tried again later. */
    async postpone (report: TakenReport): Promise<void> {
      await changeTaken(database, report, { status: 'queued', lease_id: null, due_at: new Date(Date.now() + retryDelaySeconds(report.attempts) * 1000) })
    },

    /** Gives a report up. */
    async fail (report: TakenReport, { code, message }: NonNullable<ReportRecord['failure']>): Promise<void> {
      const now = new Date()
      await changeTaken(database, report, { status: 'failed', lease_id: null, failure_code: code, failure_message: message, finished_at: now, due_at: now })
    },

    /** The file of a report, chunk by chunk. */
    async * fileOf ({ id, chunkCount }: ReportRecord): AsyncGenerator<Buffer> {
      for (let sequence = 0; sequence < chunkCount; sequence++) {
        const row = await database.row<{ data: Buffer }>('SELECT data FROM report_chunk WHERE report_id = ? AND sequence = ?', [id, sequence])
        if (!row) throw new Error(`chunk ${sequence} of report ${id} is gone`)
        yield row.data
      }
    },

    /** Removes the files that nobody can have any more, some reports at a time. Any number of instances may do so at once. */
    async removeFiles (): Promise<void> {
      const due = await database.rows<{ id: string }>("SELECT id FROM report WHERE status IN ('done', 'expired', 'cancelled', 'failed') AND due_at <= ? LIMIT 100", [new Date()])
      for (const { id } of due) {
        await database.write("UPDATE report SET status = 'expired', version = version + 1, updated_at = expires_at WHERE id = ? AND status = 'done'", [id])
        await removeInBatches(database, 'DELETE FROM report_chunk WHERE report_id = ?', [id], chunksRemovedAtOnce)
        await database.write('UPDATE report SET chunk_count = 0, due_at = NULL WHERE id = ?', [id])
      }
    }
  }
}
