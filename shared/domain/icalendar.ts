import { Temporal } from 'temporal-polyfill'
import { isShownOnce, localText, textOf, zoneClock } from './zone-clock.ts'

/** Somebody with an e-mail address. */
export interface CalendarParty { name: string, email: string }

export interface CalendarEvent {
  /** Stays the same for the life of the event. */
  uid: string
  /** Rises with every change that is told. */
  sequence: number
  startsAt: Date
  endsAt: Date
  /** IANA time zone that the event is shown and, where it recurs, reckoned in. */
  timeZone: string
  /** When the event was as it is told. */
  changedAt: Date
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
  summary: string
  description?: string
  location?: string
  organizer?: CalendarParty
  attendees?: readonly CalendarParty[]
  /** There when this is an event that recurs; its slot then spans all occurrences. */
  recurrence?: CalendarRecurrence
  /** There when this is one occurrence of an event that recurs: which, by the local time that the rule has it at. */
  recurrenceId?: string
}

/** How an event recurs, in local times of its zone like `2026-03-02T10:00:00`. */
export interface CalendarRecurrence {
  localStart: string
  /** How long an occurrence lasts. */
  milliseconds: number
  /** RRULE; none when all occurrences are listed. */
  rule: string | null
  excludedLocalStarts: readonly string[]
  additionalLocalStarts: readonly string[]
}

/** What is to be done with the events, as of RFC 5546. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'

const lineOctets = 75
const foreseenMilliseconds = 400 * 86_400_000

/**
 * Events as an iCalendar object (RFC 5545), with the definition of every time zone that they use.
 *
 * @param feed what a program that subscribes to it shows, and how often it is to look again (RFC 7986)
 */
export function toCalendar (method: CalendarMethod, events: readonly CalendarEvent[], feed?: { name: string, refreshMinutes: number }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Smart Meeting Room Management System//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...feed ? [`NAME:${text(feed.name)}`, `X-WR-CALNAME:${text(feed.name)}`, `REFRESH-INTERVAL;VALUE=DURATION:PT${feed.refreshMinutes}M`, `X-PUBLISHED-TTL:PT${feed.refreshMinutes}M`] : [],
    ...[...new Set(events.map(({ timeZone }) => timeZone))].flatMap(timeZone => zoneLines(timeZone, events.filter(event => event.timeZone === timeZone))),
    ...events.flatMap(eventLines),
    'END:VCALENDAR'
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function eventLines (event: CalendarEvent): string[] {
  const { uid, sequence, changedAt, status, summary, description, location, organizer, attendees = [] } = event
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(changedAt)}`,
    ...timeLines(event),
    `SUMMARY:${text(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(location === undefined ? [] : [`LOCATION:${text(location)}`]),
    ...(organizer === undefined ? [] : [`ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.email}`]),
    ...attendees.map(({ name, email }) => `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=${quoted(name)}:mailto:${email}`),
    `STATUS:${status}`,
    'TRANSP:OPAQUE',
    'END:VEVENT'
  ]
}

function timeLines ({ startsAt, endsAt, timeZone, recurrence, recurrenceId }: CalendarEvent): string[] {
  if (!recurrence) {
    // A clock time that there is twice would be understood in two ways.
    const zone = isShownOnce(startsAt, timeZone) && isShownOnce(endsAt, timeZone) ? timeZone : 'UTC'
    return [
      ...recurrenceId === undefined ? [] : [`RECURRENCE-ID${clock([recurrenceId], timeZone)}`],
      `DTSTART${clock([localText(startsAt, zone)], zone)}`,
      `DTEND${clock([localText(endsAt, zone)], zone)}`
    ]
  }
  const { localStart, milliseconds, rule, excludedLocalStarts, additionalLocalStarts } = recurrence
  const zone = zoneClock(timeZone)
  const start = Date.parse(`${localStart}Z`)
  const endsFirst = zone.instantOf(start) + milliseconds
  // The first occurrence says how long each is, unless its clock is changed meanwhile or shows its end twice.
  const showsLength = zone.localAt(endsFirst) === start + milliseconds && isShownOnce(new Date(endsFirst), timeZone)
  return [
    `DTSTART${clock([localStart], timeZone)}`,
    showsLength ? `DTEND${clock([textOf(start + milliseconds)], timeZone)}` : `DURATION:PT${Math.round(milliseconds / 1000)}S`,
    ...rule === null ? [] : [`RRULE:${rule}`],
    ...excludedLocalStarts.length === 0 ? [] : [`EXDATE${clock(excludedLocalStarts, timeZone)}`],
    ...additionalLocalStarts.length === 0 ? [] : [`RDATE${clock(additionalLocalStarts, timeZone)}`]
  ]
}

/** A time zone around the time of some events: each change of its offset, one by one, for rules of the past say nothing of the future. */
function zoneLines (timeZone: string, events: readonly CalendarEvent[]): string[] {
  if (timeZone === 'UTC') return []
  const first = Math.min(...events.map(({ startsAt }) => startsAt.getTime()))
  const last = Math.max(...events.map(({ endsAt }) => endsAt.getTime())) + foreseenMilliseconds
  const begin = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(timeZone)
  const before = begin.getTimeZoneTransition('previous')
  const observances = before ? [] : [observance('STANDARD', Temporal.PlainDateTime.from('1970-01-01'), begin.offset, begin.offset)]
  for (let change = before ?? begin.getTimeZoneTransition('next'); change && change.epochMilliseconds <= last; change = change.getTimeZoneTransition('next')) {
    const earlier = change.subtract({ nanoseconds: 1 })
    const kind = change.offsetNanoseconds > earlier.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD'
    observances.push(observance(kind, change.toInstant().toZonedDateTimeISO(earlier.offset).toPlainDateTime(), earlier.offset, change.offset))
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances.flat(), 'END:VTIMEZONE']
}

function observance (kind: 'STANDARD' | 'DAYLIGHT', from: Temporal.PlainDateTime, before: string, after: string): string[] {
  return [`BEGIN:${kind}`, `DTSTART:${compact(from.toString())}`, `TZOFFSETFROM:${before.replaceAll(':', '')}`, `TZOFFSETTO:${after.replaceAll(':', '')}`, `END:${kind}`]
}

function utc (instant: Date): string {
  return `${compact(textOf(instant.getTime()))}Z`
}

/** Local times as a property has them. */
function clock (locals: readonly string[], timeZone: string): string {
  return timeZone === 'UTC' ? `:${locals.map(local => `${compact(local)}Z`).join(',')}` : `;TZID=${timeZone}:${locals.map(compact).join(',')}`
}

function compact (local: string): string {
  return local.slice(0, '2026-03-02T10:00:00'.length).replaceAll(/[-:]/g, '')
}

function text (value: string): string {
  return value.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')
}

/** A parameter's value, with what it cannot hold written as of RFC 6868. */
function quoted (value: string): string {
  return `"${value.replaceAll('^', '^^').replaceAll('"', "^'").replaceAll(/\r?\n/g, '^n')}"`
}

/** Breaks a line that is too long, never within a character. */
function fold (line: string): string {
  if (Buffer.byteLength(line) <= lineOctets) return line
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > lineOctets) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}
