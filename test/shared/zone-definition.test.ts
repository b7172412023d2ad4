import ICAL from 'ical.js'
import { t } from '../support/suite.ts'
import { toFeed, toInvitation, type CalendarEvent } from '../../shared/domain/icalendar.ts'
import { zoneName } from '../../shared/domain/time-zone.ts'
import { zoneDefinition } from '../../shared/domain/zone-definition.ts'
import { readCalendar, readWithTsIcs } from '../support/calendar.ts'

const links = ['Asia/Kolkata', 'Europe/Kyiv', 'Asia/Ho_Chi_Minh', 'America/Argentina/Buenos_Aires', 'America/Nuuk', 'Africa/Asmara', 'Pacific/Kanton', 'US/Pacific', 'Etc/GMT+5', 'Etc/UTC', 'GMT', 'NZ-CHAT', 'EST5EDT']
const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), ...links])].filter(name => name !== 'UTC')
/** Noon of two days a month, of ten years. */
const noons = Array.from({ length: 10 * 24 }, (_, index) => new Date(Date.UTC(2025, Math.floor(index / 2), index % 2 === 0 ? 1 : 15, 12)).toISOString().slice(0, 19))
const hour = 3_600_000

function eventAt (startsAt: Date, timeZone: string): CalendarEvent {
  return { uid: `${timeZone} ${startsAt.toISOString()}`, sequence: 1, startsAt, endsAt: new Date(startsAt.getTime() + hour), timeZone, changedAt: new Date('2026-01-01T00:00:00Z'), status: 'CONFIRMED', summary: 'Meeting', organizer: { name: 'Rooms', email: 'rooms@example.com' } }
}

const linesOf = (timeZone: string, start: string): string[] => zoneDefinition(timeZone).filter(line => line.startsWith(start))
const count = (timeZone: string, line: string): number => zoneDefinition(timeZone).filter(each => each === line).length

t.test('zoneDefinition: an independent program has the clock of every zone of the runtime, for years', async t => {
  const wrong: string[] = []
  for (const timeZone of zones) {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(zoneDefinition(timeZone).join('\r\n')) as never))
    const runtime = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    for (const noon of noons) {
      const time = ICAL.Time.fromDateTimeString(noon)
      time.zone = zone
      if (runtime.format(time.toUnixTime() * 1000) !== noon.replace('T', ' ')) wrong.push(`${timeZone} ${noon}`)
    }
    // Seconds in offsets are read by some programs only.
    if (![...linesOf(timeZone, 'TZOFFSET')].every(line => /^TZOFFSET(FROM|TO):[+-]\d{4}$/.test(line))) wrong.push(`${timeZone}: seconds`)
    if (!linesOf(timeZone, 'DTSTART').some(line => line < 'DTSTART:20250101')) wrong.push(`${timeZone}: begins too late`)
  }
  t.same(wrong, [])
})

t.test('toInvitation and toFeed: events of every zone are read at their instants by two independent programs', async t => {
  const starts = ['2026-01-31T22:30:00Z', '2026-07-01T00:00:00Z', '2027-04-05T14:00:00Z'].map(text => new Date(text))
  const wrong: string[] = []
  for (let first = 0; first < zones.length; first += 30) {
    const some = zones.slice(first, first + 30)
    const events = starts.flatMap(start => some.map(timeZone => eventAt(start, timeZone)))
    for (const text of [toInvitation('REQUEST', events), toInvitation('CANCEL', events), toFeed({ name: 'Mine', description: 'All', refreshMinutes: 30 }, events)]) {
      const ofIcalJs = new Map(readCalendar(text).shown.map(({ uid, startsAt, endsAt }) => [uid, `${startsAt} ${endsAt}`]))
      const ofTsIcs = new Map(readWithTsIcs(text).events?.map(({ uid, start, end }) => [uid, `${start.date.toISOString()} ${end?.date.toISOString()}`]))
      for (const { uid, startsAt, endsAt } of events) {
        const expected = `${startsAt.toISOString()} ${endsAt.toISOString()}`
        if (ofIcalJs.get(uid) !== expected) wrong.push(`ical.js: ${uid} at ${ofIcalJs.get(uid)}`)
        if (ofTsIcs.get(uid) !== expected) wrong.push(`ts-ics: ${uid} at ${ofTsIcs.get(uid)}`)
      }
      const defined = [...text.matchAll(/^TZID:(.+)\r$/gm)].map(([, name]) => name)
      if (defined.join() !== some.join()) wrong.push(`${some[0]} and so on: ${defined.join()}`)
    }
  }
  t.same(wrong, [])
})

t.test('zoneDefinition: one STANDARD and one DAYLIGHT with a yearly rule where the zone has one, single changes elsewhere', async t => {
  t.same(zoneDefinition('Europe/Berlin'), [
    'BEGIN:VTIMEZONE', 'TZID:Europe/Berlin',
    'BEGIN:DAYLIGHT', 'DTSTART:20200329T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT',
    'BEGIN:STANDARD', 'DTSTART:20201025T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
    'END:VTIMEZONE'
  ])
  t.same(linesOf('America/New_York', 'RRULE'), ['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU'])
  t.same(zoneDefinition('Asia/Dubai').slice(2, -1), ['BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0400', 'TZOFFSETTO:+0400', 'END:STANDARD'])
  for (const timeZone of zones) {
    const rules = linesOf(timeZone, 'RRULE').length
    t.ok(rules === 0 || rules === 2, timeZone)
    const runtime = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    const offsets = Array.from({ length: 24 }, (_, index) => runtime.formatToParts(Date.UTC(2030, Math.floor(index / 2), index % 2 === 0 ? 1 : 15)).at(-1)?.value)
    const changes = new Set(offsets).size > 1
    if (rules === 0 && changes) t.match(timeZone, /^(Africa\/(Casablanca|El_Aaiun)|Asia\/(Gaza|Hebron))$/, 'zones that go by Ramadan')
    if (rules === 0 && !changes) t.same([count(timeZone, 'BEGIN:STANDARD'), count(timeZone, 'BEGIN:DAYLIGHT')], [1, 0], timeZone)
  }
  t.ok(count('Africa/Casablanca', 'BEGIN:STANDARD') > 10)
})

t.test('toFeed: without events there is a time zone, without a method there is no organizer to miss', async t => {
  const text = toFeed({ name: 'Empty', description: 'Nothing', refreshMinutes: 30 }, [])
  t.equal(readCalendar(text).calendar.getAllSubcomponents('vtimezone').length, 1)
  t.equal(readCalendar(text).method, '')
  t.match(readWithTsIcs(text), { timezones: [{ id: 'UTC' }] })
})

t.test('zoneName: every zone in IANA\'s spelling, however it is typed; links keep their names', async t => {
  for (const name of [...zones, 'UTC', 'America/Port_of_Spain', 'America/Port-au-Prince', 'Antarctica/DumontDUrville', 'Antarctica/McMurdo', 'Africa/Dar_es_Salaam', 'Australia/NSW', 'America/Knox_IN', 'GB-Eire', 'PST8PDT']) {
    t.equal(zoneName(name.toLowerCase()), name)
    t.equal(zoneName(name.toUpperCase()), name)
  }
  t.equal(zoneName('Europe/Atlantis'), 'Europe/Atlantis', 'a zone that this runtime does not know stays as it is stored')
})
