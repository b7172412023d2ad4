import type { RowDataPacket } from 'mysql2/promise'
import type { Actors } from './accounts.ts'
import type { Places } from './catalogue.ts'
import { isRefused, type Clients } from './clients.ts'
import { demoReviews, flagged } from './data/reviews.ts'
import { withConnection } from './database.ts'
import { lookUp } from './look-up.ts'

/** Writes the reviews that are missing, and marks as helpful those that are. */
export async function writeReviews (reviews: Clients['reviews'], actors: Actors, places: Places): Promise<void> {
  await Promise.all(demoReviews.map(async ({ by, room, helpfulTo = [], ...review }) => {
    const { token, id: userId } = lookUp(actors, by)
    const roomId = lookUp(places, room).id
    const written = await reviews.createReview({ body: { roomId, ...review } }, { token }).catch(unless('review.duplicate', 'review.room_not_used')) ??
      (await reviews.listReviews({ query: { roomId, userId } }, { token })).items[0]
    for (const reader of written ? helpfulTo : []) await reviews.markReviewHelpful({ params: { reviewId: written?.id ?? '' } }, { token: lookUp(actors, reader).token })
  }))
}

/** Flags a review for the moderators. */
export async function flagOne (reviews: Clients['reviews'], actors: Actors, places: Places): Promise<void> {
  const { by, author, room, ...flag } = flagged
  const { token } = lookUp(actors, by)
  const [review] = (await reviews.listReviews({ query: { roomId: lookUp(places, room).id, userId: lookUp(actors, author).id } }, { token })).items
  if (review) await reviews.flagReview({ params: { reviewId: review.id }, body: flag }, { token }).catch(unless('review.already_flagged', 'review.state_conflict'))
}

/** Whether the review was flagged. Flags are kept for good, whatever becomes of the reviews. */
export async function isFlagged (databaseUrl: string, flaggerId: string | undefined): Promise<boolean> {
  if (flaggerId === undefined) return false
  return await withConnection(databaseUrl, async connection => {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT id FROM review_flag WHERE user_id = ? LIMIT 1', [flaggerId])
    return rows.length > 0
  })
}

/** Lets refusals pass that say it was done before, or cannot be done any more. */
function unless (...codes: string[]): (error: unknown) => undefined {
  return error => {
    if (!isRefused(error, ...codes)) throw error
  }
}
