import { t } from '../support/suite.ts'
import { v7 as uuid } from 'uuid'
import { testSystem, type Person, type TestSystem } from '../support/system.ts'
import { eventsOf, newRoom, refusal, refused, visit } from './visits.ts'

let system: TestSystem
let author: Person
let other: Person
let manager: Person
let moderator: Person
t.before(async () => {
  system = await testSystem(t)
  ;[author, other, manager, moderator] = await Promise.all([system.person(), system.person(), system.person('facility_manager'), system.person('moderator')])
})

async function newReview (rating = 4, person = author): Promise<{ id: string, roomId: string }> {
  const roomId = await newRoom(system, manager)
  await visit(system, roomId, person)
  return await system.reviews.createReview({ body: { roomId, rating, title: 'As found' } }, person)
}

t.test('createReview publishes what somebody with a completed booking says, and reads back the same', async t => {
  const roomId = await newRoom(system, manager)
  const [bookingId] = await visit(system, roomId, author)
  const review = await system.reviews.createReview({ body: { roomId, rating: 4, title: '  Bright and quiet ', comment: 'Line one\r\nline two', cons: 'Adapter' } }, author)
  t.match(review, { roomId, bookingId, userId: author.user.id, rating: 4, title: 'Bright and quiet', comment: 'Line one\nline two', pros: null, cons: 'Adapter', status: 'published', helpfulCount: 0, version: 1, editedAt: null })
  t.same(await system.reviews.getReview({ params: { reviewId: review.id } }, other), review)
  t.same((await system.reviews.listReviews({ query: { roomId } }, other)).items, [review])
  t.same((await eventsOf(system, review.id)).map(({ type, data }) => [type, data]), [['review.published', { reviewId: review.id, roomId, userId: author.user.id, rating: 4, status: 'published', version: 1, roomRating: { ratingAverage: 4, ratingCount: 1, ratingVersion: 1 } }]])
})

t.test('createReview refuses whoever has no completed booking of the room', async t => {
  const [roomId, elsewhere] = await Promise.all([newRoom(system, manager), newRoom(system, manager)])
  const [bookingOfOther] = await visit(system, roomId, other)
  const [bookingElsewhere] = await visit(system, elsewhere, author)
  const startsAt = new Date(Date.now() + 48 * 3_600_000).toISOString()
  const endsAt = new Date(Date.now() + 49 * 3_600_000).toISOString()
  const { id: future } = await system.bookings.createBooking({ body: { roomId, title: 'Later', startsAt, endsAt } }, author)
  for (const bookingId of [undefined, bookingOfOther, bookingElsewhere, future, uuid()]) {
    t.equal(await refused(system.reviews.createReview({ body: { roomId, rating: 5, ...(bookingId && { bookingId }) } }, author)), '422 review.room_not_used')
  }
  t.equal(await refused(system.reviews.createReview({ body: { roomId, rating: 5, bookingId: bookingOfOther ?? '' } }, manager)), '422 review.room_not_used', 'a manager may see the booking, but it is not theirs')
  t.same((await system.reviews.listReviews({ query: { roomId } }, other)).items, [])
})

t.test('createReview stores one of 50 simultaneous reviews by the same user', async t => {
  const roomId = await newRoom(system, manager)
  await visit(system, roomId, author)
  const results = await Promise.all(Array.from({ length: 50 }, async (_, index) =>
    await system.reviews.createReview({ body: { roomId, rating: index % 5 + 1 } }, author).then(({ id }) => id, async (error: unknown) => await refused(Promise.reject(error)))))
  const refusals = results.filter(result => result.includes(' '))
  t.same([...new Set(refusals)], ['409 review.duplicate'])
  t.equal(refusals.length, 49)
  t.equal((await system.reviews.listReviews({ query: { roomId } }, other)).items.length, 1)
  t.equal((await system.reviews.getRoomRating({ params: { roomId } }, other)).ratingCount, 1)
})

t.test('createReview repeated with its Idempotency-Key answers the first review again', async t => {
  const roomId = await newRoom(system, manager)
  await visit(system, roomId, author)
  const request = { method: 'POST', token: author.token, headers: { 'idempotency-key': uuid() }, body: { roomId, rating: 3 } }
  const first = await system.send('reviews', '/api/v1/reviews', request)
  const second = await system.send('reviews', '/api/v1/reviews', request)
  t.match(first, { status: 201, headers: { location: `/api/v1/reviews/${first.json.id}`, etag: '"1"' } })
  t.match(second, { status: 201, headers: { 'idempotency-replayed': 'true' }, json: first.json })
})

t.test('texts are stored as given and are safe to show', async t => {
  const roomId = await newRoom(system, manager)
  await visit(system, roomId, author)
  const attacks = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "javascript:alert('x')", '<svg/onload=alert(1)>', '{{constructor.constructor("alert(1)")()}}', "'; DROP TABLE review; --", '&lt;b&gt; & <b>', '</textarea><script>x</script>', '=HYPERLINK("http://x")']
  const review = await system.reviews.createReview({ body: { roomId, rating: 1, title: attacks[0] ?? '', comment: attacks.join('\n'), pros: attacks[1] ?? '', cons: attacks[5] ?? '' } }, author)
  const answer = await system.send('reviews', `/api/v1/reviews/${review.id}`, { token: other.token })
  t.match(answer.json, { title: attacks[0], comment: attacks.join('\n'), pros: attacks[1], cons: attacks[5] })
  t.match(answer.headers, { 'content-type': /^application\/json/, 'x-content-type-options': 'nosniff', 'content-security-policy': /default-src/ })
  await system.reviews.flagReview({ params: { reviewId: review.id }, body: { reason: 'spam', note: '<b>look</b>' } }, other)
  for (const { event } of await eventsOf(system, review.id)) t.notMatch(event, /script|onerror|<b>/, 'events, of which mail is made, carry no text')
})

t.test('createReview refuses control characters and texts that are too long or empty', async t => {
  const roomId = uuid()
  const faults: Array<Record<string, unknown>> = [
    ...['a\u0000b', 'a\u001bb', 'a\u0007b', 'a\u0085b', '\ud800'].flatMap(text => [{ title: text }, { comment: text }, { pros: text }, { cons: text }]),
    { title: 'two\nlines' }, { title: 'a\u2028b' }, { title: '   ' }, { comment: '' }, { title: 'x'.repeat(121) }, { comment: 'x'.repeat(2001) }, { pros: 'x'.repeat(501) }, { cons: 'x'.repeat(501) },
    { rating: 0 }, { rating: 6 }, { rating: 4.5 }, { rating: '5' }, { rating: null }, { stars: 5 }
  ]
  for (const fault of faults) {
    const { status, json } = await system.send('reviews', '/api/v1/reviews', { method: 'POST', token: author.token, body: { roomId, rating: 4, ...fault } })
    t.same([status, json.code], [400, 'request.invalid'], encodeURIComponent(JSON.stringify(fault).slice(0, 60)))
  }
})

t.test('createReview takes texts of exactly the longest length in any script', async t => {
  const roomId = await newRoom(system, manager)
  await visit(system, roomId, author)
  const body = { roomId, rating: 5, title: '会'.repeat(120), comment: '😀'.repeat(2000), pros: 'ß'.repeat(500), cons: 'я'.repeat(500) }
  const { id } = await system.reviews.createReview({ body }, author)
  t.match(await system.reviews.getReview({ params: { reviewId: id } }, other), body)
})

t.test('updateReview changes what the author says, marks it and keeps the earlier text for moderators', async t => {
  const { id: reviewId, roomId } = await newReview(2)
  const before = await system.reviews.getReview({ params: { reviewId } }, author)
  const after = await system.reviews.updateReview({ params: { reviewId }, body: { rating: 5, title: null, comment: 'It was repaired.' }, headers: { 'If-Match': '"1"' } }, author)
  t.match(after, { rating: 5, title: null, comment: 'It was repaired.', version: 2, createdAt: before.createdAt })
  t.equal(after.editedAt, after.updatedAt)
  t.same(await system.reviews.getReview({ params: { reviewId } }, other), after)
  await system.reviews.updateReview({ params: { reviewId }, body: { comment: 'It was repaired well.' } }, author)
  const history = await system.reviews.getReviewHistory({ params: { reviewId } }, moderator)
  t.match(history.items, [
    { version: 2, rating: 5, title: null, comment: 'It was repaired.', writtenAt: after.updatedAt },
    { version: 1, rating: 2, title: 'As found', comment: null, writtenAt: before.createdAt, replacedAt: after.updatedAt }
  ])
  const first = await system.reviews.getReviewHistory({ params: { reviewId }, query: { limit: 1 } }, moderator)
  t.same([first.items, (await system.reviews.getReviewHistory({ params: { reviewId }, query: { limit: 1, cursor: first.nextCursor ?? '' } }, moderator)).items].flat(), history.items)
  t.match(await system.reviews.getRoomRating({ params: { roomId } }, other), { ratingAverage: 5, ratingCount: 1 })
  t.same((await eventsOf(system, reviewId)).map(({ type, data }) => [type, data.rating, data.version, data.roomRating.ratingAverage]), [['review.published', 2, 1, 2], ['review.updated', 5, 2, 5], ['review.updated', 5, 3, 5]])
  t.equal(await refused(system.reviews.getReviewHistory({ params: { reviewId } }, author)), '403 auth.role_missing')
})

t.test('updateReview that changes nothing makes no new version', async t => {
  const { id: reviewId } = await newReview()
  const review = await system.reviews.getReview({ params: { reviewId } }, author)
  t.same(await system.reviews.updateReview({ params: { reviewId }, body: { rating: review.rating, title: review.title, comment: null } }, author), review)
  t.equal((await eventsOf(system, reviewId)).length, 1)
})

t.test('updateReview is for the author, on the current version', async t => {
  const { id: reviewId } = await newReview()
  const update = async (person: Person, ifMatch?: string) => await system.reviews.updateReview({ params: { reviewId }, body: { rating: 1 }, ...(ifMatch && { headers: { 'If-Match': ifMatch } }) }, person)
  for (const person of [other, manager, moderator, await system.person('admin')]) t.equal(await refused(update(person)), '403 review.not_yours')
  t.equal(await refused(update(author, '"7"')), '412 request.version_stale')
  t.equal(await refused(system.reviews.updateReview({ params: { reviewId: uuid() }, body: { rating: 1 } }, author)), '404 review.not_found')
  t.match(await system.reviews.getReview({ params: { reviewId } }, author), { rating: 4, version: 1 })
  t.equal((await system.send('reviews', `/api/v1/reviews/${reviewId}`, { method: 'PATCH', token: author.token, body: {} })).status, 400)
})

t.test('getReview answers 304 to its current ETag', async t => {
  const { id: reviewId } = await newReview()
  const get = async (tag: string) => await system.send('reviews', `/api/v1/reviews/${reviewId}`, { token: other.token, headers: { 'if-none-match': tag } })
  t.match(await get('"1"'), { status: 304, text: '', headers: { etag: '"1"' } })
  await system.reviews.markReviewHelpful({ params: { reviewId } }, other)
  t.match(await get('"1"'), { status: 200, headers: { etag: '"2"' }, json: { helpfulCount: 1 } })
})

t.test('deleteReview takes the review away from everybody, and its author may write another', async t => {
  const { id: reviewId, roomId } = await newReview(1)
  for (const person of [other, manager]) t.equal(await refused(system.reviews.deleteReview({ params: { reviewId } }, person)), '403 review.not_yours')
  t.equal(await refused(system.reviews.deleteReview({ params: { reviewId }, headers: { 'If-Match': '"9"' } }, author)), '412 request.version_stale')
  t.match(await system.send('reviews', `/api/v1/reviews/${reviewId}`, { method: 'DELETE', token: author.token }), { status: 204, text: '' })
  for (const person of [author, other, moderator]) {
    t.equal(await refused(system.reviews.getReview({ params: { reviewId } }, person)), '404 review.not_found')
    t.same((await system.reviews.listReviews({ query: { roomId } }, person)).items, [])
  }
  t.same((await system.reviews.listReviews({ query: { roomId, userId: author.user.id } }, author)).items, [])
  for (const action of [
    async () => { await system.reviews.deleteReview({ params: { reviewId } }, author) },
    async () => await system.reviews.updateReview({ params: { reviewId }, body: { rating: 5 } }, author),
    async () => await system.reviews.markReviewHelpful({ params: { reviewId } }, other),
    async () => await system.reviews.flagReview({ params: { reviewId }, body: { reason: 'spam' } }, other),
    async () => await system.reviews.moderateReview({ params: { reviewId }, body: { action: 'approve' } }, moderator)
  ]) t.equal(await refused(action()), '404 review.not_found')
  t.match(await system.reviews.getRoomRating({ params: { roomId } }, other), { ratingAverage: null, ratingCount: 0, trend: [], lastReviewAt: null })
  t.match((await system.reviews.getReviewHistory({ params: { reviewId } }, moderator)).items, [{ rating: 1, title: 'As found' }], 'moderators still find what it said')
  t.match((await eventsOf(system, reviewId)).at(-1), { type: 'review.deleted', data: { roomRating: { ratingAverage: null, ratingCount: 0 } } })
  const again = await system.reviews.createReview({ body: { roomId, rating: 5 } }, author)
  t.same((await system.reviews.listReviews({ query: { roomId } }, other)).items, [again])
  t.equal(await refused(system.reviews.createReview({ body: { roomId, rating: 5 } }, author)), '409 review.duplicate')
})

t.test('markReviewHelpful counts once for each user and not for the author; unmarkReviewHelpful takes it back', async t => {
  const { id: reviewId } = await newReview()
  const readers = [other, manager, moderator]
  await Promise.all(Array.from({ length: 30 }, async (_, index) => await system.reviews.markReviewHelpful({ params: { reviewId } }, readers[index % 3])))
  t.match(await system.reviews.getReview({ params: { reviewId } }, author), { helpfulCount: 3, version: 4 })
  t.equal(await refused(system.reviews.markReviewHelpful({ params: { reviewId } }, author)), '403 review.own')
  await Promise.all(Array.from({ length: 10 }, async () => await system.reviews.unmarkReviewHelpful({ params: { reviewId } }, other)))
  t.match(await system.reviews.unmarkReviewHelpful({ params: { reviewId } }, other), { helpfulCount: 2, version: 5 })
  t.match(await system.reviews.markReviewHelpful({ params: { reviewId } }, other), { helpfulCount: 3 })
  await Promise.all(Array.from({ length: 40 }, async (_, index) => {
    await (index % 2 === 0 ? system.reviews.markReviewHelpful : system.reviews.unmarkReviewHelpful)({ params: { reviewId } }, readers[index % 3])
  }))
  const [rows] = await system.sql.reviews.query('SELECT COUNT(*) AS marks FROM review_helpful_mark WHERE review_id = ?', [reviewId])
  t.equal((await system.reviews.getReview({ params: { reviewId } }, author)).helpfulCount, (rows as Array<{ marks: number }>)[0]?.marks, 'the count is that of the marks')
})

t.test('listReviews filters, sorts and pages', async t => {
  const roomId = await newRoom(system, manager)
  const people = await Promise.all(Array.from({ length: 7 }, async () => await system.person()))
  await visit(system, roomId, ...people)
  const ratings = [3, 5, 1, 4, 5, 2, 3]
  const ids: string[] = []
  for (const [index, person] of people.entries()) ids.push((await system.reviews.createReview({ body: { roomId, rating: ratings[index] ?? 1, title: `Number ${index}` } }, person)).id)
  for (const person of people.slice(0, 3)) await system.reviews.markReviewHelpful({ params: { reviewId: ids[3] ?? '' } }, person)
  await system.reviews.markReviewHelpful({ params: { reviewId: ids[2] ?? '' } }, other)

  const all = async (query: Record<string, unknown>): Promise<number[]> => {
    const found: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await system.reviews.listReviews({ query: { roomId, limit: 2, ...query, ...(cursor && { cursor }) } }, other)
      found.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    return found.map(id => ids.indexOf(id))
  }
  t.same(await all({}), [6, 5, 4, 3, 2, 1, 0], 'newest first unless told otherwise')
  t.same(await all({ sort: 'rating' }), [4, 1, 3, 6, 0, 5, 2])
  t.same(await all({ sort: 'helpful' }), [3, 2, 6, 5, 4, 1, 0])
  t.same(await all({ ratingMin: 3, ratingMax: 4 }), [6, 3, 0])
  t.same(await all({ userId: people[4]?.user.id }), [4])
  t.same(await all({ ratingMin: 5, ratingMax: 4 }), [])
  t.same(await all({ text: 'NUMBER 5' }), [5])
  const answer = await system.send('reviews', `/api/v1/reviews?roomId=${roomId}&limit=2&sort=rating`, { token: other.token })
  t.match(answer.headers['link'], new RegExp(`^</api/v1/reviews\\?roomId=${roomId}&limit=2&sort=rating&cursor=[^>]+>; rel="next"$`))
  t.equal(await refused(system.reviews.listReviews({ query: { cursor: 'nonsense' } }, other)), '400 request.cursor_invalid')
  t.equal(await refused(system.reviews.listReviews({ query: { sort: 'rating', cursor: Buffer.from('["x"]').toString('base64url') } }, other)), '400 request.cursor_invalid')
})

t.test('listReviews finds text as it is, in every field, however far back, through a bounded number of reviews a page', async t => {
  const roomId = await newRoom(system, manager)
  await visit(system, roomId, author)
  const { id } = await system.reviews.createReview({ body: { roomId, rating: 3, comment: 'Costs 100% of_it, "Größe" \\ !bang' } }, author)
  for (const text of ['100%', 'of_it', 'GRÖßE', '\\ !', '!BANG']) {
    t.same((await system.reviews.listReviews({ query: { roomId, text } }, other)).items.map(review => review.id), [id], text)
  }
  for (const text of ['10_', '%of', '%%', 'of%it']) t.same((await system.reviews.listReviews({ query: { roomId, text } }, other)).items, [], text)

  const now = Date.now()
  const rows = Array.from({ length: 4_500 }, (_, index) => [uuid({ msecs: now + 1000 + index }), roomId, uuid(), uuid(), 3, index === 4_400 ? 'needle' : null, 'published', 1, 1, 1, new Date(), new Date()])
  await system.sql.reviews.query('INSERT INTO review (id, room_id, user_id, booking_id, rating, title, status, listed, live, version, created_at, updated_at) VALUES ?', [rows])
  const titles: Array<string | null> = []
  let cursor: string | null | undefined
  let pages = 0
  do {
    const page = await system.reviews.listReviews({ query: { roomId, text: 'needle', ...(cursor && { cursor }) } }, other)
    titles.push(...page.items.map(({ title }) => title))
    cursor = page.nextCursor
    pages++
  } while (cursor)
  t.same(titles, ['needle'])
  t.equal(pages, 3)
  t.same((await system.reviews.listReviews({ query: { roomId, text: 'bang' } }, other)).items, [], 'not within the first page …')
  await system.sql.reviews.query('DELETE FROM review WHERE room_id = ? AND booking_id IN (?)', [roomId, rows.map(row => row[3])])
})

t.test('createReview answers 503 and stores nothing while bookings is down', async t => {
  const roomId = await newRoom(system, manager)
  await visit(system, roomId, author)
  await system.apps.bookings.close()
  const answer = await system.send('reviews', '/api/v1/reviews', { method: 'POST', token: author.token, body: { roomId, rating: 5 } })
  t.match(answer, { status: 503, json: { code: 'dependency.unavailable' } })
  t.ok(Number(answer.headers['retry-after']) > 0)
  const [rows] = await system.sql.reviews.query('SELECT id FROM review WHERE room_id = ?', [roomId])
  t.same(rows, [])
  t.equal((await refusal(system.reviews.createReview({ body: { roomId, rating: 5 } }, author))).status, 503)
})
