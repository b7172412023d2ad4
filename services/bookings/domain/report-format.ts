import { PeakHour, ReportBooking, ReportCancellation, RoomUsage, type ReportDescription, type ReportFormat, type ReportKind } from '../../../shared/contract/generated/bookings.schemas.ts'

/** A row of a report, as the contract has it for its kind. */
export type ReportRow = RoomUsage | ReportBooking | ReportCancellation | PeakHour

/** How the file of a report is written: head, rows in any number of portions, tail. */
export interface Writing {
  head: string
  /** @param before how many rows there are already */
  rows: (rows: readonly ReportRow[], before: number) => string
  tail: string
}

/** The media type of each format. */
export const mediaTypes: Record<ReportFormat, string> = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8', ndjson: 'application/x-ndjson' }

/** Without it, Excel reads CSV in the code page of Windows. */
const byteOrderMark = '\uFEFF'

const rowSchemas = { room_utilisation: RoomUsage, bookings: ReportBooking, cancellations: ReportCancellation, peak_hours: PeakHour } as const satisfies Record<ReportKind, { properties: object }>

/** How a report is written. The columns of CSV are the properties of the row in the contract, in its order. */
export function writingOf (format: ReportFormat, description: ReportDescription): Writing {
  switch (format) {
    case 'csv': {
      const columns = Object.keys(rowSchemas[description.kind].properties)
      return { head: `${byteOrderMark}${csvLine(columns)}`, rows: rows => rows.map(row => csvLine(columns.map(column => row[column as keyof ReportRow]))).join(''), tail: '' }
    }
    case 'json': return {
      head: `{"report":${JSON.stringify(description)},"rows":[`,
      rows: (rows, before) => rows.map((row, index) => `${before + index === 0 ? '' : ','}\n${JSON.stringify(row)}`).join(''),
      tail: '\n]}\n'
    }
    case 'ndjson': return { head: '', rows: rows => rows.map(row => `${JSON.stringify(row)}\n`).join(''), tail: '' }
  }
}

/** A line of CSV (RFC 4180). */
function csvLine (cells: ReadonlyArray<string | number | null>): string {
  return `${cells.map(cell => typeof cell === 'string' ? quoted(harmless(cell)) : String(cell ?? '')).join(',')}\r\n`
}

/**
 * A text that no spreadsheet takes for a formula: an apostrophe goes before what would begin one, as OWASP advises. Where programs
 * split lines at semicolons or tabs, whatever the quotes say, a text has several cells.
 */
function harmless (text: string): string {
  return text.replaceAll(/(?<=^|[;\t\r\n])(?=[\s"']*[=+\-@＝＋－＠])/g, "'")
}

function quoted (text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
