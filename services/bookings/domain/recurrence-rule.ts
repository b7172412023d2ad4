import { Refusal } from '../../../shared/errors.ts'

/** A weekday of a rule: 1 is Monday; the ordinal counts within the month or year, from its end when negative. */
export interface WeekdayRule { weekday: number, ordinal: number | undefined }

/** A recurrence rule of RFC 5545. */
export interface RecurrenceRule {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  weekdays: WeekdayRule[]
  monthDays: number[]
  months: number[]
  positions: number[]
  /** The day that weeks begin with; 1 is Monday. */
  weekStart: number
  end: { count: number } | { untilDate: string } | { untilInstant: string }
}

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** How many occurrences a series has at most. */
export const mostOccurrences = 366

/** The refusal of a rule. */
export function recurrenceRefusal (message: string): Refusal {
  return new Refusal('booking.recurrence_invalid', message)
}

/**
 * Reads the text of a rule.
 * @throws Refusal `booking.recurrence_invalid` when it is none, or one that is not supported
 */
export function parseRule (text: string): RecurrenceRule {
  const parts = new Map<string, string>()
  for (const part of text.toUpperCase().replace(/^RRULE:/, '').split(';')) {
    const [name = '', value = '', ...rest] = part.split('=')
    if (!(name in readers) || value === '' || rest.length > 0) throw recurrenceRefusal(`The recurrence rule has ${part === '' ? 'an empty part' : `the part ${part}, which is not supported`}. Parts are ${Object.keys(readers).join(', ')}.`)
    if (parts.has(name)) throw recurrenceRefusal(`The recurrence rule has ${name} twice.`)
    parts.set(name, value)
  }
  const read = <Name extends keyof typeof readers>(name: Name): ReturnType<(typeof readers)[Name]> | undefined => {
    const value = parts.get(name)
    return value === undefined ? undefined : readers[name](value) as ReturnType<(typeof readers)[Name]>
  }
  const frequency = read('FREQ')
  if (!frequency) throw recurrenceRefusal('The recurrence rule has no FREQ. Begin with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.')
  const count = read('COUNT')
  const until = read('UNTIL')
  if ((count === undefined) === (until === undefined)) throw recurrenceRefusal('The recurrence rule needs an end: either COUNT or UNTIL.')
  const rule: RecurrenceRule = {
    frequency,
    interval: read('INTERVAL') ?? 1,
    weekdays: read('BYDAY') ?? [],
    monthDays: read('BYMONTHDAY') ?? [],
    months: read('BYMONTH') ?? [],
    positions: read('BYSETPOS') ?? [],
    weekStart: read('WKST') ?? 1,
    end: count === undefined ? until as NonNullable<typeof until> : { count }
  }
  if (rule.weekdays.some(({ ordinal }) => ordinal !== undefined) && (frequency === 'DAILY' || frequency === 'WEEKLY')) throw recurrenceRefusal('BYDAY has ordinals only where FREQ is MONTHLY or YEARLY.')
  if (rule.weekdays.some(({ ordinal = 1 }) => Math.abs(ordinal) > (frequency === 'MONTHLY' || rule.months.length > 0 ? 5 : 53))) throw recurrenceRefusal('BYDAY has an ordinal that no month or year reaches.')
  if (rule.monthDays.length > 0 && frequency === 'WEEKLY') throw recurrenceRefusal('BYMONTHDAY cannot be used where FREQ is WEEKLY.')
  if (rule.positions.length > 0 && rule.weekdays.length + rule.monthDays.length + rule.months.length === 0) throw recurrenceRefusal('BYSETPOS needs another BY part to choose from.')
  return rule
}

/** A rule as text, in one order of its parts. */
export function ruleText (rule: RecurrenceRule): string {
  const list = (name: string, values: ReadonlyArray<string | number>): string[] => values.length > 0 ? [`${name}=${values.join(',')}`] : []
  return [
    `FREQ=${rule.frequency}`,
    ...rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`],
    ...list('BYMONTH', rule.months),
    ...list('BYMONTHDAY', rule.monthDays),
    ...list('BYDAY', rule.weekdays.map(({ weekday, ordinal }) => `${ordinal ?? ''}${weekdayNames[weekday - 1]}`)),
    ...list('BYSETPOS', rule.positions),
    ...rule.weekStart === 1 ? [] : [`WKST=${weekdayNames[rule.weekStart - 1]}`],
    'count' in rule.end ? `COUNT=${rule.end.count}` : `UNTIL=${'untilDate' in rule.end ? rule.end.untilDate.replaceAll('-', '') : rule.end.untilInstant.replaceAll(/[-:]|\.\d+/g, '')}`
  ].join(';')
}

function numbers (name: string, least: number, most: number): (value: string) => number[] {
  // Some calendar programs take lists only in this order.
  return value => value.split(',').map(text => integer(name, text, least, most)).sort((a, b) => a - b)
}

function integer (name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (!/^[+-]?\d{1,4}$/.test(text) || number < least || number > most || (number === 0 && least < 0)) throw recurrenceRefusal(`${name} has ${text}; it takes numbers from ${least} to ${most}${least < 0 ? ' without 0' : ''}.`)
  return number
}

function weekday (name: string, text: string): number {
  const index = weekdayNames.indexOf(text)
  if (index < 0) throw recurrenceRefusal(`${name} has ${text}; weekdays are ${weekdayNames.join(', ')}.`)
  return index + 1
}

const readers = {
  FREQ: (value: string): RecurrenceRule['frequency'] => {
    if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(value)) throw recurrenceRefusal(`FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not ${value}.`)
    return value as RecurrenceRule['frequency']
  },
  INTERVAL: (value: string): number => integer('INTERVAL', value, 1, 366),
  BYDAY: (value: string): WeekdayRule[] => value.split(',').map(text => {
    const [, ordinal = '', name = ''] = /^([+-]?\d{1,2})?([A-Z]+)$/.exec(text) ?? [undefined, '', text]
    return { weekday: weekday('BYDAY', name), ordinal: ordinal === '' ? undefined : integer('BYDAY', ordinal, -53, 53) }
  }).sort((a, b) => a.weekday - b.weekday || (a.ordinal ?? 0) - (b.ordinal ?? 0)),
  BYMONTH: numbers('BYMONTH', 1, 12),
  BYMONTHDAY: numbers('BYMONTHDAY', -31, 31),
  BYSETPOS: numbers('BYSETPOS', -366, 366),
  WKST: (value: string): number => weekday('WKST', value),
  COUNT: (value: string): number => integer('COUNT', value, 1, mostOccurrences),
  UNTIL: (value: string): { untilDate: string } | { untilInstant: string } => {
    const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/.exec(value) ?? []
    const text = `${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}:${second}Z`}`
    const instant = new Date(text)
    if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== text.slice(0, 10)) throw recurrenceRefusal(`UNTIL is a day like 20261231 or an instant like 20261231T225959Z, not ${value}.`)
    return hour === undefined ? { untilDate: text } : { untilInstant: instant.toISOString() }
  }
}
