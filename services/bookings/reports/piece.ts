import type { CallContext } from '../../../shared/contract/client.ts'
import type { Room } from '../../../shared/contract/generated/rooms.schemas.ts'
import type { ReportRow } from '../domain/report-format.ts'
import type { RoomDirectory } from '../rooms.ts'

/** A few rows of a report. */
export interface Piece {
  rows: ReportRow[]
  /** Where to go on after it; kept as JSON. */
  place: unknown
  /** How much of the report is made with it, from 0 to 1. */
  part: number
}

/** The rooms of a building, or all; retired ones only when they are asked for. */
export function eachRoom (rooms: RoomDirectory, building: string | null, context: CallContext, status?: Room['status']): AsyncGenerator<Room> {
  return rooms.each({ ...(building !== null && { building }), ...(status !== undefined && { status }) }, context)
}
