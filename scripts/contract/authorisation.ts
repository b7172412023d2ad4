import { operationsOf, type BundledDocument, type OperationObject, type ParameterObject } from './document.ts'

/** Who calls. `owner` is an ordinary user with something of his own; the roles after it act on what belongs to somebody else. */
export const callers = ['anonymous', 'bad token', 'owner', 'user', 'facility_manager', 'moderator', 'admin', 'service'] as const
export type Caller = typeof callers[number]

/** What a caller gets: through, or the status of the refusal. Nothing where nobody owns what the operation is about. */
export type Verdict = 'yes' | '401' | '403' | '404' | ''

/** One operation, or one of its optional parameters that name something of a person. */
export interface AuthorisationRow {
  service: string
  operationId: string
  /** The parameter that names what somebody owns. */
  owned: ParameterObject | undefined
  verdicts: Record<Caller, Verdict>
}

/** Who is refused what is somebody else's though the role may call the operation; and whether its owner is. */
interface Ownership { others: Partial<Record<Caller, Verdict>>, owner?: Verdict }

/** What these parameters name belongs to nobody. */
const ownedByNobody = new Set(['roomId', 'closureId', 'name', 'secret', 'token'])
/** The role alone decides, and lists show the caller only what the caller may see. */
const byRole: Ownership = { others: {} }
const forManagers: Ownership = { others: { user: '403', moderator: '403' } }
const forAdmins: Ownership = { others: { facility_manager: '403' } }
const theirsAlone: Ownership = { others: { user: '404', facility_manager: '404', moderator: '404', admin: '404' } }
const notForOwners: Ownership = { others: {}, owner: '403' }

/** The rules of ownership by operation and parameter. Every parameter that is the id of something is here, or belongs to nobody. */
const ownership: Record<string, Record<string, Ownership>> = {
  revokeSession: { sessionId: theirsAlone },
  getUser: { userId: { others: { user: '403', facility_manager: '403', moderator: '403' } } },
  updateUser: { userId: byRole },
  deleteUser: { userId: byRole },
  listUserAudit: { userId: byRole },
  listUsersByIds: { userId: byRole },
  listBookings: { userId: forManagers, seriesId: byRole },
  getBooking: { bookingId: forManagers },
  updateBooking: { bookingId: forManagers },
  cancelBooking: { bookingId: forManagers },
  approveBooking: { bookingId: byRole },
  rejectBooking: { bookingId: byRole },
  endBooking: { bookingId: forManagers },
  getBookingHistory: { bookingId: forManagers },
  checkAvailability: { excludeBookingId: forManagers },
  getBookingSeries: { seriesId: forManagers },
  getBookingSeriesSchedule: { seriesId: forManagers },
  updateBookingSeries: { seriesId: forManagers },
  cancelBookingSeries: { seriesId: forManagers },
  approveBookingSeries: { seriesId: byRole },
  rejectBookingSeries: { seriesId: byRole },
  getReport: { reportId: forAdmins },
  downloadReport: { reportId: forAdmins },
  cancelReport: { reportId: forAdmins },
  revokeCalendarFeed: { feedId: theirsAlone },
  getCalendarFeed: { feedId: theirsAlone },
  listReviews: { userId: byRole },
  getReview: { reviewId: byRole },
  updateReview: { reviewId: { others: { user: '403', facility_manager: '403', moderator: '403', admin: '403' } } },
  deleteReview: { reviewId: { others: { user: '403', facility_manager: '403' } } },
  getReviewHistory: { reviewId: byRole },
  markReviewHelpful: { reviewId: notForOwners },
  unmarkReviewHelpful: { reviewId: byRole },
  flagReview: { reviewId: notForOwners },
  moderateReview: { reviewId: byRole },
  listModerationLog: { reviewId: byRole, moderatorId: byRole }
}

/**
 * Who may do what: the roles of the contracts, and the rules of ownership.
 *
 * @param documents the bundled documents by service
 * @throws Error that names the parameters for which no rule of ownership is written down
 */
export function authorisationRows (documents: Record<string, BundledDocument>): AuthorisationRow[] {
  const missing: string[] = []
  const rows = Object.entries(documents).flatMap(([service, document]) => operationsOf(document).flatMap(({ operation, parameters }) => {
    const { operationId } = operation
    const ids = parameters.filter(({ in: place, name }) => (place === 'path' || (place === 'query' && /(^|[a-z])Id$|^id$/.test(name))) && !ownedByNobody.has(name))
    missing.push(...ids.filter(({ name }) => !ownership[operationId]?.[name]).map(({ name }) => `${service}.${operationId} ${name}`))
    const needed = ids.find(({ required }) => required)
    const optional = ids.filter(({ name, required }) => required !== true && ownership[operationId]?.[name] !== byRole)
    return [needed, ...optional].map(owned => ({ service, operationId, owned, verdicts: verdictsOf(operation, owned && ownership[operationId]?.[owned.name]) }))
  }))
  if (missing.length > 0) throw new Error(`Whose is what these parameters name? Say it in scripts/contract/authorisation.ts: ${missing.join(', ')}`)
  return rows
}

function verdictsOf ({ security }: OperationObject, rule: Ownership | undefined): Record<Caller, Verdict> {
  const roles = security?.[0]?.['bearerAuth']
  return Object.fromEntries(callers.map((caller): [Caller, Verdict] => {
    if (caller === 'owner') return [caller, rule ? roles?.includes('user') === false ? '403' : rule.owner ?? 'yes' : '']
    if (!roles) return [caller, 'yes']
    if (caller === 'anonymous' || caller === 'bad token') return [caller, '401']
    return [caller, roles.includes(caller) ? rule?.others[caller] ?? 'yes' : '403']
  })) as Record<Caller, Verdict>
}

/** The table of it, as a page for people. */
export function authorisationPage (documents: Record<string, BundledDocument>): string {
  const rows = authorisationRows(documents)
  const table = (service: string): string[] => [
    `## ${service}`,
    '',
    `| operation | ${callers.join(' | ')} |`,
    `| --- |${callers.map(() => ' :-: |').join('')}`,
    ...rows.filter(row => row.service === service).map(({ operationId, owned, verdicts }) => {
      const of = !owned || owned.in === 'path' ? '' : ` with \`${owned.name}\``
      return `| \`${operationId}\`${of} | ${callers.map(caller => verdicts[caller]).join(' | ')} |`
    }),
    ''
  ]
  return [
    '<!-- Generated from openapi/ and scripts/contract/authorisation.ts by `npm run generate`. Do not edit. -->',
    '# Who may do what',
    '',
    'Roles are in the contracts; rules of ownership are in `scripts/contract/authorisation.ts`. The tests try every cell.',
    '',
    '- `yes`: neither role nor ownership is in the way. A number is the status of the refusal.',
    '- `bad token`: one that is expired, altered, unsigned, signed with another key or another algorithm, for another audience, of another',
    '  issuer, of a session that was ended, or of an account that was disabled. Operations for everybody do not look at tokens.',
    '- `owner`: somebody with the role `user`, with something of his own: his booking, session, review, account. The roles after it act on what',
    '  is somebody else\'s. Empty where what the operation is about belongs to nobody, or to whoever calls.',
    '',
    ...Object.keys(documents).flatMap(table)
  ].join('\n')
}
