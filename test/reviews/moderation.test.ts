import { t } from '../support/suite.ts'
import { v7 as uuid } from 'uuid'
import { until } from '../../scripts/infrastructure/until.ts'
import type { ModerationAction, ReviewStatus } from '../../shared/contract/generated/reviews.schemas.ts'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'
import { eventsOf, newRoom, refused, visit } from './visits.ts'

let system: TestSystem
let author: Person
let readers: Person[]
let manager: Person
let moderator: Person
let admin: Person
t.before(async () => {
  system = await testSystem(t)
  ;[author, manager, moderator, admin, ...readers] = await Promise.all([
    system.person(), system.person('facility_manager'), system.person('moderator'), system.person('admin'), ...Array.from({ length: 5 }, async () => await system.person())
  ]) as [Person, Person, Person, Person, ...Person[]]
})

async function newReview (rating = 2): Promise<{ id: string, roomId: string }> {
  const roomId = await newRoom(system, manager)
  await visit(system, roomId, author)
  return await system.reviews.createReview({ body: { roomId, rating, title: 'Doubtful' } }, author)
}
const flag = async (reviewId: string, person: Person | undefined, note?: string) => await system.reviews.flagReview({ params: { reviewId }, body: { reason: 'spam', ...(note && { note }) } }, person)
const moderate = async (reviewId: string, action: ModerationAction, note?: string) => await system.reviews.moderateReview({ params: { reviewId }, body: { action, ...(note && { note }) } }, moderator)
const ratingCount = async (roomId: string): Promise<number> => (await system.reviews.getRoomRating({ params: { roomId } }, manager)).ratingCount

/** Who can see a review, by getting it and in the list of its room. */
async function seenBy (reviewId: string): Promise<string[]> {
  const people = { author, reader: readers[0], manager, moderator, admin }
  const seen: string[] = []
  for (const [name, person] of Object.entries(people)) {
    const outcome = await system.reviews.getReview({ params: { reviewId } }, person).then(() => 'seen', async (error: unknown) => await refused(Promise.reject(error)))
    if (outcome === 'seen') seen.push(name)
    else if (outcome !== '404 review.not_found') throw new Error(outcome)
  }
  return seen
}

t.test('flagReview hides a review with the third flag, and tells of each', async t => {
  const { id: reviewId, roomId } = await newReview()
  const first = await flag(reviewId, readers[0], 'Advertises a caterer.')
  t.match(first, { reviewId, userId: readers[0]?.user.id, reason: 'spam', note: 'Advertises a caterer.', resolution: null, resolvedAt: null })
  await flag(reviewId, readers[1])
  t.match(await system.reviews.getReview({ params: { reviewId } }, readers[4]), { status: 'published', version: 1 }, 'two flags show nowhere')
  t.equal(await ratingCount(roomId), 1)
  await flag(reviewId, readers[2])
  t.match(await system.reviews.getReview({ params: { reviewId } }, author), { status: 'flagged', version: 2 })
  t.same(await seenBy(reviewId), ['author', 'moderator', 'admin'])
  t.same((await system.reviews.listReviews({ query: { roomId } }, moderator)).items, [])
  t.equal(await ratingCount(roomId), 0)
  t.same((await eventsOf(system, reviewId)).map(({ type, data }) => [type, data.status, data.roomRating.ratingCount]),
    [['review.published', 'published', 1], ['review.flagged', 'published', 1], ['review.flagged', 'published', 1], ['review.flagged', 'flagged', 0]])
})

t.test('flagReview is once for each user, not for the author, and not for what one cannot see', async t => {
  const { id: reviewId } = await newReview()
  t.equal(await refused(flag(reviewId, author)), '403 review.own')
  const results = await Promise.all(Array.from({ length: 10 }, async () => await flag(reviewId, readers[0]).then(() => 'kept', async (error: unknown) => await refused(Promise.reject(error)))))
  t.same(results.sort(), [...Array.from({ length: 9 }, () => '409 review.already_flagged'), 'kept'])
  t.equal(await refused(flag(uuid(), readers[0])), '404 review.not_found')
  await moderate(reviewId, 'remove')
  t.equal(await refused(flag(reviewId, readers[1])), '404 review.not_found')
  t.equal(await refused(flag(reviewId, moderator)), '409 review.state_conflict')
})

t.test('flagReview by many at once keeps the three flags that hide the review', async t => {
  const { id: reviewId, roomId } = await newReview()
  const results = await Promise.all(readers.map(async reader => await flag(reviewId, reader).then(() => 'kept', async (error: unknown) => await refused(Promise.reject(error)))))
  t.same(results.sort(), ['404 review.not_found', '404 review.not_found', 'kept', 'kept', 'kept'])
  t.equal(await ratingCount(roomId), 0)
})

t.test('flagReview repeated with its Idempotency-Key answers the first flag again', async t => {
  const { id: reviewId } = await newReview()
  const request = { method: 'POST', token: readers[0]?.token, headers: { 'idempotency-key': uuid() }, body: { reason: 'offensive' } }
  const first = await system.send('reviews', `/api/v1/reviews/${reviewId}/flags`, request)
  const second = await system.send('reviews', `/api/v1/reviews/${reviewId}/flags`, request)
  t.match([first, second], [{ status: 201 }, { status: 201, headers: { 'idempotency-replayed': 'true' }, json: first.json }])
})

t.test('moderateReview goes through the states that make sense, and only those', async t => {
  const allowed: Record<ReviewStatus, Partial<Record<ModerationAction, ReviewStatus>>> = {
    published: { approve: 'approved', reject: 'rejected', remove: 'removed' },
    flagged: { approve: 'approved', reject: 'rejected', remove: 'removed' },
    approved: { reject: 'rejected', remove: 'removed' },
    rejected: { remove: 'removed', restore: 'approved' },
    removed: { restore: 'approved' }
  }
  const reach: Record<ReviewStatus, (reviewId: string) => Promise<unknown>> = {
    published: async () => {},
    flagged: async reviewId => { for (const reader of readers.slice(0, 3)) await flag(reviewId, reader) },
    approved: async reviewId => await moderate(reviewId, 'approve'),
    rejected: async reviewId => await moderate(reviewId, 'reject'),
    removed: async reviewId => await moderate(reviewId, 'remove')
  }
  // A decision that stands already is taken again.
  const same: Record<ReviewStatus, Partial<Record<ModerationAction, ReviewStatus>>> = { published: {}, flagged: {}, approved: { approve: 'approved', restore: 'approved' }, rejected: { reject: 'rejected' }, removed: { remove: 'removed' } }
  for (const [from, targets] of Object.entries(allowed) as Array<[ReviewStatus, Partial<Record<ModerationAction, ReviewStatus>>]>) {
    for (const action of ['approve', 'reject', 'remove', 'restore'] as const) {
      const { id: reviewId, roomId } = await newReview()
      await reach[from](reviewId)
      const to = targets[action] ?? same[from][action]
      if (to === undefined) t.equal(await refused(moderate(reviewId, action)), '409 review.state_conflict', `${action} of ${from}`)
      else t.equal((await moderate(reviewId, action)).status, to, `${action} of ${from}`)
      const status = to ?? from
      const isListed = status === 'published' || status === 'approved'
      t.equal(await ratingCount(roomId), isListed ? 1 : 0, `${status} ${isListed ? 'counts' : 'does not count'} in the rating`)
      t.same(await seenBy(reviewId), isListed ? ['author', 'reader', 'manager', 'moderator', 'admin'] : ['author', 'moderator', 'admin'])
    }
  }
})

t.test('moderateReview settles the flags, keeps them, logs the decision and tells of it', async t => {
  const { id: reviewId } = await newReview()
  for (const reader of readers.slice(0, 3)) await flag(reviewId, reader)
  t.equal(await refused(system.reviews.moderateReview({ params: { reviewId }, body: { action: 'reject' }, headers: { 'If-Match': '"1"' } }, moderator)), '412 request.version_stale')
  await system.reviews.moderateReview({ params: { reviewId }, body: { action: 'reject', note: 'Names a colleague.' }, headers: { 'If-Match': '"2"' } }, moderator)
  await system.reviews.moderateReview({ params: { reviewId }, body: { action: 'restore' } }, admin)
  await flag(reviewId, readers[3])
  const page = await system.reviews.listFlaggedReviews({ query: { limit: 100 } }, moderator)
  const item = page.items.find(({ review }) => review.id === reviewId)
  t.match(item, { openFlagCount: 1, review: { status: 'approved' } })
  t.same(item?.flags.map(({ userId, resolution, resolvedAt }) => [userId, resolution, resolvedAt !== null]), readers.slice(0, 4).map(({ user }, index) => [user.id, index < 3 ? 'reject' : null, index < 3]))
  t.equal((await moderate(reviewId, 'approve')).status, 'approved', 'approving once more settles the new flag')
  const { version } = await moderate(reviewId, 'approve')
  t.equal((await moderate(reviewId, 'approve')).version, version, 'a repetition changes nothing')

  const log = await system.reviews.listModerationLog({ query: { reviewId } }, moderator)
  t.match(log.items, [
    { reviewId, moderatorId: moderator.user.id, action: 'approve', statusBefore: 'approved', statusAfter: 'approved' },
    { reviewId, moderatorId: admin.user.id, action: 'restore', note: null, statusBefore: 'rejected', statusAfter: 'approved' },
    { reviewId, moderatorId: moderator.user.id, action: 'reject', note: 'Names a colleague.', statusBefore: 'flagged', statusAfter: 'rejected' }
  ])
  t.same((await system.reviews.listModerationLog({ query: { reviewId, moderatorId: admin.user.id } }, admin)).items, [log.items[1]])
  const first = await system.reviews.listModerationLog({ query: { reviewId, limit: 2 } }, moderator)
  t.same((await system.reviews.listModerationLog({ query: { reviewId, limit: 2, cursor: first.nextCursor ?? '' } }, moderator)).items, [log.items[2]])
  t.same((await eventsOf(system, reviewId)).filter(({ type }) => type === 'review.moderated').map(({ data }) => data.status), ['rejected', 'approved', 'approved'])
})

t.test('moderation is for moderators and admins', async t => {
  const { id: reviewId } = await newReview()
  for (const person of [author, readers[0], manager]) {
    t.equal(await refused(system.reviews.moderateReview({ params: { reviewId }, body: { action: 'approve' } }, person)), '403 auth.role_missing')
    t.equal(await refused(system.reviews.listFlaggedReviews({}, person)), '403 auth.role_missing')
    t.equal(await refused(system.reviews.listModerationLog({}, person)), '403 auth.role_missing')
  }
})

t.test('listFlaggedReviews pages from the one that has waited longest', async t => {
  await system.sql.reviews.query('UPDATE review SET flagged_since = NULL')
  const reviews = [await newReview(), await newReview(), await newReview(), await newReview()]
  for (const index of [2, 0, 3, 1]) await flag(reviews[index]?.id ?? '', readers[0])
  await flag(reviews[1]?.id ?? '', readers[1])
  await moderate(reviews[3]?.id ?? '', 'approve')
  const found: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await system.reviews.listFlaggedReviews({ query: { limit: 1, ...(cursor && { cursor }) } }, admin)
    found.push(...page.items.map(({ review, flags, openFlagCount }) => `${reviews.findIndex(({ id }) => id === review.id)}: ${flags.length} of ${openFlagCount}`))
    cursor = page.nextCursor
  } while (cursor)
  t.same(found, ['2: 1 of 1', '0: 1 of 1', '1: 2 of 2'])
})

t.test('listReviews shows hidden reviews to their author and to moderators who ask for them', async t => {
  const { id: reviewId, roomId } = await newReview()
  await moderate(reviewId, 'reject')
  const list = async (query: object, person: Person | undefined): Promise<string[]> => (await system.reviews.listReviews({ query: { roomId, ...query } }, person)).items.map(({ id }) => id)
  const mine = { userId: author.user.id }
  t.same(await list({}, author), [])
  t.same(await list(mine, author), [reviewId])
  t.same(await list({ ...mine, status: 'rejected' }, author), [reviewId])
  t.same(await list({ ...mine, status: 'published' }, author), [])
  t.same(await list(mine, moderator), [])
  t.same(await list({ status: 'rejected' }, moderator), [reviewId])
  t.same(await list(mine, readers[0]), [])
  for (const person of [readers[0], manager]) t.equal(await refused(list({ ...mine, status: 'rejected' }, person)), '403 review.not_yours')
  t.equal(await refused(list({ status: 'removed' }, author)), '403 review.not_yours', 'without userId it asks for those of others')
})

t.test('what a moderator decided against, its author can neither change nor delete', async t => {
  for (const action of ['reject', 'remove'] as const) {
    const { id: reviewId, roomId } = await newReview()
    await moderate(reviewId, action)
    t.equal(await refused(system.reviews.updateReview({ params: { reviewId }, body: { rating: 5 } }, author)), '409 review.state_conflict')
    t.equal(await refused(system.reviews.deleteReview({ params: { reviewId } }, author)), '409 review.state_conflict')
    t.equal(await refused(system.reviews.createReview({ body: { roomId, rating: 5 } }, author)), '409 review.duplicate', 'nor write another')
  }
})

t.test('deleteReview does not take a review out of moderation, be its author a moderator or not', async t => {
  const { id: flaggedId } = await newReview()
  for (const reader of readers.slice(0, 3)) await flag(flaggedId, reader)
  t.equal(await refused(system.reviews.deleteReview({ params: { reviewId: flaggedId } }, author)), '409 review.state_conflict')
  await moderate(flaggedId, 'approve')
  await system.reviews.deleteReview({ params: { reviewId: flaggedId } }, author)

  const roomId = await newRoom(system, manager)
  await visit(system, roomId, moderator)
  const own = await system.reviews.createReview({ body: { roomId, rating: 5 } }, moderator)
  await system.reviews.moderateReview({ params: { reviewId: own.id }, body: { action: 'remove' } }, admin)
  t.equal(await refused(system.reviews.deleteReview({ params: { reviewId: own.id } }, moderator)), '409 review.state_conflict')
  await system.reviews.deleteReview({ params: { reviewId: own.id } }, admin)
})

t.test('updateReview takes an approval back, for it was of another text; a hidden review stays hidden', async t => {
  const approved = await newReview()
  await moderate(approved.id, 'approve')
  t.equal((await system.reviews.updateReview({ params: { reviewId: approved.id }, body: { title: 'Other' } }, author)).status, 'published')
  const hidden = await newReview()
  for (const reader of readers.slice(0, 3)) await flag(hidden.id, reader)
  t.equal((await system.reviews.updateReview({ params: { reviewId: hidden.id }, body: { rating: 5 } }, author)).status, 'flagged')
  t.equal(await ratingCount(hidden.roomId), 0)
})

t.test('deleteReview by a moderator is logged and settles the flags', async t => {
  const { id: reviewId, roomId } = await newReview()
  await flag(reviewId, readers[0])
  await system.reviews.deleteReview({ params: { reviewId } }, moderator)
  t.match((await system.reviews.listModerationLog({ query: { reviewId } }, admin)).items, [{ moderatorId: moderator.user.id, action: 'delete' }])
  t.notOk((await system.reviews.listFlaggedReviews({ query: { limit: 100 } }, moderator)).items.some(({ review }) => review.id === reviewId))
  const [flags] = await system.sql.reviews.query('SELECT resolution FROM review_flag WHERE review_id = ?', [reviewId])
  t.same(flags, [{ resolution: 'delete' }])
  await system.reviews.createReview({ body: { roomId, rating: 4 } }, author)
})

t.test('a deleted user\'s reviews stay, without the name', async t => {
  const leaver = await system.person()
  const roomId = await newRoom(system, manager)
  await visit(system, roomId, leaver)
  const { id: reviewId } = await system.reviews.createReview({ body: { roomId, rating: 5, comment: 'Farewell' } }, leaver)
  const flagged = await newReview()
  await flag(flagged.id, leaver, 'Nonsense')
  const { users } = system.apps
  await users.database.transaction(async transaction => {
    await users.outbox.add(transaction, 'user.deleted', leaver.user.id, 'test-correlation', { userId: leaver.user.id, role: 'user', status: 'deleted', emailHashes: [], version: 2 })
  })
  await until(async () => (await system.reviews.getReview({ params: { reviewId } }, author)).userId === null, 20_000)
  t.match(await system.reviews.getReview({ params: { reviewId } }, author), { userId: null, rating: 5, comment: 'Farewell', status: 'published', version: 2 })
  t.match((await system.reviews.listReviews({ query: { roomId } }, author)).items, [{ id: reviewId, userId: null }])
  t.same((await system.reviews.listReviews({ query: { userId: leaver.user.id } }, author)).items, [])
  t.match(await system.reviews.getRoomRating({ params: { roomId } }, author), { ratingAverage: 5, ratingCount: 1 })
  const page = await system.reviews.listFlaggedReviews({ query: { limit: 100 } }, moderator)
  t.match(page.items.find(({ review }) => review.id === flagged.id)?.flags, [{ userId: null, note: 'Nonsense' }])
})
