import { Refusal } from '../../../shared/errors.ts'

/**
 * Refuses what is not an IANA time zone.
 * @throws Refusal `user.time_zone_unknown`
 */
export function assertTimeZone (timeZone: string): void {
  // Offsets like +01:00 are accepted by Intl, but know no summer time.
  const isZone = /^[A-Za-z]/.test(timeZone) && (() => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone }) !== undefined
    } catch {
      return false
    }
  })()
  if (!isZone) throw new Refusal('user.time_zone_unknown', `${timeZone} is not an IANA time zone. Use a name like Europe/Berlin.`)
}
