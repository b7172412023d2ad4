import type { Role } from '../../../shared/contract/contract.ts'
import type { ReportFormat, ReportKind, ReportStatus } from '../../../shared/contract/generated/bookings.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { Slot } from './slot.ts'

/** The longest range of a report. */
export const longestReportDays = 366
/** How often the making of a report is tried without getting on. */
export const mostAttempts = 6
const firstDelaySeconds = 5

/** What of a report decides its state. */
interface Stateful { status: ReportStatus, progress: number, expiresAt: Date | null, version: number, updatedAt: Date }

/** A report as it is at an instant, whether or not it is stored yet that its time is over. */
export function reportAsOf<R extends Stateful> (report: R, now: Date): R {
  if (report.status !== 'done' || report.expiresAt === null || report.expiresAt > now) return report
  return { ...report, status: 'expired', version: report.version + 1, updatedAt: report.expiresAt }
}

/** How long to wait after so many attempts: 5, 15, 45 seconds and so on, ten minutes in all. */
export function retryDelaySeconds (attempts: number): number {
  return firstDelaySeconds * 3 ** (attempts - 1)
}

/**
 * Refuses those whose report it is not.
 * @throws Refusal `report.not_yours`
 */
export function assertMaySee ({ userId }: { userId: string }, caller: { id: string, role: Role }): void {
  if (userId !== caller.id && caller.role !== 'admin') {
    throw new Refusal('report.not_yours', 'This is somebody else\'s report. Only whoever ordered it or an admin may do this.')
  }
}

/**
 * Refuses to cancel what is over.
 * @throws Refusal `report.state_conflict`
 */
export function assertReportCancellable ({ status }: Stateful): void {
  if (status !== 'queued' && status !== 'running') throw new Refusal('report.state_conflict', `The report is ${status} and cannot be cancelled any more.`)
}

/**
 * Refuses to download what is not there.
 * @throws Refusal `report.not_done` or `report.expired`
 */
export function assertDownloadable ({ status, progress, expiresAt }: Stateful): void {
  switch (status) {
    case 'done': return
    case 'expired': throw new Refusal('report.expired', `The file was kept until ${expiresAt?.toISOString()}. Order the report again.`)
    case 'queued':
    case 'running': throw new Refusal('report.not_done', `The report is ${status}, ${progress} % are made. Get it until it is done.`)
    default: throw new Refusal('report.not_done', `The report is ${status} and has no file. Order it again.`)
  }
}

/** A name for the file of a report: what it is about, and the days in UTC on which its range begins and ends. */
export function fileNameOf ({ kind, format, startsAt, endsAt }: Slot & { kind: ReportKind, format: ReportFormat }): string {
  return `${kind.replaceAll('_', '-')}-${day(startsAt)}-${day(new Date(endsAt.getTime() - 1))}.${format}`
}

function day (instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
