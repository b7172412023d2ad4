import { attendedBy, invitationKindOf, withoutTexts, type Announcement, type Occasion, type Telling } from '../domain/attendance.ts'
import type { DueAttendeeMail } from '../repository/attendee-mails.ts'
import type { Repository } from '../repository/index.ts'
import { fingerprintOf } from './fingerprint.ts'

/** What is to be told, and what was told before. */
export interface News extends Telling {
  /** What is noted as told once the mail is out. */
  fingerprint: string
  announcement: Announcement | undefined
}

type Sources = Pick<Repository, 'accounts' | 'announcements' | 'attendeeMails' | 'mailStops'>

/**
 * Makes the look at what there is to tell an attendee now.
 * @returns nothing when there is no point in it, or the reader may not be mailed
 */
export function attendeeNews ({ accounts, announcements, attendeeMails, mailStops }: Sources): (mail: DueAttendeeMail, whole: Occasion) => Promise<News | undefined> {
  return async ({ emailHash, recipient, thread }, whole) => {
    const user = await attendeeMails.accountOf(recipient)
    const mayBeMailed = user ? user.status === 'active' : !await mailStops.isStopped(emailHash)
    if (!mayBeMailed) return undefined
    const [holder, announcement] = await Promise.all([accounts.find(whole.head.userId), announcements.find(emailHash, thread)])
    if (user && user.id === holder?.id) return undefined // who has mails of his own
    const occasion = user ? whole : withoutTexts(whole)
    const attended = attendedBy(recipient, occasion.bookings)
    const fingerprint = fingerprintOf(attended)
    const kind = invitationKindOf({ attended, fingerprint, announcement, holder, now: new Date() })
    const sequence = Math.max(occasion.head.version, (announcement?.sequence ?? 0) + 1)
    return kind && { kind, occasion, attended, fingerprint, holder, user, announcement, sequence }
  }
}
