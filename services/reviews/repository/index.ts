import type { FastifyInstance } from 'fastify'
import { editsRepository } from './edits.ts'
import { marksRepository } from './marks.ts'
import { moderationRepository } from './moderation.ts'
import { ratingsRepository } from './ratings.ts'
import { reviewsRepository } from './reviews.ts'

/** Every statement of the reviews service, by what it is about. */
export function createRepository (app: Pick<FastifyInstance, 'database' | 'outbox' | 'idempotency' | 'cache'>, options: { flagsToHide: number }) {
  const ratings = ratingsRepository(app)
  const reviews = reviewsRepository(app, ratings)
  return { reviews, ratings, edits: editsRepository(app, reviews), marks: marksRepository(app), moderation: moderationRepository(app, reviews, options) }
}

export type Repository = ReturnType<typeof createRepository>
