import type { PolicyViolation } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { RoomTerms } from '../../../shared/contract/generated/rooms.schemas.ts'
import { Refusal } from '../../../shared/errors.ts'
import { daysAhead, earliestStart, latestEnd, leavesNotice } from '../../../shared/domain/booking-policy.ts'
import { openWithin } from '../../../shared/domain/opening-hours.ts'
import { hoursAt, localClock } from './opening-hours.ts'
import { describeStatus, isBookable } from './room-status.ts'
import { isoInterval, isWithin, minuteMilliseconds, overlaps, type Slot } from './slot.ts'

/** What of a room decides who may book it when. */
export type RoomRules = Pick<RoomTerms, 'status' | 'statusUntil' | 'capacity' | 'timeZone' | 'openingHours' | 'policy' | 'closures'>

/** What somebody asks for. */
export interface Proposal extends Slot { roomId: string, attendeeCount: number | null, attendees: readonly string[] }

/** How many bookings of the future somebody may have; a series counts as one. */
const mostUpcomingBookings = 20
const mostSentences = 10
/** What nobody can override: it is no rule, but a fact. */
const facts: ReadonlySet<PolicyViolation['code']> = new Set(['room_unavailable', 'capacity_exceeded', 'room_closed', 'starts_in_past'])

/** How many people a booking is for. */
export function peopleOf ({ attendeeCount, attendees }: Pick<Proposal, 'attendeeCount' | 'attendees'>): number {
  return Math.max(attendeeCount ?? 1, attendees.length)
}

/**
 * Every rule of a room that a booking would break.
 *
 * @param override leaves out the rules that a facility manager may override
 * @param before the booking as it is: then only what changes is judged, and not what shortening leaves as it was
 */
export function violationsOf (proposal: Proposal, room: RoomRules, now: Date, { override = false, before }: { override?: boolean, before?: Proposal } = {}): PolicyViolation[] {
  const sameRoom = before?.roomId === proposal.roomId
  const startMoves = before?.startsAt.getTime() !== proposal.startsAt.getTime()
  const endMoves = before?.endsAt.getTime() !== proposal.endsAt.getTime()
  const grows = before === undefined || !sameRoom || !isWithin(proposal, before)
  const peopleChange = before === undefined || !sameRoom || peopleOf(before) !== peopleOf(proposal)

  const found = [
    ...!sameRoom || grows ? ofStatus(proposal, room) : [],
    ...peopleChange ? ofCapacity(proposal, room) : [],
    ...grows ? ofClosures(proposal, room) : [],
    ...startMoves ? ofStart(proposal, room, now, override) : [],
    ...!sameRoom || startMoves || endMoves ? ofDuration(proposal, room) : [],
    ...grows ? [...ofHorizon(proposal, room, now), ...ofOpeningHours(proposal, room)] : []
  ]
  return override ? found.filter(({ code }) => facts.has(code)) : found
}

/** The violation of having too many bookings of the future, if one more would be. */
export function ofQuota (upcoming: number): PolicyViolation[] {
  return upcoming < mostUpcomingBookings ? [] : [{ code: 'too_many_upcoming', limit: mostUpcomingBookings, actual: upcoming + 1 }]
}

/** The refusal of a booking that breaks rules. */
export function policyRefusal (violations: readonly PolicyViolation[]): Refusal {
  const count = violations.length === 1 ? '1 rule' : `${violations.length} rules`
  return new Refusal('booking.policy_violated', `The booking breaks ${count} of the room. ${sentencesOf(violations)}`.trimEnd(), { details: violations })
}

/**
 * The refusal of a room that cannot be booked because of its status.
 *
 * @param violations everything that is in the way, the status included
 */
export function unavailableRefusal ({ status, statusUntil }: Pick<RoomRules, 'status' | 'statusUntil'>, violations: readonly PolicyViolation[]): Refusal {
  const until = statusUntil === null ? '' : ` until ${statusUntil}`
  const others = sentencesOf(violations.filter(({ code }) => code !== 'room_unavailable'))
  return new Refusal('booking.room_unavailable', `The room is ${describeStatus(status)}${until} and cannot be booked. ${others}Choose another room${until === '' ? '' : ' or a later time'}.`, { details: violations })
}

/** The refusal of a room that was retired while somebody was booking it. */
export function retiredRefusal (): Refusal {
  return unavailableRefusal({ status: 'retired', statusUntil: null }, [{ code: 'room_unavailable', limit: 'available', actual: 'retired' }])
}

function sentencesOf (violations: readonly PolicyViolation[]): string {
  return [...new Set(violations.map(describe))].slice(0, mostSentences).map(sentence => `${sentence} `).join('')
}

function ofStatus ({ startsAt }: Proposal, room: RoomRules): PolicyViolation[] {
  return isBookable(room, startsAt) ? [] : [{ code: 'room_unavailable', limit: 'available', actual: room.status }]
}

function ofCapacity (proposal: Proposal, { capacity }: RoomRules): PolicyViolation[] {
  const people = peopleOf(proposal)
  return people <= capacity ? [] : [{ code: 'capacity_exceeded', limit: capacity, actual: people }]
}

function ofClosures (slot: Slot, { closures }: RoomRules): PolicyViolation[] {
  return closures
    .map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }))
    .filter(closure => overlaps(closure, slot))
    .map(closure => ({ code: 'room_closed', limit: isoInterval(closure), actual: isoInterval(slot) }))
}

function ofStart ({ startsAt }: Slot, { policy }: RoomRules, now: Date, override: boolean): PolicyViolation[] {
  const earliest = new Date(earliestStart(policy.requiresApproval && !override, now.getTime()))
  if (startsAt < earliest) return [{ code: 'starts_in_past', limit: earliest.toISOString(), actual: startsAt.toISOString() }]
  if (leavesNotice(policy, startsAt.getTime(), now.getTime())) return []
  return [{ code: 'notice_too_short', limit: policy.noticeMinutes, actual: Math.max(0, Math.floor((startsAt.getTime() - now.getTime()) / minuteMilliseconds)) }]
}

function ofDuration ({ startsAt, endsAt }: Slot, { policy }: RoomRules): PolicyViolation[] {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / minuteMilliseconds
  if (minutes < policy.minimumMinutes) return [{ code: 'duration_too_short', limit: policy.minimumMinutes, actual: minutes }]
  if (minutes > policy.maximumMinutes) return [{ code: 'duration_too_long', limit: policy.maximumMinutes, actual: minutes }]
  return []
}

function ofHorizon ({ endsAt }: Slot, { policy, timeZone }: RoomRules, now: Date): PolicyViolation[] {
  if (endsAt.getTime() <= latestEnd(policy, timeZone, now.getTime())) return []
  return [{ code: 'too_far_ahead', limit: policy.maximumDaysAhead, actual: daysAhead(endsAt.getTime(), timeZone, now.getTime()) }]
}

function ofOpeningHours (slot: Slot, { openingHours, timeZone }: RoomRules): PolicyViolation[] {
  const range = { startsAt: slot.startsAt.getTime(), endsAt: slot.endsAt.getTime() }
  const [open] = openWithin(openingHours, timeZone, range)
  if (open?.startsAt === range.startsAt && open.endsAt === range.endsAt) return []
  return [{ code: 'outside_opening_hours', limit: hoursAt(slot.startsAt, openingHours, timeZone), actual: `${localClock(slot.startsAt, timeZone)} to ${localClock(slot.endsAt, timeZone)}` }]
}

function describe ({ code, limit, actual }: PolicyViolation): string {
  switch (code) {
    case 'room_unavailable': return `The room is ${describeStatus(String(actual))}; choose another.`
    case 'capacity_exceeded': return `The room holds ${limit} people, not ${actual}.`
    case 'room_closed': return `The room is closed during ${limit}.`
    case 'starts_in_past': return `It would start at ${actual}, and must not before ${limit}.`
    case 'duration_too_short': return `It lasts ${actual} minutes, and the room wants at least ${limit}.`
    case 'duration_too_long': return `It lasts ${actual} minutes, and the room allows at most ${limit}.`
    case 'notice_too_short': return `It begins in ${actual} minutes, and the room wants ${limit} minutes of notice.`
    case 'too_far_ahead': return `It ends ${actual} days ahead, and the room can be booked for at most ${limit}.`
    case 'outside_opening_hours': return `The room's hours are ${limit}, and it asks ${actual}.`
    case 'too_many_upcoming': return `You would have ${actual} upcoming bookings, and may have ${limit}.`
  }
}
