/** An event that a mail tells of, as far as it decides what is out of date. */
export interface News {
  notificationId: string
  addressee: string
  kind: string
  isSent: boolean
  eventId: string
  /** The booking or the series that the event is about. */
  subject: string
  data: unknown
}

/** The kinds of mails that tell that somebody has to decide. */
const tellWaiting: ReadonlySet<string> = new Set(['booking_pending', 'approval_requested'])

/** The kinds of mails that tell how a booking stands. */
const tellState: ReadonlySet<string> = new Set(['booking_confirmed', 'booking_changed', 'booking_cancelled', 'booking_rejected'])

/**
 * Whether later events have made it pointless to tell somebody of an event: what was cancelled is not announced, what was decided does
 * not wait for approval, and nobody who knows the newer state is told the older one. The ids of events rise with time (UUIDv7).
 */
export function isObsolete (news: News, all: readonly News[]): boolean {
  const later = all.filter(({ subject, eventId }) => subject === news.subject && eventId > news.eventId)
  if (!isOver(news.data) && later.some(({ data }) => isOver(data))) return true
  if (tellWaiting.has(news.kind) && later.some(({ data }) => !isPending(data))) return true
  return later.some(({ addressee, kind, isSent }) => isSent && addressee === news.addressee && tellState.has(kind) && tellState.has(news.kind))
}

function isOver (data: unknown): boolean {
  const { status } = data as { status?: string }
  return status === 'cancelled' || status === 'rejected'
}

function isPending (data: unknown): boolean {
  const { status, pending } = data as { status?: string, pending?: boolean }
  return status === 'pending' || pending === true
}
