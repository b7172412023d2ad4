import type { OpeningHours, RoomCreate } from '../../../shared/contract/generated/rooms.schemas.ts'

const north = { building: 'North', timeZone: 'Europe/Berlin' }
const garden = { building: 'Garden', timeZone: 'Europe/Berlin' }
const harbour = { building: 'Harbour', timeZone: 'America/New_York' }

/** From Monday to Friday; closed at the weekend. */
function onWeekdays (opens: string, closes: string): OpeningHours {
  const day = { opens, closes }
  return { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: null, sunday: null }
}

/** The rooms of three buildings in two time zones. Those that say nothing of hours and policy have the usual ones. */
export const demoRooms: RoomCreate[] = [
  { ...north, name: 'Aurora', floor: 1, capacity: 4, amenities: ['display', 'whiteboard'], description: 'Small and quiet, beside the stairs.' },
  { ...north, name: 'Borealis', floor: 1, capacity: 8, amenities: ['projector', 'whiteboard', 'video_conferencing'], policy: { bufferMinutes: 15 }, description: 'Aired for a quarter of an hour between meetings.' },
  { ...north, name: 'Cassiopeia', floor: 2, capacity: 12, amenities: ['projector', 'video_conferencing', 'air_conditioning'], policy: { maximumMinutes: 120 } },
  { ...north, name: 'Draco', floor: 2, capacity: 6, amenities: ['display', 'natural_light'] },
  {
    ...north,
    name: 'Eridanus',
    floor: 3,
    capacity: 20,
    amenities: ['projector', 'video_conferencing', 'wheelchair_accessible', 'air_conditioning'],
    openingHours: onWeekdays('08:00', '20:00'),
    policy: { requiresApproval: true, minimumMinutes: 60 },
    description: 'For guests. Facility management approves each booking.'
  },
  { ...north, name: 'Fornax', floor: 3, capacity: 2, amenities: ['phone'], policy: { minimumMinutes: 5, maximumMinutes: 30, maximumDaysAhead: 7 }, description: 'Phone booth.' },
  { ...garden, name: 'Gazebo', floor: 0, capacity: 10, amenities: ['whiteboard', 'natural_light', 'kitchen_access'], openingHours: { ...onWeekdays('09:00', '18:00'), saturday: { opens: '10:00', closes: '14:00' } }, description: 'Between the trees. Bring a jacket in winter.' },
  { ...garden, name: 'Hedge', floor: 0, capacity: 5, amenities: ['natural_light', 'standing_desks'] },
  { ...harbour, name: 'Anchor', floor: 1, capacity: 10, amenities: ['projector', 'whiteboard', 'wheelchair_accessible'] },
  { ...harbour, name: 'Beacon', floor: 1, capacity: 4, amenities: ['display'] },
  { ...harbour, name: 'Compass', floor: 2, capacity: 6, amenities: ['video_conferencing', 'natural_light'], policy: { bufferMinutes: 10 } },
  { ...harbour, name: 'Dock', floor: 2, capacity: 8, amenities: ['projector', 'standing_desks'], openingHours: onWeekdays('06:30', '19:00') },
  {
    ...harbour,
    name: 'Ensign',
    floor: 4,
    capacity: 50,
    amenities: ['projector', 'video_conferencing', 'kitchen_access', 'wheelchair_accessible'],
    policy: { requiresApproval: true, noticeMinutes: 1440, minimumMinutes: 60, bufferMinutes: 30, maximumDaysAhead: 365 },
    description: 'Hall for company meetings. Chairs take half an hour before and after.'
  },
  { ...harbour, name: 'Foghorn', floor: 4, capacity: 3, amenities: ['phone', 'display'] }
]

/** A room that is out of use until the evening of a working day from now. */
export const maintenance = { room: 'Foghorn', reason: 'The display is being replaced.', untilDay: 5 }

/** When a floor or a room is closed, from one working day to another, all day. */
export const closures = [
  { building: 'North', floor: 3, reason: 'New carpet', fromDay: 12, toDay: 13 },
  { room: 'Gazebo', reason: 'The heating is being mended.', fromDay: 6, toDay: 7 }
]
