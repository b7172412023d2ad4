import type { InvitationKind } from '../domain/attendance.ts'
import type { Letter } from './layout.ts'
import { sectionFacts, type Section } from './letters.ts'
import type { Reader } from './times.ts'

const longestTitle = 200

const texts: Record<InvitationKind, { subject: string, heading: string, paragraph: string }> = {
  invitation: {
    subject: 'Invitation',
    heading: 'You are invited',
    paragraph: 'You are on the list of those who come. The attached invitation puts the meeting into your calendar.'
  },
  invitation_changed: {
    subject: 'Invitation changed',
    heading: 'An invitation has changed',
    paragraph: 'This is how it stands now. The attached invitation brings your calendar up to date.'
  },
  invitation_cancelled: {
    subject: 'Invitation cancelled',
    heading: 'An invitation is cancelled',
    paragraph: 'The meeting does not take place, or you are not on the list of those who come any more. Your calendar is brought up to date.'
  }
}

/** The subject of a mail to an attendee. */
export function invitationSubject (kind: InvitationKind, title: string): string {
  return `${texts[kind].subject}: ${title.slice(0, longestTitle)}`
}

/**
 * The letter to an attendee.
 * @param holderName who invites; strangers are not told
 */
export function invitationLetter (kind: InvitationKind, section: Section, holderName: string | undefined, reader: Reader): Letter {
  const { heading, paragraph } = texts[kind]
  const facts = sectionFacts(section, reader)
  return { heading, paragraphs: [paragraph], facts: holderName === undefined ? facts : [...facts, ['Booked by', holderName]] }
}
