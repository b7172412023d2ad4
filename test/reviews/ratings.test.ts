import { t } from '../support/suite.ts'
import { v7 as uuid } from 'uuid'
import { createRepository } from '../../services/reviews/repository/index.ts'
import { RemoteError } from '../../shared/contract/client.ts'
import type { ModerationAction, ReviewStatus } from '../../shared/contract/generated/reviews.schemas.ts'
import { randomOf } from '../../scripts/test/random.ts'
import { seedOf } from '../support/random.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'
import { newRoom, refused, visit } from './visits.ts'

let system: TestSystem
let people: Person[]
let manager: Person
let moderator: Person
t.before(async () => {
  system = await testSystem(t)
  ;[manager, moderator, ...people] = await Promise.all([system.person('facility_manager'), system.person('moderator'), ...Array.from({ length: 12 }, async () => await system.person())]) as [Person, Person, ...Person[]]
})

const today = (): string => new Date().toISOString().slice(0, 10)
const ratingOf = async (roomId: string) => await system.reviews.getRoomRating({ params: { roomId } }, people[0])

interface Stored { id: string, room_id: string, rating: number, status: ReviewStatus, created_at: Date }

/** What reviews come to, counted one by one. */
function counted (reviews: Stored[]) {
  const listed = reviews.filter(({ status }) => status === 'published' || status === 'approved')
  const average = (some: Stored[]): number | null => some.length === 0 ? null : Math.round(some.reduce((sum, { rating }) => sum + rating, 0) / some.length * 100) / 100
  const days = [...new Set(listed.map(review => review.created_at.toISOString().slice(0, 10)))].sort()
  return {
    ratingAverage: average(listed),
    ratingCount: listed.length,
    distribution: [5, 4, 3, 2, 1].map(stars => ({ stars, count: listed.filter(({ rating }) => rating === stars).length })),
    trend: days.map(date => {
      const some = listed.filter(review => review.created_at.toISOString().startsWith(date))
      return { date, ratingAverage: average(some), ratingCount: some.length }
    }),
    lastReviewAt: listed.map(review => review.created_at.toISOString()).sort().at(-1) ?? null
  }
}

t.test('ratings equal a full recount after thousands of changes in parallel on two instances', async t => {
  const seed = seedOf(t)
  const random = randomOf(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item
  const building = `Random ${seed}`
  const rooms = await Promise.all(Array.from({ length: 4 }, async () => await newRoom(system, manager, building)))
  for (const room of rooms) await visit(system, room, ...people)
  const bases = [system.urls.reviews, await system.anotherInstance('reviews')]
  const slots = rooms.flatMap(roomId => people.map(author => ({ roomId, author, reviewId: undefined as string | undefined })))
  const outcomes: Record<string, number> = {}

  const send = async (person: Person, method: string, path: string, body?: object): Promise<{ id: string } | undefined> => {
    const { status, json } = await system.send(pick(bases), path, { method, token: person.token, ...(body && { body }) })
    const outcome = `${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')} ${status}`
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    if (status >= 500) throw new Error(outcome)
    return json
  }
  const change = async (): Promise<void> => {
    const slot = pick(slots)
    const { roomId, author, reviewId } = slot
    const review = `/api/v1/reviews/${reviewId ?? ''}`
    const choice = random(20)
    if (reviewId === undefined || choice < 1) slot.reviewId = (await send(author, 'POST', '/api/v1/reviews', { roomId, rating: random(5) + 1 }))?.id ?? slot.reviewId
    else if (choice < 7) await send(author, 'PATCH', review, { rating: random(5) + 1, title: `Edit ${random(100)}` })
    else if (choice < 10) await send(pick(people), 'POST', `${review}/flags`, { reason: 'other' })
    else if (choice < 14) await send(moderator, 'POST', `${review}/moderation`, { action: pick<ModerationAction>(['approve', 'restore', 'reject', 'remove']) })
    else if (choice < 16) await send(pick(people), pick(['PUT', 'DELETE']), `${review}/helpful`)
    else if (await send(choice < 17 ? author : moderator, 'DELETE', review) === undefined && slot.reviewId === reviewId) slot.reviewId = undefined
  }
  const operations = Number(process.env['OPERATIONS'] ?? 2_000)
  let left = operations
  await Promise.all(Array.from({ length: 24 }, async () => {
    while (left-- > 0) await change()
  }))
  t.comment(JSON.stringify(outcomes))
  for (const outcome of ['POST /api/v1/reviews 201', 'PATCH /api/v1/reviews/… 200', 'DELETE /api/v1/reviews/… 204', 'POST /api/v1/reviews/…/flags 201', 'POST /api/v1/reviews/…/moderation 200']) t.ok((outcomes[outcome] ?? 0) > operations / 40, outcome)

  const [rows] = await system.sql.reviews.query('SELECT id, room_id, rating, status, created_at FROM review WHERE live = 1 AND room_id IN (?)', [rooms])
  const stored = rows as Stored[]
  for (const roomId of rooms) t.match(await ratingOf(roomId), { roomId, ...counted(stored.filter(review => review.room_id === roomId)) })
  const statistics = await system.reviews.getReviewStatistics({ query: { building } }, manager)
  t.match(statistics, counted(stored))
  t.equal(statistics.reviewCount, stored.length)
  for (const { status, count } of statistics.statuses) t.equal(count, stored.filter(review => review.status === status).length, status)

  const [events] = await system.sql.reviews.query("SELECT event FROM outbox WHERE type LIKE 'review.%' ORDER BY sequence")
  for (const roomId of rooms) {
    const ratings = (events as Array<{ event: string }>).map(({ event }) => (JSON.parse(event) as { data: any }).data).filter(data => data.roomId === roomId).map(data => data.roomRating)
    t.ok(ratings.every(({ ratingVersion }, index) => index === 0 || ratingVersion > ratings[index - 1].ratingVersion), 'the version of the rating rises from event to event')
    const { ratingAverage, ratingCount } = counted(stored.filter(review => review.room_id === roomId))
    t.match(ratings.at(-1), { ratingAverage, ratingCount }, 'the last event tells the rating as it is')
  }
  const [wrong] = await system.sql.reviews.query(`SELECT id FROM review WHERE helpful_count <> (SELECT COUNT(*) FROM review_helpful_mark WHERE review_id = id)
    OR open_flag_count <> (SELECT COUNT(*) FROM review_flag WHERE review_id = review.id AND resolved_at IS NULL) OR (flagged_since IS NULL) <> (open_flag_count = 0)`)
  t.same(wrong, [], 'marks and open flags are counted right')
})

t.test('getRoomRating shows the days of the last 90, and edits count on the day on which the review was written', async t => {
  const roomId = await newRoom(system, manager)
  const [old, older, oldest] = people as [Person, Person, Person]
  await visit(system, roomId, old, older, oldest)
  const ids: string[] = []
  for (const [person, days] of [[oldest, 90], [older, 89], [old, 0]] as const) {
    const { id } = await system.reviews.createReview({ body: { roomId, rating: 4 } }, person)
    ids.push(id)
    await system.sql.reviews.query('UPDATE review SET created_at = created_at - INTERVAL ? DAY WHERE id = ?', [days, id])
    await system.sql.reviews.query('UPDATE room_rating_day SET day = day - INTERVAL ? DAY WHERE room_id = ? AND day = ?', [days, roomId, today()])
  }
  const day = new Date(Date.now() - 89 * 86_400_000).toISOString().slice(0, 10)
  await system.reviews.updateReview({ params: { reviewId: ids[1] ?? '' }, body: { rating: 1 } }, older)
  await system.reviews.updateReview({ params: { reviewId: ids[0] ?? '' }, body: { rating: 1 } }, oldest)
  t.match(await ratingOf(roomId), { ratingAverage: 2, ratingCount: 3, trend: [{ date: day, ratingAverage: 1, ratingCount: 1 }, { date: today(), ratingAverage: 4, ratingCount: 1 }] })
  await system.reviews.deleteReview({ params: { reviewId: ids[1] ?? '' } }, older)
  t.same((await ratingOf(roomId)).trend.map(({ date }) => date), [today()])
})

t.test('getRoomRating of a room without reviews, and of no room', async t => {
  const roomId = await newRoom(system, manager)
  const none = { roomId, ratingAverage: null, ratingCount: 0, distribution: [5, 4, 3, 2, 1].map(stars => ({ stars, count: 0 })), trend: [], lastReviewAt: null }
  t.same(await ratingOf(roomId), none)
  await visit(system, roomId, people[0] as Person)
  const { id } = await system.reviews.createReview({ body: { roomId, rating: 5 } }, people[0])
  t.match(await ratingOf(roomId), { ratingAverage: 5, ratingCount: 1 }, 'the cache knows of the change')
  await system.reviews.deleteReview({ params: { reviewId: id } }, people[0])
  t.same(await ratingOf(roomId), none)
  t.equal(await refused(ratingOf(uuid())), '404 room.not_found')
})

/** Fills a room with reviews, past the service, and returns its id. */
async function fill (count: number): Promise<string> {
  const roomId = uuid()
  for (let done = 0; done < count; done += 2_000) {
    const rows = Array.from({ length: Math.min(2_000, count - done) }, (_, index) => [uuid(), roomId, uuid(), uuid(), index % 5 + 1, 'published', 1, 1, 1, new Date(), new Date()])
    await system.sql.reviews.query('INSERT INTO review (id, room_id, user_id, booking_id, rating, status, listed, live, version, created_at, updated_at) VALUES ?', [rows])
  }
  await system.sql.reviews.query(`INSERT INTO room_rating (room_id, stars_1, stars_2, stars_3, stars_4, stars_5, rating_count, average_hundredths, published_count, last_review_at, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, 300, ?, ?, 1)`, [roomId, ...Array.from({ length: 5 }, () => count / 5), count, count, new Date()])
  await system.sql.reviews.query('INSERT INTO room_rating_day (room_id, day, rating_count, rating_sum) VALUES (?, ?, ?, ?)', [roomId, today(), count, count * 3])
  return roomId
}

/** How many rows and index entries the server reads for some work of the repository, and what came of it. */
async function readsOf<Result> (work: (repository: ReturnType<typeof createRepository>) => Promise<Result>): Promise<{ reads: number, result: Result }> {
  const { database, outbox, idempotency } = system.apps.reviews
  return await database.transaction(async connection => {
    const counter = async (): Promise<number> => (await connection.rows<{ Value: string }>("SHOW SESSION STATUS LIKE 'Handler_read%'")).reduce((sum, { Value }) => sum + Number(Value), 0)
    const repository = createRepository({
      database: { ...connection, transaction: async inner => await inner(connection) },
      cache: { read: async (_subject, _part, _seconds, load) => await load(), follow: (_subject, _part, _seconds, refresh) => async () => await refresh(undefined), invalidate: async () => {} },
      outbox,
      idempotency
    }, { flagsToHide: 3 })
    const none = -await counter() + await counter()
    const before = await counter()
    const result = await work(repository)
    return { reads: await counter() - before - none, result }
  })
}

t.test('ratings and reviews of a room cost as much to read with 10 reviews as with 20,000, and however many there are of other rooms', async t => {
  const [few, many] = [await fill(10), await fill(20_000)]
  await system.sql.reviews.query('ANALYZE TABLE review')
  const rating = async (roomId: string) => await readsOf(async ({ ratings }) => await ratings.find(roomId, new Date()))
  const [ofFew, ofMany] = [await rating(few), await rating(many)]
  t.match([ofFew.result, ofMany.result], [{ ratingCount: 10 }, { ratingCount: 20_000 }])
  t.equal(ofMany.reads, ofFew.reads)
  t.ok(ofMany.reads < 20, `${ofMany.reads} rows and index entries`)

  for (const sort of ['newest', 'rating', 'helpful'] as const) {
    for (const [roomId, count] of [[few, 10], [many, 20], [undefined, 20]] as const) {
      const list = await readsOf(async ({ reviews }) => await reviews.page({ listedOnly: true, sort, limit: 20, ...(roomId && { roomId }) }))
      t.equal(list.result.items.length, count)
      t.ok(list.reads <= 50, `${sort}: ${list.reads} rows and index entries for ${count} reviews`)
    }
  }
  const [[review]] = await system.sql.reviews.query('SELECT id FROM review WHERE room_id = ? LIMIT 1', [few]) as unknown as [[{ id: string }]]
  const hidden = await readsOf(async ({ moderation }) => await moderation.moderate(review.id, () => {}, { action: 'reject' }, { actorId: moderator.user.id, correlationId: 'test-correlation', attempt: undefined }))
  t.equal(hidden.result?.status, 'rejected')
  t.ok(hidden.reads <= 20, `moderateReview: ${hidden.reads} rows and index entries`)
})

t.test('listRoomRatings sorts, pages, and knows the rooms of a building', async t => {
  const [north, south] = [`North ${uuid()}`, `South ${uuid()}`]
  const rooms: string[] = []
  for (const building of [north, north, north, south]) rooms.push(await newRoom(system, manager, building))
  for (const [index, ratings] of [[5], [4, 5], [], [4, 5, 5]].entries()) {
    const visitors = people.slice(0, ratings.length)
    if (visitors.length > 0) await visit(system, rooms[index] ?? '', ...visitors)
    for (const [place, rating] of ratings.entries()) await system.reviews.createReview({ body: { roomId: rooms[index] ?? '', rating } }, people[place])
  }
  const all = async (query: Record<string, unknown>, person: Person = people[0] as Person): Promise<string[]> => {
    const found: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await system.reviews.listRoomRatings({ query: { limit: 1, ...query, ...(cursor && { cursor }) } }, person)
      found.push(...page.items.map(({ roomId, ratingAverage, ratingCount }) => `${rooms.indexOf(roomId)}: ${ratingAverage} of ${ratingCount}`))
      cursor = page.nextCursor
    } while (cursor)
    return found
  }
  t.same(await all({ roomId: rooms }), ['0: 5 of 1', '3: 4.67 of 3', '1: 4.5 of 2'])
  t.same(await all({ roomId: rooms, sort: 'count' }), ['3: 4.67 of 3', '1: 4.5 of 2', '0: 5 of 1'])
  t.same(await all({ roomId: rooms, sort: 'newest' }), ['3: 4.67 of 3', '1: 4.5 of 2', '0: 5 of 1'])
  t.same(await all({ building: north.toUpperCase() }), ['0: 5 of 1', '1: 4.5 of 2'])
  t.same(await all({ building: north, roomId: [rooms[1], rooms[3]] }), ['1: 4.5 of 2'])
  t.same(await all({ building: `Nowhere ${uuid()}` }), [])
  t.same(await all({ roomId: [rooms[2]] }), [], 'a room without a rating is left out')
  t.ok((await all({ limit: 100 })).includes('3: 4.67 of 3'))
  const { items } = await system.reviews.listRoomRatings({ query: { roomId: [rooms[3] ?? ''] } }, people[0])
  t.match(items, [{ distribution: [{ stars: 5, count: 2 }, { stars: 4, count: 1 }, { stars: 3, count: 0 }, { stars: 2, count: 0 }, { stars: 1, count: 0 }] }])
  t.match(await system.reviews.getReviewStatistics({ query: { building: north } }, manager), { reviewCount: 3, roomCount: 2, ratingCount: 3, ratingAverage: 4.67, trend: [{ date: today(), ratingCount: 3 }] })
})

t.test('getReviewStatistics is for facility managers, moderators and admins', async t => {
  t.equal(await refused(system.reviews.getReviewStatistics({}, people[0])), '403 auth.role_missing')
  for (const person of [manager, moderator, await system.person('admin')]) {
    const { reviewCount, statuses } = await system.reviews.getReviewStatistics({}, person)
    t.equal(statuses.reduce((sum, { count }) => sum + count, 0), reviewCount)
  }
  const nothing = await system.reviews.getReviewStatistics({ query: { roomId: [uuid()] } }, manager)
  t.match(nothing, { reviewCount: 0, roomCount: 0, ratingAverage: null, trend: [], lastReviewAt: null })
})

t.test('listRoomRatings answers 503 for a building while rooms is down, and goes on without one', async t => {
  await system.apps.rooms.close()
  const error = await system.reviews.listRoomRatings({ query: { building: 'North' } }, people[0]).catch((reason: unknown) => reason)
  t.match(error instanceof RemoteError && [error.status, error.code], [503, 'dependency.unavailable'])
  t.ok((await system.reviews.listRoomRatings({}, people[0])).items.length > 0)
})
