import { v7 as uuid } from 'uuid'
import type { BookingSeriesCreate, BookingSeriesOutcome, BookingSeriesUpdate, PolicyViolation, SkippedOccurrence } from '../../../shared/contract/generated/bookings.schemas.ts'
import type { RoomTerms } from '../../../shared/contract/generated/rooms.schemas.ts'
import { assertCurrent } from '../../../shared/contract/implement.ts'
import { Refusal } from '../../../shared/errors.ts'
import { onCurrentTerms } from '../closed-meanwhile.ts'
import { conflictRefusal } from '../conflicts.ts'
import { isBookable } from '../domain/room-status.ts'
import { judgeChange } from '../domain/change.ts'
import { assertConfirmed, assertMayOverride, assertMayUse } from '../domain/ownership.ts'
import { ofQuota, policyRefusal, unavailableRefusal, violationsOf } from '../domain/policy.ts'
import { assertApart, localTime, occurrencesOf, type PlannedSlot } from '../domain/recurrence.ts'
import { parseRule, recurrenceRefusal, ruleText } from '../domain/recurrence-rule.ts'
import { affectedBy, assertScope, planChange, recurrenceBefore } from '../domain/series.ts'
import { slotBetween, type Slot } from '../domain/slot.ts'
import { SlotTakenError } from '../repository/calendar.ts'
import { noSuchSeries, toSchedule, toSeries, type BookingRecord, type Origin, type SeriesRecord } from '../repository/records.ts'
import type { SeriesChange } from '../repository/series.ts'
import type { BookingsHandlers, Needs } from './needs.ts'

type Operations = Pick<BookingsHandlers, 'createBookingSeries' | 'getBookingSeries' | 'getBookingSeriesSchedule' | 'updateBookingSeries' | 'cancelBookingSeries'>

/** Bookings that recur. */
export function seriesHandlers ({ repository, rooms, requireConfirmedEmail }: Pick<Needs, 'repository' | 'rooms' | 'requireConfirmedEmail'>): Operations {
  function asRefusal (error: unknown, timeZone: string): unknown {
    return error instanceof SlotTakenError ? conflictRefusal(error.conflicts, timeZone, 'Choose another time or room, or let those occurrences be skipped.') : error
  }

  /** Books a new series on the present terms of its room. */
  async function book (body: BookingSeriesCreate, now: Date, origin: Origin & { actorId: string }): Promise<BookingSeriesOutcome> {
    const { roomId, title, description = '', attendeeCount = null, attendees = [], onConflict = 'reject', override = false } = body
    const first = slotBetween(new Date(body.startsAt), new Date(body.endsAt), now)
    const terms = await rooms.terms(roomId, origin, origin.knownClosures?.has(roomId))
    const { timeZone, policy: { bufferMinutes: buffer, requiresApproval } } = terms
    const bufferMinutes = override ? 0 : buffer
    const rule = parseRule(body.recurrence)
    const excludedStarts = (body.excludedStarts ?? []).map(text => new Date(text))
    const slots = slotsFrom(rule, first, timeZone, excludedStarts)
    assertApart(slots, bufferMinutes)

    const judged = slots.map(slot => ({ slot, violations: violationsOf({ roomId, attendeeCount, attendees, ...slot }, terms, now, { override }) }))
    const broken = judged.filter(({ violations }) => violations.length > 0)
    const violations = broken.flatMap(({ slot, violations }) => of(slot, violations))
    if (!isBookable(terms, first.startsAt)) throw unavailableRefusal(terms, violations)
    if (broken.length > 0 && (onConflict === 'reject' || broken.length === judged.length)) {
      throw policyRefusal([...violations, ...override ? [] : ofQuota(await repository.reading.countUpcoming(origin.actorId, now))])
    }
    const skipped = broken.map(({ slot, violations }): SkippedOccurrence => ({ startsAt: slot.startsAt.toISOString(), endsAt: slot.endsAt.toISOString(), conflicts: [], violations }))
    return await repository.series.book(
      { roomId, userId: origin.actorId, title, description, attendeeCount, attendees, ...first, timeZone, startTime: localTime(first.startsAt, timeZone), recurrence: ruleText(rule), excludedStarts },
      judged.filter(({ violations }) => violations.length === 0).map(({ slot }) => slot),
      { status: requiresApproval && !override ? 'pending' : 'confirmed', bufferMinutes, isLimited: !override, skips: onConflict === 'skip', skipped },
      origin
    ).catch((error: unknown) => { throw asRefusal(error, timeZone) })
  }

  return {
    async createBookingSeries ({ body }, { caller, correlationId, attempt, reply }) {
      const { override = false, dryRun = false } = body
      const now = new Date()
      assertConfirmed(requireConfirmedEmail, caller)
      assertMayOverride(override, caller)
      const outcome = await onCurrentTerms(async knownClosures => await book(body, now, { actorId: caller.id, correlationId, attempt, override, dryRun, knownClosures }))
      if (dryRun) reply.code(200)
      return outcome
    },

    async getBookingSeries ({ params: { seriesId } }, { caller }) {
      const series = await repository.series.find(seriesId)
      if (!series) throw noSuchSeries(seriesId)
      assertMayUse(series, caller)
      return toSeries(series)
    },

    async getBookingSeriesSchedule ({ params: { seriesId } }, { caller }) {
      const series = await repository.series.find(seriesId)
      if (!series) throw noSuchSeries(seriesId)
      if (caller.role !== 'service') assertMayUse(series, caller)
      return toSchedule(series, await repository.series.occurrencesOf(seriesId), new Date())
    },

    async updateBookingSeries ({ params: { seriesId }, headers, body }, { caller, correlationId }) {
      const { override = false, dryRun = false } = body
      assertScope(body)
      assertMayOverride(override, caller)
      const newId = uuid()
      let timeZone = 'UTC'
      return await onCurrentTerms(async knownClosures => await repository.series.change(seriesId, async known => {
        assertMayUse(known, caller)
        const roomId = body.roomId ?? known.roomId
        const terms = await rooms.terms(roomId, { correlationId }, knownClosures.has(roomId))
        timeZone = terms.timeZone
        return {
          roomId: terms.id,
          decide: (series, occurrences, now) => {
            assertCurrent(headers['if-match'], series.version)
            assertActive(series)
            return changeOf(series, occurrences, body, terms, newId, now)
          }
        }
      }, { actorId: caller.id, correlationId, override, dryRun, knownClosures })).catch((error: unknown) => { throw asRefusal(error, timeZone) })
    },

    async cancelBookingSeries ({ params: { seriesId }, headers, body }, { caller, correlationId }) {
      assertScope(body)
      const reason = body.reason ?? null
      return await repository.series.change(seriesId, () => ({
        decide: (series, occurrences, now) => {
          assertMayUse(series, caller)
          if (series.status === 'cancelled') return undefined
          const cancelled = affectedBy(body, series, occurrences, now).map(before => ({ before, reason }))
          const recurrence = body.from === undefined ? undefined : recurrenceBefore(series, occurrences, body.from)
          if (cancelled.length === 0 && recurrence === series.recurrence) return undefined
          assertCurrent(headers['if-match'], series.version)
          const after: SeriesRecord = recurrence === undefined ? { ...series, status: 'cancelled', cancellationReason: reason } : { ...series, recurrence }
          return { series: { ...after, version: series.version + 1, updatedAt: now }, split: undefined, changed: [], cancelled, added: [], bufferMinutes: undefined, isCancellation: true }
        }
      }), { actorId: caller.id, correlationId })
    }
  }
}

/** The slots of a new series, the first of which is the one that was asked for, unless it is excluded. */
function slotsFrom (rule: ReturnType<typeof parseRule>, first: Slot, timeZone: string, excludedStarts: Date[]): PlannedSlot[] {
  const all = occurrencesOf(rule, first, timeZone)
  const begins = all[0]?.startsAt
  if (begins?.getTime() !== first.startsAt.getTime()) throw recurrenceRefusal(`\`startsAt\` must be the first occurrence of the recurrence rule, which is ${begins?.toISOString()}.`)
  return excludedStarts.length === 0 ? all : occurrencesOf(rule, first, timeZone, excludedStarts)
}

function assertActive ({ status }: SeriesRecord): void {
  if (status !== 'active') throw new Refusal('booking.state_conflict', 'The series is cancelled.')
}

/** What a change makes of a series and its occurrences; refuses what breaks rules. */
function changeOf (series: SeriesRecord, occurrences: BookingRecord[], body: BookingSeriesUpdate, terms: RoomTerms, newId: string, now: Date): SeriesChange {
  const { scope, from, startTime, durationMinutes, recurrence, override = false, roomId = series.roomId, title = series.title, description = series.description, attendees = series.attendees } = body
  const attendeeCount = body.attendeeCount === undefined ? series.attendeeCount : body.attendeeCount
  const content = { roomId, title, description, attendeeCount, attendees }
  const { timeZone, policy } = terms
  const plan = planChange(series, occurrences, { scope, ...(from !== undefined && { from }) }, { ...(startTime !== undefined && { startTime }), ...(durationMinutes !== undefined && { durationMinutes }), ...(recurrence !== undefined && { recurrence }) }, timeZone, now)
  const isSplit = plan.endedRecurrence !== undefined
  const violations: PolicyViolation[] = []
  let takesTime = plan.added.length > 0

  const changed = plan.kept.map(({ occurrence: before, slot }) => {
    const { date: occurrenceDate, startsAt, endsAt } = slot
    const proposal: BookingRecord = { ...before, ...content, startsAt, endsAt, originalStartsAt: startsAt, occurrenceDate, seriesId: isSplit ? newId : series.id }
    const judgement = judgeChange(before, proposal, terms, now, override)
    violations.push(...of(slot, judgement.violations))
    takesTime ||= judgement.takesTime
    return { before, after: { ...proposal, status: judgement.status, version: before.version + 1, updatedAt: now } }
  })
  for (const slot of plan.added) violations.push(...of(slot, violationsOf({ ...content, ...slot }, terms, now, { override })))
  // A status that ends is judged occurrence by occurrence.
  if (terms.id !== series.roomId && terms.statusUntil === null && !isBookable(terms, now)) throw unavailableRefusal(terms, violations)
  if (violations.length > 0) throw policyRefusal(violations)
  const bufferMinutes = override ? 0 : policy.bufferMinutes
  if (takesTime) assertApart([...plan.kept.map(({ slot }) => slot), ...plan.added].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()), bufferMinutes)

  const goesOn: SeriesRecord = { ...series, ...content, ...plan.recurring, updatedAt: now }
  return {
    series: isSplit ? { ...series, recurrence: plan.endedRecurrence as string, version: series.version + 1, updatedAt: now } : { ...goesOn, version: series.version + 1 },
    split: isSplit ? { ...goesOn, id: newId, splitFromSeriesId: series.id, version: 1, createdAt: now } : undefined,
    changed,
    cancelled: plan.cancelled.map(before => ({ before, reason: 'The series was changed.' })),
    added: plan.added.map(slot => ({ ...slot, status: policy.requiresApproval && !override ? 'pending' : 'confirmed' })),
    bufferMinutes: takesTime ? bufferMinutes : undefined
  }
}

/** Violations with the occurrence that they are of. */
function of ({ startsAt }: Slot, violations: readonly PolicyViolation[]): PolicyViolation[] {
  return violations.map(violation => ({ ...violation, startsAt: startsAt.toISOString() }))
}
