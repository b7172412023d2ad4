import { Temporal } from 'temporal-polyfill'

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
}

/** What is to be done with the events, as of RFC 5546. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'

const lineOctets = 75
const foreseenMilliseconds = 400 * 86_400_000

/**
 * Events as an iCalendar object (RFC 5545), with the definition of every time zone that they use.
 */
export function toCalendar (method: CalendarMethod, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Smart Meeting Room Management System//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...[...new Set(events.map(({ timeZone }) => timeZone))].flatMap(timeZone => zoneLines(timeZone, events.filter(event => event.timeZone === timeZone))),
    ...events.flatMap(eventLines),
    'END:VCALENDAR'
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function eventLines ({ uid, sequence, startsAt, endsAt, timeZone, changedAt, status, summary, description, location, organizer, attendees = [] }: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(changedAt)}`,
    `DTSTART${local(startsAt, timeZone)}`,
    `DTEND${local(endsAt, timeZone)}`,
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
  return [`BEGIN:${kind}`, `DTSTART:${compact(from)}`, `TZOFFSETFROM:${before.replaceAll(':', '')}`, `TZOFFSETTO:${after.replaceAll(':', '')}`, `END:${kind}`]
}

function utc (instant: Date): string {
  return `${compact(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('UTC').toPlainDateTime())}Z`
}

function local (instant: Date, timeZone: string): string {
  if (timeZone === 'UTC') return `:${utc(instant)}`
  return `;TZID=${timeZone}:${compact(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime())}`
}

function compact (time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
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
