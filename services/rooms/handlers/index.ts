import { availabilityHandlers } from './availability.ts'
import { catalogueHandlers } from './catalogue.ts'
import type { Needs, RoomsHandlers } from './needs.ts'
import { placeHandlers } from './places.ts'
import { statusHandlers } from './status.ts'

/** One method for each operation of the rooms contract. */
export function roomsHandlers (needs: Needs): RoomsHandlers {
  return { ...needs.probes, ...catalogueHandlers(needs), ...placeHandlers(needs), ...statusHandlers(needs), ...availabilityHandlers(needs) }
}
