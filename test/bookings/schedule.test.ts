import fc from 'fast-check'
import { t } from '../support/suite.ts'
import { v7 as uuid } from 'uuid'
import { localTime, occurrencesOf, type PlannedSlot } from '../../services/bookings/domain/recurrence.ts'
import { parseRule } from '../../services/bookings/domain/recurrence-rule.ts'
import type { Slot } from '../../services/bookings/domain/slot.ts'
import { toSchedule, type BookingRecord, type SeriesRecord } from '../../services/bookings/repository/records.ts'
import type { BookingStatus } from '../../shared/contract/generated/bookings.schemas.ts'
import { toInvitation } from '../../shared/domain/icalendar.ts'
import { seriesEvents } from '../../shared/domain/series-calendar.ts'
import { readCalendar } from '../support/calendar.ts'
import { seedOf } from '../support/random.ts'
import { clock, commonRule, firstDay, zone } from './recurrences.ts'

const hour = 3_600_000
const past = new Date('2020-01-01T00:00:00Z')
const now = new Date('2025-12-01T00:00:00Z')

function seriesOf (recurrence: string, { startsAt, endsAt }: Slot, timeZone: string): SeriesRecord {
  return { id: uuid(), roomId: uuid(), userId: uuid(), title: 'Weekly', description: '', startsAt, endsAt, timeZone, startTime: localTime(startsAt, timeZone), recurrence, excludedStarts: [], attendeeCount: null, attendees: [], status: 'active', cancellationReason: null, splitFromSeriesId: null, version: 1, createdAt: past, updatedAt: past }
}

function bookingOf (series: SeriesRecord, { startsAt, endsAt, date = null }: Slot & { date?: string | null }, status: BookingStatus, changes: Partial<BookingRecord> = {}): BookingRecord {
  const { roomId, userId, title, description, attendeeCount, attendees, id: seriesId } = series
  return { id: uuid(), roomId, userId, title, description, attendeeCount, attendees, seriesId, originalStartsAt: startsAt, occurrenceDate: date, startsAt, endsAt, status, cancellationReason: null, decisionReason: null, changedByItself: false, version: 1, createdAt: past, updatedAt: past, ...changes }
}

/** What a calendar program shows of a series, beside what stands of it. */
function compare (series: SeriesRecord, bookings: BookingRecord[], range?: Slot): { shown: string[], standing: string[], text: string } {
  const text = toInvitation('REQUEST', seriesEvents(toSchedule(series, bookings, now, range), roomId => `Room ${roomId}`))
  return {
    shown: readCalendar(text).shown.filter(({ status }) => status === 'CONFIRMED').map(({ startsAt, endsAt, summary, location }) => [startsAt, endsAt, summary, location].join(' ')),
    standing: bookings.filter(({ status }) => status === 'confirmed').map(({ startsAt, endsAt, title, roomId }) => [startsAt.toISOString(), endsAt.toISOString(), title, `Room ${roomId}`].join(' ')).sort(),
    text
  }
}

const fate = fc.constantFrom('stands', 'stands', 'stands', 'stands', 'stands', 'skipped', 'cancelled', 'moved', 'shortened', 'renamed', 'elsewhere', 'pending', 'rejected')

t.test('what an independent program shows of any series is exactly its bookings', async t => {
  const seed = seedOf(t)
  fc.assert(fc.property(commonRule, zone, firstDay, clock, fc.integer({ min: 20, max: 500 }), fc.integer({ min: 15, max: 600 }), fc.array(fate, { minLength: 1, maxLength: 40 }), fc.boolean(), fc.boolean(), fc.boolean(), (text, timeZone, date, time, days, minutes, fates, isCounted, isClipped, hasMore) => {
    const start = new Date(Date.parse(`${date}T${time}:00Z`))
    const end = new Date(start.getTime() + days * 24 * hour).toISOString().slice(0, 10).replaceAll('-', '')
    const length = minutes * 60_000
    const planned = (recurrence: string, startsAt: Date): PlannedSlot[] => {
      try {
        return occurrencesOf(parseRule(recurrence), { startsAt, endsAt: new Date(startsAt.getTime() + length) }, timeZone)
      } catch {
        return []
      }
    }
    const [first] = planned(`${text};UNTIL=${end}`, start)
    fc.pre(first !== undefined && localTime(first.startsAt, timeZone) === localTime(start, timeZone))
    const untilSlots = planned(`${text};UNTIL=${end}`, first.startsAt)
    const recurrence = `${text};${isCounted ? `COUNT=${untilSlots.length}` : `UNTIL=${end}`}`
    const slots = planned(recurrence, first.startsAt)
    fc.pre(slots.length > 0 && slots[0]?.startsAt.getTime() === first.startsAt.getTime())
    const series = seriesOf(recurrence, first, timeZone)
    const bookings = slots.flatMap((slot, index): BookingRecord[] => {
      const { startsAt, endsAt } = slot
      switch (fates[index % fates.length]) {
        case 'skipped': return []
        case 'cancelled': return [bookingOf(series, slot, 'cancelled')]
        case 'pending': return [bookingOf(series, slot, 'pending')]
        case 'rejected': return [bookingOf(series, slot, 'rejected')]
        case 'moved': return [bookingOf(series, slot, 'confirmed', { startsAt: new Date(startsAt.getTime() + 5 * hour), endsAt: new Date(endsAt.getTime() + 6 * hour) })]
        case 'shortened': return [bookingOf(series, slot, 'confirmed', { endsAt: new Date(startsAt.getTime() + 60_000) })]
        case 'renamed': return [bookingOf(series, slot, 'confirmed', { title: 'Other; than, "before"\\' })]
        case 'elsewhere': return [bookingOf(series, slot, 'confirmed', { roomId: series.userId })]
        default: return [bookingOf(series, slot, 'confirmed')]
      }
    })
    // One that stayed when the rule was changed to leave it out.
    const extra = new Date(slots.at(-1)!.startsAt.getTime() + 50 * hour)
    if (hasMore) bookings.push(bookingOf(series, { startsAt: extra, endsAt: new Date(extra.getTime() + length) }, 'confirmed'))
    const range = { startsAt: slots[Math.floor(slots.length / 3)]!.startsAt, endsAt: new Date(slots[Math.floor(slots.length * 2 / 3)]!.startsAt.getTime() + 1) }
    const { shown, standing, text: calendar } = isClipped
      ? compare(series, bookings.filter(({ startsAt }) => startsAt >= range.startsAt && startsAt < range.endsAt), range)
      : compare(series, bookings)
    if (JSON.stringify(shown) !== JSON.stringify(standing)) throw new Error(`shown and not standing: ${shown.filter(each => !standing.includes(each)).join('\n')}\nstanding and not shown: ${standing.filter(each => !shown.includes(each)).join('\n')}\n${calendar}`)
  }), { numRuns: 150, seed })
})

t.test('occurrences at clock times that there are not, or twice, are shown when they are booked', async t => {
  for (const [recurrence, start, minutes] of [['FREQ=DAILY;COUNT=4', '2026-03-27T01:30:00Z', 60], ['FREQ=DAILY;COUNT=4', '2026-10-23T00:30:00Z', 60], ['FREQ=DAILY;COUNT=4', '2026-10-23T20:00:00Z', 600]] as const) {
    const startsAt = new Date(start)
    const first = { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) }
    const series = seriesOf(recurrence, first, 'Europe/Berlin')
    const bookings = occurrencesOf(parseRule(recurrence), first, 'Europe/Berlin').map(slot => bookingOf(series, slot, 'confirmed'))
    const { shown, standing } = compare(series, bookings)
    t.equal(shown.length, 4)
    t.same(shown, standing, start)
    t.same(compare(series, bookings.map((booking, index) => index === 2 ? { ...booking, status: 'cancelled' as const } : booking)).shown, standing.filter((_line, index) => index !== 2), 'without the third')
  }
})
