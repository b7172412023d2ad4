import { createHash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { CallContext } from '../../shared/contract/client.ts'
import { toFeed, type CalendarEvent } from '../../shared/domain/icalendar.ts'
import { seriesEvents } from '../../shared/domain/series-calendar.ts'
import { managesBookings } from './domain/ownership.ts'
import { dayMilliseconds, longestBookingMilliseconds, type Slot } from './domain/slot.ts'
import type { Feed } from './repository/feeds.ts'
import type { Repository } from './repository/index.ts'
import { toSchedule, type BookingRecord, type SeriesRecord } from './repository/records.ts'
import type { RoomDirectory } from './rooms.ts'

const daysBack = 90
const daysAhead = 366
const mostBookings = 2_000
const refreshMinutes = 30
const secretBytes = 32
/** How much a process keeps: some dozens of feeds as large as they can be. */
const mostCharacters = 32_000_000

type Place = Pick<Awaited<ReturnType<RoomDirectory['terms']>>, 'name' | 'building' | 'timeZone'>

/** A secret that nobody guesses. */
export function createSecret (): string {
  return randomBytes(secretBytes).toString('base64url')
}

/** What is kept of a secret. It is as random as its hash, so a fast one will do. */
export function hashOf (secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** A feed as it was made, and what it was made of. */
interface Made { version: string, roomIds: string[], text: string, etag: string }

interface Sources {
  feeds: Pick<Repository['feeds'], 'contentOf' | 'versionOf'>
  rooms: Pick<RoomDirectory, 'terms'>
  countRead: (outcome: 'hit' | 'miss') => void
}

/** Makes the calendars that programs subscribe to. Each process keeps those that it made last, since programs ask again and again. */
export function calendarFeeds ({ feeds, rooms, countRead }: Sources) {
  const memory = new LRUCache<string, Made>({ maxSize: mostCharacters, sizeCalculation: ({ text }) => text.length })

  async function placesOf (roomIds: readonly string[], context: Pick<CallContext, 'correlationId'>): Promise<Map<string, Place>> {
    return new Map(await Promise.all(roomIds.map(async roomId => {
      const { name, building, timeZone } = await rooms.terms(roomId, context)
      return [roomId, { name, building, timeZone }] as const
    })))
  }

  /** A feed as iCalendar, at an instant. It stays the same, to the letter, as long as nothing changes but the time of day. */
  return async (feed: Feed, now: Date, context: Pick<CallContext, 'correlationId'>): Promise<Pick<Made, 'text' | 'etag'>> => {
    const today = Math.floor(now.getTime() / dayMilliseconds) * dayMilliseconds
    const range = { startsAt: new Date(today - daysBack * dayMilliseconds), endsAt: new Date(today + daysAhead * dayMilliseconds) }
    const middle = new Date(today - longestBookingMilliseconds)
    // Asked for before the content: a change in between costs a look more, and is never missed.
    const content = await feeds.versionOf(feed, range, middle, mostBookings)
    const versionWith = (places: ReadonlyMap<string, Place>): string => JSON.stringify([today, content, [...places]])

    const held = memory.get(feed.id)
    if (held && held.version === versionWith(await placesOf(held.roomIds, context))) {
      countRead('hit')
      return held
    }
    countRead('miss')
    const { bookings, series } = await feeds.contentOf(feed, range, middle, mostBookings)
    const roomIds = [...new Set([...bookings, ...series].map(({ roomId }) => roomId))]
    const places = await placesOf(roomIds, context)
    const shown = shownRange(bookings, range, middle)
    const events = feed.roomId === null || managesBookings(feed.role)
      ? wholeEvents({ bookings, series }, places, shown, now)
      : bookings.map(booking => busyEvent(booking, places))
    const text = toFeed({ name: feed.name, description: describe(bookings), refreshMinutes }, events)
    const made = { version: versionWith(places), roomIds, text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` }
    memory.set(feed.id, made)
    return made
  }
}

export type CalendarFeeds = ReturnType<typeof calendarFeeds>

/** The part of the range that is shown: there may be more bookings before it, after it, or both. */
function shownRange (bookings: readonly BookingRecord[], range: Slot, middle: Date): Slot {
  const [first, last] = [bookings[0], bookings.at(-1)]
  if (!first || !last || bookings.length < mostBookings) return range
  const endsWithin = first.startsAt >= middle
  return { startsAt: first.startsAt, endsAt: endsWithin ? new Date(last.startsAt.getTime() + 1) : range.endsAt }
}

function describe (bookings: readonly BookingRecord[]): string {
  const [first, last] = [bookings[0], bookings.at(-1)]
  if (!first || !last || bookings.length < mostBookings) return `Bookings from ${daysBack} days ago to ${daysAhead} days ahead.`
  const [from, to] = [first, last].map(({ startsAt }) => startsAt.toISOString().slice(0, '2026-03-02'.length))
  return `Only ${mostBookings} bookings fit into this calendar: those from ${from} to ${to}. Others are left out.`
}

function wholeEvents ({ bookings, series }: { bookings: readonly BookingRecord[], series: readonly SeriesRecord[] }, places: ReadonlyMap<string, Place>, range: Slot, now: Date): CalendarEvent[] {
  const single = bookings.filter(({ seriesId }) => seriesId === null).map((booking): CalendarEvent => ({ ...busyEvent(booking, places), summary: booking.title, ...(booking.description !== '' && { description: booking.description }) }))
  const occurrences = new Map(series.map(({ id }) => [id, [] as BookingRecord[]]))
  for (const booking of bookings) if (booking.seriesId !== null) occurrences.get(booking.seriesId)?.push(booking)
  const recurring = series.flatMap(each => seriesEvents(toSchedule(each, occurrences.get(each.id) ?? [], now, range), roomId => locationOf(places, roomId)))
  return [...single, ...recurring]
}

/** What everybody may know of a booking. */
function busyEvent ({ id, roomId, version, startsAt, endsAt, updatedAt }: BookingRecord, places: ReadonlyMap<string, Place>): CalendarEvent {
  return { uid: id, sequence: version, startsAt, endsAt, timeZone: places.get(roomId)?.timeZone ?? 'UTC', changedAt: updatedAt, status: 'CONFIRMED', summary: 'Busy', location: locationOf(places, roomId) }
}

function locationOf (places: ReadonlyMap<string, Place>, roomId: string): string {
  const { name, building } = places.get(roomId) as Place
  return `${name} (${building})`
}
