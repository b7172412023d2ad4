import fc from 'fast-check'

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
const someOf = <T>(values: fc.Arbitrary<T>, most: number): fc.Arbitrary<string> => fc.uniqueArray(values, { minLength: 1, maxLength: most }).map(list => list.join(','))
const optional = (name: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<string[]> => fc.option(values, { nil: undefined }).map(value => value === undefined ? [] : [`${name}=${String(value)}`])
const ordinalDay = fc.tuple(fc.constantFrom('', '1', '2', '3', '4', '5', '-1', '-2'), weekday).map(([ordinal, name]) => `${ordinal}${name}`)
const monthDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(-1, -2, -31))
const position = optional('BYSETPOS', someOf(fc.constantFrom(1, 2, 3, -1, -2), 2))
const interval = optional('INTERVAL', fc.integer({ min: 1, max: 5 }))
const parts = (...arbitraries: Array<fc.Arbitrary<string[]>>): fc.Arbitrary<string[]> => fc.tuple(...arbitraries).map(lists => lists.flat())
/** Recurrence rules of every kind, without their end. */
export const rule = fc.oneof(
  parts(fc.constant(['FREQ=DAILY']), interval, optional('BYDAY', someOf(weekday, 3)), optional('BYMONTHDAY', someOf(monthDay, 3)), optional('BYMONTH', someOf(fc.integer({ min: 1, max: 12 }), 6))),
  parts(fc.constant(['FREQ=WEEKLY']), interval, someOf(weekday, 4).map(value => [`BYDAY=${value}`]), position, optional('WKST', weekday)),
  parts(fc.constant(['FREQ=WEEKLY']), interval, optional('WKST', weekday)),
  parts(fc.constant(['FREQ=MONTHLY']), interval, someOf(ordinalDay, 4).map(value => [`BYDAY=${value}`]), position, optional('BYMONTH', someOf(fc.integer({ min: 1, max: 12 }), 6))),
  parts(fc.constant(['FREQ=MONTHLY']), interval, someOf(monthDay, 3).map(value => [`BYMONTHDAY=${value}`]), position),
  parts(fc.constant(['FREQ=MONTHLY']), interval),
  parts(fc.constant(['FREQ=YEARLY']), optional('BYMONTH', someOf(fc.integer({ min: 1, max: 12 }), 3)), someOf(ordinalDay, 3).map(value => [`BYDAY=${value}`]), position),
  parts(fc.constant(['FREQ=YEARLY']), optional('BYMONTH', someOf(fc.integer({ min: 1, max: 12 }), 3)), optional('BYMONTHDAY', someOf(monthDay, 3)))
).map(list => list.join(';'))
/**
 * Those of them that ical.js takes as RFC 5545 has them. It does not know BYSETPOS but for weekdays of a month, gives BYMONTH no INTERVAL,
 * and looks in years for weekdays of a month only.
 */
export const commonRule = fc.oneof(
  parts(fc.constant(['FREQ=DAILY']), interval, optional('BYDAY', someOf(weekday, 3))),
  parts(fc.constant(['FREQ=WEEKLY']), interval, optional('BYDAY', someOf(weekday, 4)), optional('WKST', weekday)),
  parts(fc.constant(['FREQ=MONTHLY']), interval, ordinalDay.map(value => [`BYDAY=${value}`])),
  parts(fc.constant(['FREQ=MONTHLY']), interval, someOf(weekday, 5).map(value => [`BYDAY=${value}`]), optional('BYSETPOS', fc.constantFrom(1, 2, -1))),
  parts(fc.constant(['FREQ=MONTHLY']), interval, monthDay.map(value => [`BYMONTHDAY=${value}`])),
  parts(fc.constant(['FREQ=MONTHLY']), interval),
  parts(fc.constant(['FREQ=YEARLY']), fc.integer({ min: 1, max: 12 }).map(value => [`BYMONTH=${value}`]), optional('BYDAY', ordinalDay)),
  parts(fc.constant(['FREQ=YEARLY']))
).map(list => list.join(';'))
/** Time zones, some of them with odd changes of the clock. */
export const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Sao_Paulo', 'Pacific/Apia')
/** Days of three years. */
export const firstDay = fc.integer({ min: 0, max: 3 * 365 }).map(days => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
/** Clock times. */
export const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45')).map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${minutes}`)
