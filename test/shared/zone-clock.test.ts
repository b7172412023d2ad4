import fc from 'fast-check'
import { t } from '../support/suite.ts'
import { Temporal } from 'temporal-polyfill'
import { isShownOnce, localText, textOf, zoneClock } from '../../shared/domain/zone-clock.ts'
import { seedOf } from '../support/random.ts'

const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Sao_Paulo', 'Pacific/Apia', 'Africa/Casablanca', 'America/Nuuk')
/** Minutes of the years around, most of them in the days in which clocks are changed. */
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(2010, 0) / 60_000, max: Date.UTC(2032, 0) / 60_000 }),
  fc.tuple(fc.constantFrom(Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25), Date.UTC(2027, 2, 14), Date.UTC(2027, 10, 7), Date.UTC(2026, 3, 5), Date.UTC(2026, 9, 4), Date.UTC(2011, 11, 30), Date.UTC(2027, 1, 7)), fc.integer({ min: -36 * 60, max: 36 * 60 })).map(([day, minutes]) => day / 60_000 + minutes)
).map(minutes => minutes * 60_000)

t.test('zoneClock: every instant has the local time, and every local time the instants, that Temporal finds', async t => {
  const seed = seedOf(t)
  fc.assert(fc.property(zone, instant, (timeZone, time) => {
    const clock = zoneClock(timeZone)
    const zoned = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone)
    const plain = Temporal.PlainDateTime.from(textOf(time)) // the same figures, read as a local time, which may not exist or be there twice
    const [earlier, later] = (['earlier', 'later'] as const).map(disambiguation => plain.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds) as [number, number]
    const exists = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' }).toPlainDateTime().equals(plain)
    return localText(new Date(time), timeZone) === zoned.toPlainDateTime().toString({ smallestUnit: 'second' }) &&
      clock.nextChange(time) === (zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity) &&
      JSON.stringify(clock.instantsOf(time)) === JSON.stringify(exists ? [...new Set([earlier, later])] : []) &&
      clock.instantOf(time) === plain.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds &&
      isShownOnce(new Date(time), timeZone) === (clock.instantsOf(clock.localAt(time)).length === 1)
  }), { numRuns: 3_000, seed })
})

t.test('zoneClock: a clock that is put back shows an hour twice, one that is put forward skips it, and one instant is one time', async t => {
  const clock = zoneClock('Europe/Berlin')
  t.same(clock.instantsOf(Date.UTC(2026, 9, 25, 2, 30)), [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)])
  t.same(clock.instantsOf(Date.UTC(2026, 2, 29, 2, 30)), [])
  t.equal(clock.instantOf(Date.UTC(2026, 2, 29, 2, 30)), Date.UTC(2026, 2, 29, 1, 30), '02:30 is 03:30 there')
  t.equal(localText(new Date('2026-03-29T01:00:00Z'), 'Europe/Berlin'), '2026-03-29T03:00:00', 'the instant of the change has the new time')
  t.equal(localText(new Date('2026-03-29T00:59:59.999Z'), 'Europe/Berlin'), '2026-03-29T01:59:59')
  t.throws(() => zoneClock('Europe/Atlantis'), RangeError)
  t.throws(() => zoneClock('PST'), RangeError)
})
