import { Type, type Static } from '@sinclair/typebox'
import { commonEnvironment } from '../../shared/config.ts'

/** The environment of the rooms service. */
export const RoomsConfig = Type.Object({
  ...commonEnvironment,
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 5002, description: 'Port to listen on.' }),
  USERS_URL: Type.String({ default: 'http://127.0.0.1:5001', description: 'The users service.' }),
  BOOKINGS_URL: Type.String({ default: 'http://127.0.0.1:5003', description: 'The bookings service.' })
})
export type RoomsConfig = Static<typeof RoomsConfig>
