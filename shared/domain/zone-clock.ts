import { Temporal } from 'temporal-polyfill'

/**
 * What clocks show in an IANA time zone. Local times are milliseconds as `Date.UTC` reckons them from what the clock shows, so their
 * days and hours are those of UTC. Looking a zone up is slow, so the times between two changes of its clock are looked up once.
 */
export interface ZoneClock {
  /** What the clock shows at an instant. */
  localAt: (instant: number) => number
  /** When it is next put forward or back; `Infinity` when that is not known. */
  nextChange: (instant: number) => number
  /** The instants at which it shows a local time: two when it is put back over that time, none when it is put forward over it. */
  instantsOf: (local: number) => number[]
  /** The instant of a local time: the first of two; one that does not exist is moved forward by the gap (RFC 5545, section 3.3.5). */
  instantOf: (local: number) => number
}

/** The time between two changes of a clock. */
interface Span { from: number, until: number, offset: number }

const dayMilliseconds = 86_400_000
const mostZones = 500
const mostSpans = 200

const clocks = new Map<string, ZoneClock>()

/**
 * The clock of a time zone.
 * @throws RangeError when there is no such zone
 */
export function zoneClock (timeZone: string): ZoneClock {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = makeClock(timeZone)
  // Zones may be written in any case, so there could be endlessly many.
  if (clocks.size === mostZones) clocks.clear()
  clocks.set(timeZone, clock)
  return clock
}

/** What the clock of a zone shows at an instant, like `2026-03-02T10:00:00`. */
export function localText (instant: Date, timeZone: string): string {
  return textOf(zoneClock(timeZone).localAt(instant.getTime()))
}

/** A local time as text, like `2026-03-02T10:00:00`. */
export function textOf (local: number): string {
  return new Date(local).toISOString().slice(0, '2026-03-02T10:00:00'.length)
}

/** Whether the clock of a zone shows the time of an instant only once. */
export function isShownOnce (instant: Date, timeZone: string): boolean {
  const clock = zoneClock(timeZone)
  return clock.instantsOf(clock.localAt(instant.getTime())).length === 1
}

function makeClock (timeZone: string): ZoneClock {
  const spans = [spanAround(0, timeZone)]
  const spanAt = (instant: number): Span => {
    const known = spans.find(({ from, until }) => from <= instant && instant < until)
    if (known) return known
    if (spans.length === mostSpans) spans.length = 0
    const span = spanAround(instant, timeZone)
    spans.push(span)
    return span
  }
  const offsetAt = (instant: number): number => spanAt(instant).offset
  const instantsOf = (local: number): number[] => {
    const instants = [local - offsetAt(local - dayMilliseconds), local - offsetAt(local + dayMilliseconds)].filter(instant => instant + offsetAt(instant) === local)
    return [...new Set(instants)].sort((a, b) => a - b)
  }
  return {
    localAt: instant => instant + offsetAt(instant),
    nextChange: instant => spanAt(instant).until,
    instantsOf,
    instantOf: local => instantsOf(local)[0] ?? local - offsetAt(local - dayMilliseconds)
  }
}

function spanAround (instant: number, timeZone: string): Span {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
  return {
    // A change at the instant itself is the one that the span begins with.
    from: local.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    until: local.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offset: local.offsetNanoseconds / 1e6
  }
}
