/** What a load came to. */
export interface Measurement { perSecond: number, p50: number, p99: number, cpuPerThousand: number }

/**
 * Does some work again and again, many at once.
 *
 * @param seconds how long, at most
 * @param atMost how often, at most: some work can only be done so many times
 * @param cpuSeconds CPU time that was used so far by whoever does the work
 * @returns how often a second, milliseconds that it took, and CPU seconds for a thousand times
 * @throws Error when the work fails once
 */
export async function measure (work: () => Promise<void>, { atOnce, seconds, atMost = Infinity, cpuSeconds }: { atOnce: number, seconds: number, atMost?: number, cpuSeconds: () => Promise<number> }): Promise<Measurement> {
  const times: number[] = []
  let begun = 0
  const cpuBefore = await cpuSeconds()
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let since = start; since < end && begun++ < atMost;) {
      await work()
      const now = performance.now()
      times.push(now - since)
      since = now
    }
  }))
  const elapsed = (performance.now() - start) / 1000
  const cpu = await cpuSeconds() - cpuBefore
  const sorted = times.sort((a, b) => a - b)
  const quantile = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0
  return { perSecond: sorted.length / elapsed, p50: quantile(0.5), p99: quantile(0.99), cpuPerThousand: cpu / sorted.length * 1000 }
}

/** CPU seconds that this process has used. */
export async function ownCpuSeconds (): Promise<number> {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
