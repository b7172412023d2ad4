import ICAL from 'ical.js'
import { convertIcsCalendar, type IcsCalendar } from 'ts-ics'

/** One occurrence of an event, as a calendar program shows it. */
export interface Shown { uid: string, startsAt: string, endsAt: string, summary: string, location: string | undefined, status: string }

/** A calendar, read by a program that is none of ours. */
export interface ReadCalendar {
  /** Empty in feeds, which have none. */
  method: string
  calendar: ICAL.Component
  /** The components of the events, as they are written. */
  events: ICAL.Component[]
  /** What is shown: every event, those that recur with each of their occurrences. */
  shown: Shown[]
}

const mostOccurrences = 1_000

/** Reads an iCalendar object with ical.js. */
export function readCalendar (text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone as never)
  const events = calendar.getAllSubcomponents('vevent')
  const masters = events.filter(event => event.getFirstProperty('recurrence-id') === null)
  const exceptions = events.filter(event => event.getFirstProperty('recurrence-id') !== null)
  const shown = masters.flatMap(master => {
    const event = new ICAL.Event(master, { strictExceptions: true, exceptions: exceptions.filter(each => each.getFirstPropertyValue('uid') === master.getFirstPropertyValue('uid')) as never })
    if (!event.isRecurring()) return [shownOf(event, event.startDate, event.endDate)]
    const occurrences: Shown[] = []
    const iterator = event.iterator()
    for (let next = iterator.next(); next !== null && next !== undefined && occurrences.length < mostOccurrences; next = iterator.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next)
      occurrences.push(shownOf(item, startDate, endDate))
    }
    return occurrences
  })
  return { method: String(calendar.getFirstPropertyValue('method') ?? ''), calendar, events, shown: shown.sort((a, b) => a.startsAt < b.startsAt ? -1 : 1) }
}

function shownOf (event: ICAL.Event, startDate: ICAL.Time, endDate: ICAL.Time): Shown {
  return {
    uid: event.uid,
    startsAt: startDate.toJSDate().toISOString(),
    endsAt: endDate.toJSDate().toISOString(),
    summary: event.summary,
    location: event.location,
    status: String(event.component.getFirstPropertyValue('status'))
  }
}

/**
 * Reads an iCalendar object with ts-ics, which knows nothing of ical.js. Its zones get names that no program knows, so that it goes by
 * their definitions.
 */
export function readWithTsIcs (text: string): IcsCalendar {
  const zones = [...text.matchAll(/^TZID:(.+)\r$/gm)].map(([, name]) => name as string).filter(name => name !== 'UTC')
  const renamed = zones.reduce((before, name, index) => before.replaceAll(`TZID:${name}\r`, `TZID:Zone${index}\r`).replaceAll(`TZID=${name}:`, `TZID=Zone${index}:`), text)
  return convertIcsCalendar(undefined, renamed)
}
