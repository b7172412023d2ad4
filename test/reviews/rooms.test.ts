import { t } from '../support/suite.ts'
import { v7 as uuid } from 'uuid'
import { until } from '../../scripts/infrastructure/until.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'
import { newRoom, visit } from './visits.ts'

let system: TestSystem
let people: Person[]
let manager: Person
let moderator: Person
t.before(async () => {
  system = await testSystem(t)
  ;[manager, moderator, ...people] = await Promise.all([system.person('facility_manager'), system.person('moderator'), ...Array.from({ length: 3 }, async () => await system.person())]) as [Person, Person, ...Person[]]
})

const roomOf = async (roomId: string) => await system.rooms.getRoom({ params: { roomId } }, people[0])

/** Waits until rooms shows a rating, and returns what it shows. */
async function shown (roomId: string, average: number | null, count: number): Promise<unknown> {
  await until(async () => {
    const { rating } = await roomOf(roomId)
    return rating.average === average && rating.count === count
  }, 20_000)
  return (await roomOf(roomId)).rating
}

t.test('a room shows its rating and follows every change of its reviews', async t => {
  const roomId = await newRoom(system, manager)
  await visit(system, roomId, ...people)
  t.match(await roomOf(roomId), { rating: { average: null, count: 0 }, version: 1 })
  const reviews = []
  for (const [index, rating] of [5, 4, 4].entries()) reviews.push(await system.reviews.createReview({ body: { roomId, rating } }, people[index]))
  t.same(await shown(roomId, 4.33, 3), { average: 4.33, count: 3 })
  t.match(await roomOf(roomId), { version: 4 }, 'each rating is a new version, so that a conditional request sees it')
  await system.reviews.updateReview({ params: { reviewId: reviews[1]?.id ?? '' }, body: { comment: 'Says more, and as many stars.' } }, people[1])
  await system.reviews.updateReview({ params: { reviewId: reviews[1]?.id ?? '' }, body: { rating: 1 } }, people[1])
  t.same(await shown(roomId, 3.33, 3), { average: 3.33, count: 3 })
  t.match(await roomOf(roomId), { version: 5 }, 'an edit that leaves the stars leaves the room')
  await system.reviews.moderateReview({ params: { reviewId: reviews[1]?.id ?? '' }, body: { action: 'reject' } }, moderator)
  t.same(await shown(roomId, 4.5, 2), { average: 4.5, count: 2 })
  for (const index of [0, 2]) await system.reviews.deleteReview({ params: { reviewId: reviews[index]?.id ?? '' } }, people[index])
  t.same(await shown(roomId, null, 0), { average: null, count: 0 })
  t.same((await system.rooms.listRoomHistory({ params: { roomId } }, manager)).items.map(({ action }) => action), ['created'], 'ratings are no history of the room')
})

t.test('a rating that arrives late does not replace a newer one', async t => {
  const roomId = await newRoom(system, manager)
  await visit(system, roomId, ...people)
  for (const person of people) await system.reviews.createReview({ body: { roomId, rating: 3 } }, person)
  await shown(roomId, 3, 3)
  const publish = async (ratingAverage: number, ratingVersion: number): Promise<void> => {
    const { database, outbox } = system.apps.reviews
    await database.transaction(async transaction => {
      await outbox.add(transaction, 'review.updated', uuid(), 'test-correlation', { reviewId: uuid(), roomId, userId: uuid(), rating: 1, status: 'published', version: 9, roomRating: { ratingAverage, ratingCount: 9, ratingVersion } })
    })
  }
  await publish(1, 2)
  await publish(2, 40)
  await publish(1, 39)
  await publish(2.5, 41)
  t.same(await shown(roomId, 2.5, 9), { average: 2.5, count: 9 })
  const { version } = await roomOf(roomId)
  t.equal(version, 6, 'of the four, two counted')
})

t.test('listRooms sorts by rating, the best first, and pages', async t => {
  const building = `Sorted ${uuid()}`
  const ratings = [[3], [5, 4], [5], [], [4, 5, 5], [5]]
  const rooms: string[] = []
  for (const given of ratings) {
    const roomId = await newRoom(system, manager, building)
    rooms.push(roomId)
    if (given.length > 0) await visit(system, roomId, ...people.slice(0, given.length))
    for (const [index, rating] of given.entries()) await system.reviews.createReview({ body: { roomId, rating } }, people[index])
  }
  await shown(rooms[5] ?? '', 5, 1)
  const found: number[] = []
  let cursor: string | null | undefined
  do {
    const page = await system.rooms.listRooms({ query: { building, sort: 'rating', limit: 2, ...(cursor && { cursor }) } }, people[0])
    found.push(...page.items.map(({ id }) => rooms.indexOf(id)))
    cursor = page.nextCursor
  } while (cursor)
  t.same(found, [2, 5, 4, 1, 0, 3])
})
