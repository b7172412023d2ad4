import type { CalendarFeed } from '../../../shared/contract/generated/bookings.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'
import { createSecret, hashOf } from '../feeds.ts'
import type { Feed } from '../repository/feeds.ts'
import type { BookingsHandlers, Needs } from './needs.ts'

type Operations = Pick<BookingsHandlers, 'createCalendarFeed' | 'getCalendarFeed' | 'listCalendarFeeds' | 'revokeCalendarFeed' | 'getCalendar'>

const maxAgeSeconds = 300

/** Feeds for calendar programs. */
export function calendarHandlers ({ repository, rooms, calendarOf, publicUrl }: Pick<Needs, 'repository' | 'rooms' | 'calendarOf' | 'publicUrl'>): Operations {
  return {
    async createCalendarFeed ({ body: { name, roomId = null } }, { caller, correlationId, attempt }) {
      const room = roomId === null ? undefined : await rooms.terms(roomId, { correlationId })
      const secret = createSecret()
      const url = `${publicUrl.replace(/\/$/, '')}/api/v1/calendars/${secret}`
      return await repository.feeds.create({ userId: caller.id, role: caller.role, roomId, name: name ?? room?.name ?? 'My bookings' }, hashOf(secret), attempt, feed => ({ ...toCalendarFeed(feed), url }))
    },

    async getCalendarFeed ({ params: { feedId } }, { caller }) {
      const feed = await repository.feeds.findOwn(caller.id, feedId)
      if (!feed) throw noSuchFeed(feedId)
      return toCalendarFeed(feed)
    },

    async listCalendarFeeds ({ query: { limit, cursor } }, { caller }) {
      const { items, nextCursor } = await repository.feeds.list(caller.id, limit, cursor)
      return { items: items.map(toCalendarFeed), nextCursor }
    },

    async revokeCalendarFeed ({ params: { feedId } }, { caller }) {
      if (!await repository.feeds.end(caller.id, feedId)) throw noSuchFeed(feedId)
    },

    async getCalendar ({ params: { secret } }, { correlationId, reply }) {
      const feed = await repository.feeds.find(hashOf(secret.replace(/\.ics$/, '')))
      if (!feed) throw new Refusal('calendar.not_found', 'There is no such calendar feed, or it has ended. Make a new one with createCalendarFeed.')
      const { text, etag } = await calendarOf(feed, new Date(), { correlationId })
      reply.header('etag', etag)
      reply.header('cache-control', `private, max-age=${maxAgeSeconds}`)
      return text
    }
  }
}

function noSuchFeed (id: string): Refusal {
  return new Refusal('calendar.not_found', `You have no calendar feed ${id}. listCalendarFeeds tells which there are.`)
}

function toCalendarFeed ({ id, name, roomId, createdAt }: Feed): CalendarFeed {
  return { id, name, roomId, createdAt: createdAt.toISOString() }
}
