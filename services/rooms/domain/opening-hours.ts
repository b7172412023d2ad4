import type { OpeningHours } from '../../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/**
 * Refuses a day that closes before it opens.
 * @throws Refusal `room.opening_hours_invalid`
 */
export function assertOpeningHours (hours: OpeningHours): void {
  for (const weekday of weekdays) {
    const day = hours[weekday]
    if (day && day.opens >= day.closes) {
      throw new Refusal('room.opening_hours_invalid', `On ${weekday} the room closes at ${day.closes}, which is not after ${day.opens}. Give ${weekday} a later \`closes\`, or \`null\` when it is closed.`)
    }
  }
}
