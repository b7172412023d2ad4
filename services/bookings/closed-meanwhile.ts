import { ClosedMeanwhileError } from './repository/calendar.ts'

/**
 * Does work that reads the terms of rooms and then takes time of them. When a room was closed after its terms were read, it starts again:
 * the new terms have the closure, unless that was cancelled.
 *
 * @param work is given the rooms whose terms have to be current, for `rooms.terms`, with the number of their last closure, for the repository
 */
export async function onCurrentTerms<Result> (work: (knownClosures: ReadonlyMap<string, number>) => Promise<Result>): Promise<Result> {
  const knownClosures = new Map<string, number>()
  for (;;) {
    try {
      return await work(knownClosures)
    } catch (error) {
      if (!(error instanceof ClosedMeanwhileError)) throw error
      knownClosures.set(error.roomId, error.closure)
    }
  }
}
