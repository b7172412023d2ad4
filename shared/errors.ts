import { STATUS_CODES } from 'node:http'

/**
 * The catalogue of failures: every `code` that a service may answer, its status, and what it means. `docs/errors.md` is made from it.
 * A code is part of the contract: add, never rename.
 */
export const catalogue = {
  'request.invalid': [400, 'A parameter, header or body does not fit the contract. `details` names each fault.'],
  'request.malformed': [400, 'The request cannot be read: broken JSON, a broken URL, a broken HTTP message.'],
  'request.cursor_invalid': [400, 'The `cursor` is not one that this list gave out. Begin again without it.'],
  'request.range_invalid': [422, '`to` must be after `from`, and not longer after it than the operation takes.'],
  'request.not_found': [404, 'No operation has this path.'],
  'request.method_not_allowed': [405, 'The path exists, the method does not. `Allow` lists the methods that do.'],
  'request.timed_out': [408, 'The request took too long to arrive. Send it again.'],
  'request.version_stale': [412, '`If-Match` names an old version. Get the resource again and repeat the change.'],
  'request.too_large': [413, 'The body is larger than the service takes.'],
  'request.media_type_unsupported': [415, 'Send the body as `application/json`, or as a form where the operation takes one.'],
  'request.headers_too_large': [431, 'The header fields are larger than the service takes.'],
  'request.rate_limited': [429, 'Too many requests. `Retry-After` says when to go on.'],
  'idempotency.in_progress': [409, 'A request with this `Idempotency-Key` is still running. Ask again in a moment.'],
  'idempotency.key_reused': [422, 'This `Idempotency-Key` came with another request before. Use a new key.'],
  'auth.token_missing': [401, 'Send `Authorization: Bearer <access token>`.'],
  'auth.token_invalid': [401, 'The access token is not one of ours, or has been altered. Log in.'],
  'auth.token_expired': [401, 'The access token has expired. Refresh the session.'],
  'auth.credentials_wrong': [401, 'The user is unknown or the password is wrong; it is not said which.'],
  'auth.client_wrong': [401, 'The client id is unknown or its secret is wrong; it is not said which.'],
  'auth.session_ended': [401, 'The session is over: logged out, revoked, or ended by a change of password, role or status. Log in.'],
  'auth.locked': [429, 'Too many wrong passwords were given for this login, in the sessions of this account, or from this IP address. `Retry-After` says when to try again.'],
  'auth.account_disabled': [403, 'An admin has disabled the account.'],
  'auth.refresh_invalid': [401, 'The refresh token is unknown, expired or was used before. Log in.'],
  'auth.reset_invalid': [422, 'The token for a new password is unknown, expired or was used before. Ask for another with `requestPasswordReset`.'],
  'auth.confirmation_invalid': [422, 'The token for confirming an e-mail address is unknown, expired or was used before. Ask for another with `requestEmailConfirmation`.'],
  'auth.email_unconfirmed': [403, 'The e-mail address of the account is not confirmed, which this system requires. Confirm it, then log in or refresh the session.'],
  'auth.role_missing': [403, 'The operation needs a role that the caller does not have.'],
  'user.not_found': [404, 'There is no such account.'],
  'user.not_yours': [403, 'Only admins can see the accounts of others.'],
  'user.session_not_found': [404, 'The caller has no such session, or it is over.'],
  'user.deleted': [409, 'The account is deleted and cannot be changed any more.'],
  'user.last_admin': [409, 'Without this account there would be no active admin. Make somebody else admin first.'],
  'user.self_deletion': [409, 'Admins delete their own accounts with `deleteMyAccount`, which asks for the password.'],
  'user.password_wrong': [403, 'The current password is wrong.'],
  'user.password_required': [422, 'A new e-mail address needs the current password.'],
  'user.password_changed': [409, 'The password was changed by another request at the same time. Log in with the new one.'],
  'user.time_zone_unknown': [422, '`timeZone` is not an IANA time zone.'],
  'user.username_taken': [409, 'Somebody has this username already, perhaps in other case.'],
  'user.email_taken': [409, 'Another account has confirmed this e-mail address.'],
  'user.password_common': [422, 'The password is one of the most common. Choose another.'],
  'user.password_weak': [422, 'The password has no visible character, is the username or the e-mail address of its account, or is too short once its accents are composed. Choose another.'],
  'mail_stop.not_found': [404, 'The link that stops mails is not one of ours, or has expired. A newer mail has another.'],
  'room.not_found': [404, 'There is no such room.'],
  'room.name_taken': [409, 'A room of this floor and building has this name already.'],
  'room.time_zone_unknown': [422, '`timeZone` is not an IANA time zone.'],
  'room.opening_hours_invalid': [422, 'A day closes before it opens.'],
  'room.policy_invalid': [422, 'The policy contradicts itself.'],
  'room.amenity_unknown': [422, 'The room would offer something that is not on the list of amenities. `details` names it.'],
  'room.status_invalid': [422, 'The status needs a reason, or its end is not in the future.'],
  'room.retired': [409, 'The room is retired; nothing of it can be changed.'],
  'room.has_bookings': [409, 'The room has upcoming bookings. Cancel them, or retire it with `cancelBookings`.'],
  'amenity.not_found': [404, 'There is no such amenity.'],
  'amenity.exists': [409, 'There is such an amenity already.'],
  'closure.not_found': [404, 'There is no such closure.'],
  'closure.place_invalid': [422, 'A closure is of a room, of a floor of a building, or of a building.'],
  'closure.place_unknown': [404, 'There are no rooms in this place.'],
  'closure.interval_invalid': [422, '`endsAt` must be after `startsAt` and in the future, at most 3 years after `startsAt`.'],
  'closure.state_conflict': [409, 'The closure is over.'],
  'booking.not_found': [404, 'There is no such booking.'],
  'booking.not_yours': [403, 'The booking is somebody else\'s.'],
  'booking.interval_invalid': [422, '`endsAt` must be after `startsAt`, by at most 24 hours.'],
  'booking.policy_violated': [422, 'The booking breaks rules of the room. `details` holds every one of them with its `code`, `limit` and `actual`.'],
  'booking.override_forbidden': [403, 'Only a facility manager or an admin may override the rules of a room.'],
  'booking.recurrence_invalid': [422, 'The recurrence rule cannot be read, or does not make a series that can be booked.'],
  'booking.series_not_found': [404, 'There is no such series.'],
  'booking.conflict': [409, 'The room is booked at that time. `details` holds the intervals in the way and some that are free.'],
  'booking.room_unavailable': [409, 'The room cannot be booked at present.'],
  'booking.state_conflict': [409, 'The booking is in a state that does not allow this.'],
  'booking.approval_required': [409, 'The room requires approval: a booking of another time there is a new one.'],
  'booking.scope_invalid': [422, '`from` goes with the scope `following`, and is the `originalStartsAt` of an occurrence of the series.'],
  'calendar.not_found': [404, 'There is no such calendar feed, or it has ended.'],
  'calendar.too_many_feeds': [409, 'Nobody has more than 20 calendar feeds. Revoke one.'],
  'report.not_found': [404, 'There is no such report.'],
  'report.not_yours': [403, 'The report is somebody else\'s.'],
  'report.not_done': [409, 'The report has no file: it is still being made, or has failed, or was cancelled.'],
  'report.expired': [409, 'The file of the report was kept for some days and is gone. Order the report again.'],
  'report.state_conflict': [409, 'The report is done or has failed, and cannot be cancelled.'],
  'review.not_found': [404, 'There is no such review, or it is hidden from the caller.'],
  'review.not_yours': [403, 'Only its author may do this to a review, or see it while it is hidden.'],
  'review.own': [403, 'One cannot flag one\'s own review, nor mark it as helpful.'],
  'review.already_flagged': [409, 'You have flagged this review already. Once is enough.'],
  'review.state_conflict': [409, 'The review is in a state that does not allow this.'],
  'review.room_not_used': [422, 'Only somebody whose booking of the room is completed can review it.'],
  'review.duplicate': [409, 'You have reviewed this room already. Change that review instead.'],
  'dependency.unavailable': [503, 'The service needs something that is down. `Retry-After` says when to try again.'],
  closing: [503, 'This instance of the service is about to stop. Another one answers, or this one when it is back.'],
  deadline_exceeded: [503, 'The request took longer than it may. Whether a change took effect is not known: repeat it with the same `Idempotency-Key`, or look.'],
  overloaded: [503, 'The service has more to do than it can. `Retry-After` says when to try again.'],
  internal: [500, 'The service failed. Quote the correlation id when you report it.']
} as const satisfies Record<string, readonly [status: number, meaning: string]>

export type ErrorCode = keyof typeof catalogue

/** The body of every failure: the component `ErrorBody` of the contracts. */
export interface ErrorBody {
  error: string
  message: string
  code: string
  correlationId: string
  details?: readonly object[]
}

/** A failure that the caller is to hear of. Anything else that is thrown is answered 500 and only logged. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly details: readonly object[] | undefined
  readonly headers: Record<string, string>

  /**
   * @param code a code of the catalogue; it decides the status
   * @param message what happened and what to do about it, for people
   * @param options `details` piece by piece, `headers` to send along
   */
  constructor (code: ErrorCode, message: string, { details, headers = {}, cause }: { details?: readonly object[], headers?: Record<string, string>, cause?: unknown } = {}) {
    super(message, { cause })
    this.name = 'Refusal'
    this.code = code
    this.status = catalogue[code][0]
    this.details = details
    this.headers = headers
  }
}

/** A 503 for a dependency that does not answer, with `Retry-After`. */
export function unavailable (dependency: string, cause?: unknown, retryAfterSeconds = 5): Refusal {
  return new Refusal('dependency.unavailable', `${dependency} cannot be reached. Try again in ${retryAfterSeconds} seconds.`,
    { headers: { 'retry-after': String(retryAfterSeconds) }, cause })
}

/**
 * A 415 for a body that the operation does not take.
 * @param takesForm whether it takes a form instead of JSON
 */
export function mediaTypeRefusal (takesForm: boolean): Refusal {
  return new Refusal('request.media_type_unsupported', takesForm ? 'Send a form, or no body.' : 'Send the body as application/json.')
}

/** The most `details` that an answer holds: `maxItems` of the contracts. */
export const maxDetails = 50

/** The body that a failure is answered with. */
export function errorBody (status: number, code: ErrorCode, message: string, correlationId: string, details?: readonly object[]): ErrorBody {
  return { error: STATUS_CODES[status] ?? 'Error', message, code, correlationId, ...(details && { details: details.slice(0, maxDetails) }) }
}
