import type { Report, ReportDescription, ReportFormat, ReportKind, ReportStatus } from '../../../shared/contract/generated/bookings.schemas.ts'
import { Refusal, type ErrorCode } from '../../../shared/errors.ts'
import { reportAsOf } from '../domain/report.ts'
import type { Slot } from '../domain/slot.ts'

/** What is asked of a report. Its slot is the range that it is about. */
export interface ReportOrder extends Slot { userId: string, kind: ReportKind, format: ReportFormat, building: string | null }

/** A report as the rules see it. */
export interface ReportRecord extends ReportOrder {
  id: string
  status: ReportStatus
  progress: number
  rowCount: number
  sizeBytes: number
  chunkCount: number
  failure: { code: ErrorCode, message: string } | null
  version: number
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  expiresAt: Date | null
  updatedAt: Date
}

/** A report that somebody is making: nobody else writes to it as long as the lease is his. */
export interface TakenReport extends ReportRecord {
  leaseId: string
  attempts: number
  /** Where to go on; `null` at the beginning. */
  place: unknown
  correlationId: string
}

export interface ReportRow {
  id: string
  user_id: string
  kind: ReportKind
  format: ReportFormat
  starts_at: Date
  ends_at: Date
  building: string | null
  status: ReportStatus
  progress: number
  row_count: number
  size_bytes: number
  chunk_count: number
  failure_code: ErrorCode | null
  failure_message: string | null
  version: number
  created_at: Date
  started_at: Date | null
  finished_at: Date | null
  expires_at: Date | null
  updated_at: Date
}

export const reportColumns = 'id, user_id, kind, format, starts_at, ends_at, building, status, progress, row_count, size_bytes, chunk_count, failure_code, failure_message, version, created_at, started_at, finished_at, expires_at, updated_at'

export function toReportRecord (row: ReportRow): ReportRecord {
  return {
    id: row.id,
    userId: row.user_id,
    kind: row.kind,
    format: row.format,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    building: row.building,
    status: row.status,
    progress: row.progress,
    rowCount: row.row_count,
    sizeBytes: row.size_bytes,
    chunkCount: row.chunk_count,
    failure: row.failure_code === null ? null : { code: row.failure_code, message: row.failure_message ?? '' },
    version: row.version,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    expiresAt: row.expires_at,
    updatedAt: row.updated_at
  }
}

/** A report as the contract has it, at an instant. */
export function toReport (record: ReportRecord, now: Date): Report {
  const { userId, format, status, progress, rowCount, sizeBytes, failure, startedAt, finishedAt, expiresAt, version, updatedAt } = reportAsOf(record, now)
  return {
    ...describeReport(record),
    userId,
    format,
    status,
    progress,
    rowCount,
    sizeBytes,
    failure,
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    version,
    updatedAt: updatedAt.toISOString()
  }
}

/** What a report is about, as the contract has it. */
export function describeReport ({ id, kind, startsAt, endsAt, building, createdAt }: ReportRecord): ReportDescription {
  return { id, kind, from: startsAt.toISOString(), to: endsAt.toISOString(), building, createdAt: createdAt.toISOString() }
}

/** The refusal of a report that is not there. */
export function noSuchReport (id: string): Refusal {
  return new Refusal('report.not_found', `There is no report ${id}.`)
}
