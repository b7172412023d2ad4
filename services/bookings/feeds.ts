import { createHash, randomBytes } from 'node:crypto'
import type { CallContext } from '../../shared/contract/client.ts'
import { toCalendar, type CalendarEvent } from '../../shared/domain/icalendar.ts'
import { seriesEvents } from '../../shared/domain/series-calendar.ts'
import { managesBookings } from './domain/ownership.ts'
import { dayMilliseconds, type Slot } from './domain/slot.ts'
import type { Feed } from './repository/feeds.ts'
import type { Repository } from './repository/index.ts'
import { toSchedule, type BookingRecord, type SeriesRecord } from './repository/records.ts'
import type { RoomDirectory } from './rooms.ts'

const daysBack = 90
const daysAhead = 366
const mostBookings = 2_000
const refreshMinutes = 30
const secretBytes = 32

type Place = Awaited<ReturnType<RoomDirectory['terms']>>

/** A secret that nobody guesses. */
export function createSecret (): string {
  return randomBytes(secretBytes).toString('base64url')
}

/** What is kept of a secret. It is as random as its hash, so a fast one will do. */
export function hashOf (secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Makes the calendars that programs subscribe to. */
export function calendarFeeds ({ feeds, rooms }: { feeds: Pick<Repository['feeds'], 'contentOf'>, rooms: Pick<RoomDirectory, 'terms'> }) {
  /** A feed as iCalendar, at an instant. It stays the same, to the letter, as long as nothing changes but the time of day. */
  return async (feed: Feed, now: Date, context: Pick<CallContext, 'correlationId'>): Promise<string> => {
    const today = Math.floor(now.getTime() / dayMilliseconds) * dayMilliseconds
    const range = { startsAt: new Date(today - daysBack * dayMilliseconds), endsAt: new Date(today + daysAhead * dayMilliseconds) }
    const content = await feeds.contentOf(feed, range, mostBookings)
    const last = content.bookings.at(-1)
    if (last && content.bookings.length === mostBookings) range.endsAt = new Date(last.startsAt.getTime() + 1)
    const roomIds = [...new Set([...content.bookings, ...content.series].map(({ roomId }) => roomId))]
    const places = new Map(await Promise.all(roomIds.map(async roomId => [roomId, await rooms.terms(roomId, context)] as const)))
    const showsAll = feed.roomId === null || managesBookings(feed.role)
    return toCalendar('PUBLISH', showsAll ? wholeEvents(content, places, range, now) : content.bookings.map(booking => busyEvent(booking, places)), { name: feed.name, refreshMinutes })
  }
}

export type CalendarFeeds = ReturnType<typeof calendarFeeds>

function wholeEvents ({ bookings, series }: { bookings: readonly BookingRecord[], series: readonly SeriesRecord[] }, places: ReadonlyMap<string, Place>, range: Slot, now: Date): CalendarEvent[] {
  const single = bookings.filter(({ seriesId }) => seriesId === null).map((booking): CalendarEvent => ({ ...busyEvent(booking, places), summary: booking.title, ...(booking.description !== '' && { description: booking.description }) }))
  const recurring = series.flatMap(each => seriesEvents(toSchedule(each, bookings.filter(({ seriesId }) => seriesId === each.id), now, range), roomId => locationOf(places, roomId)))
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
