import { isShownOnce, localText, textOf, zoneClock } from './zone-clock.ts'
import { zoneDefinition } from './zone-definition.ts'

/** Somebody with an e-mail address, and with a name where it is known. */
export interface CalendarParty { name?: string, email: string }

/** Somebody who comes; nobody is asked to answer. */
export interface CalendarAttendee extends CalendarParty {
  /** Whether it is the one who has booked, and so certainly comes. */
  isHolder: boolean
}

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
  /** None where a CANCEL takes out some attendees and not the event (RFC 5546, section 3.2.5). */
  status?: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
  summary: string
  description?: string
  location?: string
  organizer?: CalendarParty
  attendees?: readonly CalendarAttendee[]
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
  /** RRULE; none when nothing stands. */
  rule: string | null
  excludedLocalStarts: readonly string[]
}

/** What a mail asks its reader to do with the events (RFC 5546). */
export type CalendarMethod = 'REQUEST' | 'CANCEL'

/** What a program that subscribes to a calendar shows of it, and how often it is to look again (RFC 7986). */
export interface CalendarFeed { name: string, description: string, refreshMinutes: number }

const lineOctets = 75

/** Events in a mail, as an iCalendar object (RFC 5545) with the definition of every time zone that they use. */
export function toInvitation (method: CalendarMethod, events: readonly CalendarEvent[]): string {
  return calendarText([`METHOD:${method}`], events)
}

/** Events in a calendar that programs subscribe to. It has no METHOD: with one, each event would need an ORGANIZER (RFC 5546, section 3.2.1). */
export function toFeed ({ name, description, refreshMinutes }: CalendarFeed, events: readonly CalendarEvent[]): string {
  return calendarText([
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `DESCRIPTION:${text(description)}`,
    `X-WR-CALDESC:${text(description)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M`,
    `X-PUBLISHED-TTL:PT${refreshMinutes}M`
  ], events)
}

function calendarText (properties: readonly string[], events: readonly CalendarEvent[]): string {
  const zones = new Set(events.map(({ timeZone }) => timeZone).filter(timeZone => timeZone !== 'UTC'))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Smart Meeting Room Management System//EN',
    'CALSCALE:GREGORIAN',
    ...properties,
    // A calendar has at least one component (RFC 5545, section 3.6), even without events.
    ...[...events.length === 0 ? ['UTC'] : zones].flatMap(zoneDefinition),
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
    ...(organizer === undefined ? [] : [`ORGANIZER${party(organizer)}`]),
    ...attendees.map(attendee => `ATTENDEE;CUTYPE=INDIVIDUAL;${attendee.isHolder ? 'ROLE=CHAIR;PARTSTAT=ACCEPTED' : 'ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION'};RSVP=FALSE${party(attendee)}`),
    ...(status === undefined ? [] : [`STATUS:${status}`]),
    'TRANSP:OPAQUE',
    'END:VEVENT'
  ]
}

/** Name and address of somebody; the address as of RFC 6068. */
function party ({ name, email }: CalendarParty): string {
  return `${name === undefined ? '' : `;CN=${quoted(name)}`}:mailto:${email.replaceAll(/[^\w.!$&'*+=~@:-]/g, encodeURIComponent)}`
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
  const { localStart, milliseconds, rule, excludedLocalStarts } = recurrence
  const zone = zoneClock(timeZone)
  const start = Date.parse(`${localStart}Z`)
  const endsFirst = zone.instantOf(start) + milliseconds
  // The first occurrence says how long each is, unless its clock is changed meanwhile or shows its end twice.
  const showsLength = zone.localAt(endsFirst) === start + milliseconds && isShownOnce(new Date(endsFirst), timeZone)
  return [
    `DTSTART${clock([localStart], timeZone)}`,
    showsLength ? `DTEND${clock([textOf(start + milliseconds)], timeZone)}` : `DURATION:PT${Math.round(milliseconds / 1000)}S`,
    ...rule === null ? [] : [`RRULE:${rule}`],
    ...excludedLocalStarts.length === 0 ? [] : [`EXDATE${clock(excludedLocalStarts, timeZone)}`]
  ]
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
