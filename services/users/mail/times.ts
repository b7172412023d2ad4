/** How somebody reads times. */
export interface Reader { locale: string, timeZone: string }

export interface Slot { startsAt: Date, endsAt: Date }

/** An interval as its reader would say it; in the room's time zone as well, where that is another one. */
export function describeSlot ({ startsAt, endsAt }: Slot, { locale, timeZone }: Reader, roomTimeZone: string): string {
  const inZone = (zone: string): string => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zone })
    return `${format.formatRange(startsAt, endsAt)} (${zone})`
  }
  const offset = (zone: string): string | undefined => new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(startsAt).find(({ type }) => type === 'timeZoneName')?.value
  return offset(timeZone) === offset(roomTimeZone) ? inZone(timeZone) : `${inZone(timeZone)}\n${inZone(roomTimeZone)}, where the room is`
}

/** An instant as its reader would say it. */
export function describeInstant (instant: Date, { locale, timeZone }: Reader): string {
  return `${new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(instant)} (${timeZone})`
}
