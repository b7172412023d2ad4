import { Refusal } from '../errors.ts'
import { zoneClock } from './zone-clock.ts'

/**
 * Refuses what is not an IANA time zone.
 *
 * @param code of the refusal
 * @throws Refusal with this code
 */
export function assertTimeZone (timeZone: string, code: 'room.time_zone_unknown' | 'user.time_zone_unknown'): void {
  // Offsets like +01:00 are accepted by Intl, but know no summer time.
  if (!/^[A-Za-z]/.test(timeZone) || !isKnown(timeZone)) throw new Refusal(code, `${timeZone} is not an IANA time zone. Use a name like Europe/Berlin.`)
}

/** `Intl` takes old abbreviations like PST, with which no time can be reckoned. */
function isKnown (timeZone: string): boolean {
  try {
    return zoneClock(timeZone) !== undefined
  } catch {
    return false
  }
}
