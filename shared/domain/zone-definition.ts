import { textOf } from './zone-clock.ts'

/** A change of a zone's clock: at a local time of before, from one offset to another; offsets in milliseconds. */
interface Change { local: number, before: number, after: number }

/** One kind of change that comes back every year, since the first of these changes. */
interface YearlyChange { first: Change, rule: string, local: number }

const minuteMilliseconds = 60_000
/** No zone changes its clock twice within so long. */
const stepMilliseconds = 14 * 1440 * minuteMilliseconds
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
/** How far back it is looked for the year in which a rule began. */
const firstYear = 2020
/** No booking is older: from this year on, a definition is right. */
const definedFrom = 2025
/** The last year that is looked at. Zones that change by no yearly rule are defined until then, the others for ever. */
const definedUntil = 2040
/** In fewer years, a weekday does not fall on all the dates that a rule allows. */
const fewestYears = 12

const definitions = new Map<string, readonly string[]>()

/**
 * The lines of a VTIMEZONE (RFC 5545, section 3.6.5). They depend on the zone alone: a program that keeps the newest definition of a
 * zone can read every event with it. A zone that changes by a yearly rule has one STANDARD and one DAYLIGHT, because Outlook reads no
 * more ([MS-OXCICAL] 2.1.3.1.1.19); others have their changes one by one.
 */
export function zoneDefinition (timeZone: string): readonly string[] {
  const known = definitions.get(timeZone)
  if (known) return known
  const lines = ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances(timeZone), 'END:VTIMEZONE']
  definitions.set(timeZone, lines)
  return lines
}

function observances (timeZone: string): string[] {
  const changes = changesOf(timeZone)
  const { since, pair } = yearlyChanges(changes)
  const yearly = pair.flatMap(({ first, rule, local }) => observance(isForward(first) ? 'DAYLIGHT' : 'STANDARD', { ...first, local }, rule))
  if (since < definedFrom) return yearly
  const single = changes.filter(change => yearOf(change) >= definedFrom && yearOf(change) < since)
  // Offsets of local mean time have seconds, which not every program reads: so the first observance begins with its own offset.
  const offset = offsetsOf(timeZone)(Date.UTC(definedFrom))
  const next = single[0] ?? pair[0]?.first
  return [
    ...observance(next && !isForward(next) ? 'DAYLIGHT' : 'STANDARD', { local: 0, before: offset, after: offset }),
    // What is not put back again is no summer time.
    ...single.flatMap(change => observance(isForward(change) && change !== changes.at(-1) ? 'DAYLIGHT' : 'STANDARD', change)),
    ...yearly
  ]
}

/** The changes of a zone's clock. `Intl` is asked, and not Temporal's polyfill, which takes more than twice as long. */
function changesOf (timeZone: string): Change[] {
  const offsetAt = offsetsOf(timeZone)
  const changes: Change[] = []
  const end = Date.UTC(definedUntil)
  for (let from = Date.UTC(firstYear); from < end; from += stepMilliseconds) {
    const [before, after] = [offsetAt(from), offsetAt(from + stepMilliseconds)]
    if (before === after) continue
    let [last, first] = [from, from + stepMilliseconds]
    while (first - last > 1000) {
      const middle = last + Math.floor((first - last) / 2000) * 1000
      if (offsetAt(middle) === before) last = middle
      else first = middle
    }
    if (first < end) changes.push({ local: first + before, before, after })
  }
  return changes
}

/** Tells the offsets of a zone at full seconds, in milliseconds. */
function offsetsOf (timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return instant => Date.parse(`${format.format(instant).replace(' ', 'T')}Z`) - instant
}

/** The changes that come every year from some year on, in the order of that year; none where there are no such. */
function yearlyChanges (changes: readonly Change[]): { since: number, pair: YearlyChange[] } {
  for (let since = firstYear; since <= definedUntil - fewestYears; since++) {
    const tail = changes.filter(change => yearOf(change) >= since)
    const pair = [tail.filter(isForward), tail.filter(change => !isForward(change))].flatMap(kind => yearlyChange(kind, since) ?? [])
    if (pair.length === 2) return { since, pair: pair.sort((a, b) => a.local - b.local) }
  }
  return { since: definedUntil, pair: [] }
}

/** The rule of changes of one kind, if there is one. */
function yearlyChange (changes: readonly Change[], since: number): YearlyChange | undefined {
  const [first] = changes
  if (!first || !changes.every((change, index) => yearOf(change) === since + index && change.before === first.before && change.after === first.after)) return undefined
  if (changes.length !== definedUntil - since) return undefined
  const rule = ruleOf(changes.map(({ local }) => new Date(local)))
  if (rule !== undefined) return { first, rule, local: first.local }
  // Midnight at the end of a last weekday may lie in the next month. A second earlier, nothing can begin or end.
  const earlier = ruleOf(changes.map(({ local }) => new Date(local - 1000)))
  return earlier === undefined ? undefined : { first, rule: earlier, local: first.local - 1000 }
}

/** The RRULE of dates, one in each of many years: always the same weekday of a month, at the same time. */
function ruleOf (dates: readonly Date[]): string | undefined {
  const isAlways = (part: (date: Date) => unknown): boolean => new Set(dates.map(part)).size === 1
  if (!isAlways(date => date.getUTCMonth()) || !isAlways(date => date.getUTCDay()) || !isAlways(date => date.getTime() % (1440 * minuteMilliseconds))) return undefined
  const [first] = dates as [Date]
  const [month, weekday] = [first.getUTCMonth() + 1, weekdays[first.getUTCDay()]]
  const days = dates.map(date => date.getUTCDate())
  const [earliest, latest] = [Math.min(...days), Math.max(...days)]
  const week = Math.ceil(earliest / 7)
  if (latest <= 28 && Math.ceil(latest / 7) === week) return `FREQ=YEARLY;BYMONTH=${month};BYDAY=${week}${weekday}`
  const daysInMonth = new Date(Date.UTC(2025, month, 0)).getUTCDate()
  if (earliest > daysInMonth - 7) return `FREQ=YEARLY;BYMONTH=${month};BYDAY=-1${weekday}`
  if (latest - earliest > 6) return undefined
  return `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${Array.from({ length: 7 }, (_, index) => earliest + index).join(',')};BYDAY=${weekday}`
}

function observance (kind: 'STANDARD' | 'DAYLIGHT', { local, before, after }: Change, rule?: string): string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${textOf(local).replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    ...rule === undefined ? [] : [`RRULE:${rule}`],
    `END:${kind}`
  ]
}

function offsetText (offset: number): string {
  const minutes = Math.abs(offset) / minuteMilliseconds
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0'))
  return `${offset < 0 ? '-' : '+'}${hour}${minute}`
}

function isForward ({ before, after }: Change): boolean {
  return after > before
}

function yearOf ({ local }: Change): number {
  return new Date(local).getUTCFullYear()
}
