import { Type, type Static } from '@sinclair/typebox'
import { commonEnvironment } from '../../shared/config.ts'

/** The environment of the reviews service. */
export const ReviewsConfig = Type.Object({
  ...commonEnvironment,
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 5004, description: 'Port to listen on.' }),
  USERS_URL: Type.String({ default: 'http://127.0.0.1:5001', description: 'The users service.' }),
  BOOKINGS_URL: Type.String({ default: 'http://127.0.0.1:5003', description: 'The bookings service.' }),
  ROOMS_URL: Type.String({ default: 'http://127.0.0.1:5002', description: 'The rooms service.' }),
  REVIEW_FLAGS_TO_HIDE: Type.Integer({ minimum: 1, default: 3, description: 'How many open flags hide a review until it is moderated.' })
})
export type ReviewsConfig = Static<typeof ReviewsConfig>
