import type { Announcement } from '../domain/attendance.ts'
import type { Needs } from './needs.ts'

interface AnnouncementRow { ends_at: Date, sequence: number, told: string | null }

const isIt = 'addressee = ? AND booking_id = ?'

/** What attendees were told of calendar entries, by the hash of the address and the UID. */
export function announcementsRepository ({ database }: Needs) {
  return {
    async find (emailHash: string, uid: string): Promise<Announcement | undefined> {
      const row = await database.row<AnnouncementRow>(`SELECT ends_at, sequence, told FROM calendar_entry WHERE ${isIt}`, [emailHash, uid])
      return row && { endsAt: row.ends_at, sequence: row.sequence, told: row.told }
    },

    /** Notes that something is about to be told: until it is known what became of it, it may be in the calendar. */
    async begin (emailHash: string, uid: string, { sequence, endsAt }: Pick<Announcement, 'sequence' | 'endsAt'>): Promise<void> {
      await database.write(`INSERT INTO calendar_entry (addressee, booking_id, ends_at, sequence) VALUES (?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE ends_at = GREATEST(ends_at, ?), sequence = ?, told = NULL`, [emailHash, uid, endsAt, sequence, endsAt, sequence])
    },

    /** Notes what was told. */
    async finish (emailHash: string, uid: string, told: string): Promise<void> {
      await database.write(`UPDATE calendar_entry SET told = ? WHERE ${isIt}`, [told, emailHash, uid])
    },

    /** Notes that what was about to be told certainly did not arrive. */
    async takeBack (emailHash: string, uid: string, before: Announcement | undefined): Promise<void> {
      if (before) await database.write(`UPDATE calendar_entry SET sequence = ?, told = ? WHERE ${isIt}`, [before.sequence, before.told, emailHash, uid])
      else await database.write(`DELETE FROM calendar_entry WHERE ${isIt}`, [emailHash, uid])
    }
  }
}
