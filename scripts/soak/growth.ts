import type { Holdings } from './holdings.ts'

/** How much something that is held grew, and how much it may. */
export interface Growth { name: string, early: number, late: number, most: number }

const megabyte = 1_048_576
/**
 * The heap is compared after collections, so that a leak of a few hundred bytes a request shows; what is resident also has pages that the
 * allocator keeps; a pool keeps the connections that a peak opened, up to its limit.
 */
const mostGrowth: Array<[name: RegExp, most: number]> = [[/^heap|^memory of Redis/, 8 * megabyte], [/^resident/, 64 * megabyte], [/^MySQL/, 8], [/^Redis|^RabbitMQ/, 0]]

/**
 * Compares the least that was held in the first and in the last third of the time. Peaks come and go, what leaks does not go away again.
 *
 * @param samples in the order of time, from after the warm-up; at least three
 */
export function growthOf (samples: readonly Holdings[]): Growth[] {
  const third = Math.floor(samples.length / 3)
  const least = (name: string, some: readonly Holdings[]): number => Math.min(...some.map(holdings => holdings.get(name) ?? 0))
  return [...samples[0]?.keys() ?? []].map(name => ({
    name,
    early: least(name, samples.slice(0, third)),
    late: least(name, samples.slice(-third)),
    most: mostGrowth.find(([pattern]) => pattern.test(name))?.[1] ?? 0
  }))
}

/** Whether it grew more than it may. */
export function leaks ({ early, late, most }: Growth): boolean {
  return late - early > most
}

/** The growth in a line, for people. */
export function lineOf (growth: Growth): string {
  const { name, early, late, most } = growth
  const show = (value: number): string => most >= megabyte ? `${(value / megabyte).toFixed(1)} MiB` : String(value)
  return `${name.padEnd(28)}${show(early).padStart(12)}${show(late).padStart(12)}${show(late - early).padStart(12)}${show(most).padStart(12)}${leaks(growth) ? '   TOO MUCH' : ''}`
}
