import ICAL from 'ical.js'
import { readCalendar, type Shown } from './calendar.ts'
import type { ReceivedMail } from './mail.ts'

interface Kept { sequence: number, stamp: string, lines: string }

/** A calendar program that works off the invitations in mails, in the order in which it is given them. */
export interface CalendarProgram {
  take: (...mails: ReceivedMail[]) => void
  /** What it shows. */
  shown: () => Shown[]
  /** Cancellations of what it did not have, and occurrences of series that it did not have. */
  strays: string[]
}

/**
 * Goes by RFC 5546: an entry is known by UID and RECURRENCE-ID; of two versions the higher SEQUENCE counts, then the later DTSTAMP
 * (2.1.5). It forgets what is cancelled, as most programs do: an invitation that comes after its cancellation stays as a ghost.
 */
export function calendarProgram (): CalendarProgram {
  const entries = new Map<string, Kept>()
  const zones = new Map<string, string>()
  const strays: string[] = []

  function takeEvent (method: string, event: ICAL.Component): void {
    const uid = String(event.getFirstPropertyValue('uid'))
    const recurrenceId = event.getFirstPropertyValue('recurrence-id')
    const name = `${uid} ${recurrenceId === null ? '' : String(recurrenceId)}`
    const isKnown = entries.has(`${uid} `)
    if (!isKnown && (method === 'CANCEL' || recurrenceId !== null)) strays.push(`${method} ${name}`)
    const version: Kept = { sequence: Number(event.getFirstPropertyValue('sequence')), stamp: String(event.getFirstPropertyValue('dtstamp')), lines: event.toString() }
    const known = entries.get(name)
    if (known && (known.sequence > version.sequence || (known.sequence === version.sequence && known.stamp >= version.stamp))) return
    // The whole comes with all of its exceptions.
    if (recurrenceId === null) for (const key of [...entries.keys()]) if (key.startsWith(`${uid} `)) entries.delete(key)
    if (method !== 'CANCEL' || recurrenceId !== null) entries.set(name, version)
  }

  return {
    strays,
    take (...mails) {
      for (const text of mails.flatMap(({ calendars }) => calendars)) {
        const { method, calendar, events } = readCalendar(text)
        for (const zone of calendar.getAllSubcomponents('vtimezone')) zones.set(String(zone.getFirstPropertyValue('tzid')), zone.toString())
        for (const event of events) takeEvent(method, event)
      }
    },
    shown () {
      const lines = [...zones.values(), ...[...entries.values()].map(entry => entry.lines)]
      if (lines.length === 0) return []
      return readCalendar(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n')).shown.filter(({ status }) => status !== 'CANCELLED')
    }
  }
}
