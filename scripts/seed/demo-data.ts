import type { RoomCreate } from '../../shared/contract/generated/rooms.schemas.ts'

const north = { building: 'North', timeZone: 'Europe/Berlin' }
const harbour = { building: 'Harbour', timeZone: 'America/New_York' }

/** Twelve rooms in two buildings. */
export const demoRooms: RoomCreate[] = [
  { ...north, name: 'Aurora', floor: 1, capacity: 4, amenities: ['display', 'whiteboard'], description: 'Small and quiet, beside the stairs.' },
  { ...north, name: 'Borealis', floor: 1, capacity: 8, amenities: ['projector', 'whiteboard', 'video_conferencing'] },
  { ...north, name: 'Cassiopeia', floor: 2, capacity: 12, amenities: ['projector', 'video_conferencing', 'air_conditioning'] },
  { ...north, name: 'Draco', floor: 2, capacity: 6, amenities: ['display', 'natural_light'] },
  { ...north, name: 'Eridanus', floor: 3, capacity: 20, amenities: ['projector', 'video_conferencing', 'wheelchair_accessible', 'air_conditioning'] },
  { ...north, name: 'Fornax', floor: 3, capacity: 2, amenities: ['phone'], description: 'Phone booth.' },
  { ...harbour, name: 'Anchor', floor: 1, capacity: 10, amenities: ['projector', 'whiteboard', 'wheelchair_accessible'] },
  { ...harbour, name: 'Beacon', floor: 1, capacity: 4, amenities: ['display'] },
  { ...harbour, name: 'Compass', floor: 2, capacity: 6, amenities: ['video_conferencing', 'natural_light'] },
  { ...harbour, name: 'Dock', floor: 2, capacity: 8, amenities: ['projector', 'standing_desks'] },
  { ...harbour, name: 'Ensign', floor: 4, capacity: 50, amenities: ['projector', 'video_conferencing', 'kitchen_access', 'wheelchair_accessible'], description: 'Hall for company meetings.' },
  { ...harbour, name: 'Foghorn', floor: 4, capacity: 3, amenities: ['phone', 'display'] }
]

/** What the demo user thinks of the first rooms. */
export const demoReviews = [
  { rating: 5, title: 'Bright and quiet', comment: 'Our favourite for one-to-ones.' },
  { rating: 4, title: 'Good screen', cons: 'The projector needs an adapter.' },
  { rating: 2, title: 'Too warm', comment: 'The air conditioning was off all morning.' }
]
