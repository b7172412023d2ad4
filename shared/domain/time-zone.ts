import { Temporal } from 'temporal-polyfill'
import { Refusal } from '../errors.ts'

const names = new Map<string, string>()
/** Zones may be written in any case, so there could be endlessly many. */
const mostNames = 2_000

/**
 * A stored time zone in IANA's spelling: `Europe/Berlin` for `europe/berlin`, which older versions stored as it was typed. Links keep
 * their own name, because runtimes differ in what they resolve links to.
 */
export function zoneName (timeZone: string): string {
  try {
    return spellingOf(timeZone)
  } catch {
    return timeZone
  }
}

/**
 * The name of a time zone that somebody chose, in IANA's spelling.
 *
 * @param code of the refusal
 * @throws Refusal with this code when it is not an IANA time zone
 */
export function knownZone (timeZone: string, code: 'room.time_zone_unknown' | 'user.time_zone_unknown'): string {
  try {
    // Offsets like +01:00 are zones to the runtime, but know no summer time.
    if (/^[A-Za-z]/.test(timeZone)) return spellingOf(timeZone)
  } catch {}
  throw new Refusal(code, `${timeZone} is not an IANA time zone. Use a name like Europe/Berlin.`)
}

/** @throws RangeError when there is no such zone; `Intl` takes abbreviations like PST, Temporal does not */
function spellingOf (timeZone: string): string {
  const known = names.get(timeZone)
  if (known !== undefined) return known
  const name = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId
  if (names.size === mostNames) names.clear()
  names.set(timeZone, name)
  return name
}
