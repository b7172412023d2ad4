/** One request, as its client saw it. */
export interface Measurement {
  phase: string
  /** `<service>.<operationId>` */
  operation: string
  /** The status, or why there is none. */
  outcome: number | 'unreachable' | 'hung'
  milliseconds: number
}

/** What happened to the requests of a phase. */
export interface PhaseSummary { phase: string, requests: number, outcomes: Map<Measurement['outcome'], number>, slowest: Measurement }

/** What happened to all requests. */
export interface Measurements {
  /** What goes on at the moment; a request belongs to the phase in which it was sent. */
  phase: string
  add: (measurement: Measurement) => void
  /** In the order in which the phases began. */
  phases: () => PhaseSummary[]
  /** How many answers of success each operation gave. */
  successes: () => Map<string, number>
}

/** Begins to measure. */
export function measure (phase: string): Measurements {
  const summaries = new Map<string, PhaseSummary>()
  const successes = new Map<string, number>()
  return {
    phase,
    add: measurement => {
      const { phase, operation, outcome, milliseconds } = measurement
      const summary = summaries.get(phase) ?? { phase, requests: 0, outcomes: new Map(), slowest: measurement }
      summaries.set(phase, summary)
      summary.requests++
      summary.outcomes.set(outcome, (summary.outcomes.get(outcome) ?? 0) + 1)
      if (milliseconds > summary.slowest.milliseconds) summary.slowest = measurement
      if (typeof outcome === 'number' && outcome < 300) successes.set(operation, (successes.get(operation) ?? 0) + 1)
    },
    phases: () => [...summaries.values()],
    successes: () => successes
  }
}
