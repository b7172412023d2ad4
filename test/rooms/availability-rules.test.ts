import fc from 'fast-check'
import { t } from '../support/suite.ts'
import type { OpeningHours } from '../../shared/contract/generated/rooms.schemas.ts'
import { busyWithin, isOpenFor, isUnbooked, type Calendar } from '../../services/rooms/domain/availability.ts'
import { usualPolicy } from '../../services/rooms/domain/defaults.ts'
import { gapsWithin, type Interval } from '../../services/rooms/domain/interval.ts'
import { openWithin } from '../../shared/domain/opening-hours.ts'
import { seedOf } from '../support/random.ts'

const minute = 60_000
const day = 1440
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Zones, and days around which their clocks change: forward, back, and not at all. */
const scenes = [
  ['Europe/Berlin', '2026-03-29'], ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'], ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-10-04'], ['Australia/Lord_Howe', '2026-04-05'],
  ['Asia/Kathmandu', '2026-03-29'],
  // Here the clocks go forward at midnight: the day has no 00:00.
  ['Africa/Cairo', '2026-04-24']
] as const
const windowDays = 8

/** The wall clock of a zone, minute by minute, as Intl shows it: the reference knows no other source of local time. */
function wallClock (timeZone: string, middle: string): { start: number, walls: string[] } {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const start = Date.parse(`${middle}T00:00:00Z`) - (windowDays / 2) * day * minute
  return { start, walls: Array.from({ length: windowDays * day }, (_, index) => format.format(start + index * minute)) }
}
const clocks = scenes.map(([timeZone, middle]) => {
  const { start, walls } = wallClock(timeZone, middle)
  return { timeZone, start, walls, first: new Map(walls.map((wall, index) => [wall, index] as const).reverse()), last: new Map(walls.map((wall, index) => [wall, index])) }
})
type Clock = typeof clocks[number]
// A counterexample shows the number of the scene instead of its minutes.
for (const [index, clock] of clocks.entries()) Object.assign(clock, { [fc.toStringMethod]: () => `clocks[${index}]` })

/** The minute of the window at which a local time is first shown; when it is skipped, as many minutes after the last shown one as it is later. */
function minuteOf ({ first, last }: Clock, date: string, time: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`)
  const wall = (back: number): string => new Date(wanted - back * minute).toISOString().slice(0, 16).replace('T', ' ')
  const shown = first.get(wall(0))
  if (shown !== undefined) return shown
  for (let back = 1; back <= 180; back++) {
    const before = last.get(wall(back))
    if (before !== undefined) return before + back
  }
  return -1
}

interface Scene { clock: Clock, hours: OpeningHours, closures: Array<[number, number]>, bookings: Array<[number, number]>, bufferMinutes: number, until: number | null, status: 'available' | 'maintenance', range: [number, number] }

/** What is said of each minute, painted from the weakest reason to the strongest. */
function paint ({ clock, hours, closures, bookings, bufferMinutes, until, status }: Scene): string[] {
  const length = clock.walls.length
  const minutes: string[] = new Array<string>(length).fill('free')
  const fill = (from: number, to: number, value: string): void => { for (let at = Math.max(0, from); at < Math.min(length, to); at++) minutes[at] = value }
  for (const [from, to] of bookings) fill(from - bufferMinutes, to + bufferMinutes, 'buffer')
  const isOpen = new Uint8Array(length)
  const dates = [...new Set(clock.walls.map(wall => wall.slice(0, 10)))]
  for (const date of dates) {
    const hour = hours[weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] as typeof weekdays[number]]
    if (!hour) continue
    const next = new Date(Date.parse(`${date}T00:00:00Z`) + day * minute).toISOString().slice(0, 10)
    const opens = minuteOf(clock, date, hour.opens)
    const closes = hour.closes === '24:00' ? minuteOf(clock, next, '00:00') : minuteOf(clock, date, hour.closes)
    if (opens >= 0 && closes >= 0 && opens < closes) isOpen.fill(1, opens, closes)
  }
  for (let at = 0; at < length; at++) if (isOpen[at] === 0) minutes[at] = 'outside_opening_hours'
  for (const [from, to] of closures) fill(from, to, 'closed')
  if (status !== 'available') fill(0, until ?? length, 'unavailable')
  for (const [from, to] of bookings) fill(from, to, 'booked')
  return minutes
}

const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 10, 15, 30, 45, 59)).map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`)
const dayHours = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant({ opens: '00:00', closes: '24:00' }) },
  { weight: 4, arbitrary: fc.tuple(time, fc.oneof(time, fc.constant('24:00'))).filter(([opens, closes]) => opens < closes).map(([opens, closes]) => ({ opens, closes })) },
  // In the hours in which clocks change.
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('00:00', '00:30', '01:30', '01:45', '02:00', '02:15'), fc.constantFrom('02:10', '02:30', '02:45', '03:00', '03:15', '09:00')).filter(([opens, closes]) => opens < closes).map(([opens, closes]) => ({ opens, closes })) }
)
// The first and last two days are left alone, so that what reaches beyond the window needs no care.
const inner = fc.integer({ min: 2 * day, max: (windowDays - 2) * day })
const interval = fc.tuple(inner, fc.integer({ min: 1, max: day })).map(([from, length]): [number, number] => [from, from + length])
const scene = fc.record({
  clock: fc.constantFrom(...clocks),
  hours: fc.record(Object.fromEntries(weekdays.map(weekday => [weekday, dayHours])) as Record<typeof weekdays[number], typeof dayHours>),
  closures: fc.array(interval, { maxLength: 4 }),
  bookings: fc.array(interval, { maxLength: 12 }).map(all => {
    const apart: Array<[number, number]> = []
    for (const [from, to] of all.sort(([one], [other]) => one - other)) if ((apart.at(-1)?.[1] ?? 0) <= from) apart.push([from, to])
    return apart
  }),
  bufferMinutes: fc.constantFrom(0, 0, 5, 15, 240),
  until: fc.option(inner),
  status: fc.constantFrom('available' as const, 'available' as const, 'maintenance' as const),
  range: interval
})

function calendarOf ({ clock, hours, closures, bookings, bufferMinutes, until, status }: Scene, range: Interval): Calendar {
  const toInterval = ([from, to]: [number, number]): Interval => ({ startsAt: clock.start + from * minute, endsAt: clock.start + to * minute })
  return {
    room: { status, statusReason: null, statusUntil: status === 'available' || until === null ? null : new Date(clock.start + until * minute).toISOString(), policy: { ...usualPolicy, bufferMinutes } },
    open: openWithin(hours, clock.timeZone, range),
    closed: closures.map(closure => ({ ...toInterval(closure), reason: 'Painting' })),
    booked: bookings.map(toInterval)
  }
}

t.test('busy and free times are those of a reference that goes minute by minute, around every change of the clocks', async t => {
  const seed = seedOf(t)
  let reasons = new Set<string>()
  fc.assert(fc.property(scene, scene => {
    const { clock, range: [from, to], bookings, bufferMinutes } = scene
    const range = { startsAt: clock.start + from * minute, endsAt: clock.start + to * minute }
    const calendar = calendarOf(scene, range)
    const expected = paint(scene).slice(from, to)
    reasons = new Set([...reasons, ...expected])

    const busy = busyWithin(calendar, range)
    const shown = new Array<string>(to - from).fill('unsaid')
    const write = ({ startsAt, endsAt }: Interval, reason: string): void => {
      if (startsAt >= endsAt) throw new Error('an interval is empty')
      for (let at = (startsAt - range.startsAt) / minute; at < (endsAt - range.startsAt) / minute; at++) {
        if (shown[at] !== 'unsaid') throw new Error(`minute ${at} is told twice`)
        shown[at] = reason
      }
    }
    for (const interval of busy) write(interval, interval.reason)
    for (const gap of gapsWithin(busy, range)) write(gap, 'free')
    const wrong = expected.findIndex((reason, at) => shown[at] !== reason)
    if (wrong >= 0) throw new Error(`minute ${wrong}, ${clock.walls[from + wrong]} in ${clock.timeZone}: ${shown[wrong]} instead of ${expected[wrong]}`)

    // A booking also keeps its own buffer, so it needs more than free minutes: no booking may begin within the buffer after it.
    const canBook = expected.every(reason => reason === 'free') && !bookings.some(([start, end]) => start < to + bufferMinutes && from < end + bufferMinutes)
    const says = isOpenFor(calendar, range) && isUnbooked(calendar.room, calendar.booked, range)
    if (says !== canBook) throw new Error(`can be booked: ${says} instead of ${canBook}`)
  }), { seed, numRuns: 3000 })
  t.same([...reasons].sort(), ['booked', 'buffer', 'closed', 'free', 'outside_opening_hours', 'unavailable'], 'every reason was met')
})

t.test('a slot can be booked exactly when every minute of it is free', async t => {
  const seed = seedOf(t)
  let bookable = 0
  fc.assert(fc.property(scene, fc.integer({ min: 1, max: 90 }), (scene, length) => {
    const minutes = paint(scene)
    const { clock, range: [from], bookings, bufferMinutes } = scene
    const [start, end] = [from, from + length]
    const slot = { startsAt: clock.start + start * minute, endsAt: clock.start + end * minute }
    const calendar = calendarOf(scene, slot)
    const expected = minutes.slice(start, end).every(reason => reason === 'free') && !bookings.some(([first, last]) => first < end + bufferMinutes && start < last + bufferMinutes)
    if (expected) bookable++
    const says = isOpenFor(calendar, slot) && isUnbooked(calendar.room, calendar.booked, slot)
    if (says !== expected) throw new Error(`${clock.walls[start]} in ${clock.timeZone}, ${length} minutes: ${says} instead of ${expected}`)
  }), { seed, numRuns: 3000 })
  t.ok(bookable > 200, `${bookable} slots could be booked`)
})

t.test('opening hours are right on the days on which clocks change', async t => {
  const all = (day: OpeningHours['monday']): OpeningHours => ({ monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day })
  const open = (timeZone: string, date: string, opens: string, closes: string): string[] => openWithin(all({ opens, closes }), timeZone, { startsAt: Date.parse(`${date}T00:00:00Z`) - 12 * 3_600_000, endsAt: Date.parse(`${date}T00:00:00Z`) + 36 * 3_600_000 })
    .flatMap(({ startsAt, endsAt }) => [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()])
  t.same(open('Europe/Berlin', '2026-03-29', '02:30', '05:00').filter(at => at.startsWith('2026-03-29')), ['2026-03-29T01:30:00.000Z', '2026-03-29T03:00:00.000Z'], '02:30 does not exist and is 03:30')
  t.same(open('Europe/Berlin', '2026-10-25', '02:30', '05:00').filter(at => at.startsWith('2026-10-25')), ['2026-10-25T00:30:00.000Z', '2026-10-25T04:00:00.000Z'], 'the first of two 02:30')
  t.same(open('Australia/Lord_Howe', '2026-10-04', '02:15', '09:00').filter(at => at > '2026-10-03T12' && at < '2026-10-04T12'), ['2026-10-03T15:45:00.000Z', '2026-10-03T22:00:00.000Z'], 'a gap of half an hour')
  t.same(open('Asia/Kathmandu', '2026-03-29', '09:00', '17:00').filter(at => at.startsWith('2026-03-29')), ['2026-03-29T03:15:00.000Z', '2026-03-29T11:15:00.000Z'])
  t.same(open('Europe/Berlin', '2026-03-29', '00:00', '24:00'), ['2026-03-28T12:00:00.000Z', '2026-03-30T12:00:00.000Z'], 'days that meet at midnight are one interval')
})
