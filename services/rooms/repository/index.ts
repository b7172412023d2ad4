import { amenitiesRepository } from './amenities.ts'
import { closuresRepository } from './closures.ts'
import type { Needs } from './origin.ts'
import { roomsRepository } from './rooms.ts'
import { termsRepository } from './terms.ts'

/** Every statement of the rooms service, by what it is about. */
export function createRepository (app: Needs) {
  return { rooms: roomsRepository(app), closures: closuresRepository(app), amenities: amenitiesRepository(app), terms: termsRepository(app) }
}

export type Repository = ReturnType<typeof createRepository>
