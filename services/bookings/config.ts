import { Type, type Static } from '@sinclair/typebox'
import { commonEnvironment } from '../../shared/config.ts'

/** The environment of the bookings service. */
export const BookingsConfig = Type.Object({
  ...commonEnvironment,
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 5003, description: 'Port to listen on.' }),
  USERS_URL: Type.String({ default: 'http://127.0.0.1:5001', description: 'The users service.' }),
  ROOMS_URL: Type.String({ default: 'http://127.0.0.1:5002', description: 'The rooms service.' }),
  REQUIRE_CONFIRMED_EMAIL: Type.Boolean({ default: false, description: '`true` lets nobody book before the e-mail address of the account is confirmed. Set it for users as well.' }),
  REPORT_RETENTION_DAYS: Type.Integer({ minimum: 1, maximum: 366, default: 7, description: 'How long the file of a report is kept.' })
})
export type BookingsConfig = Static<typeof BookingsConfig>
