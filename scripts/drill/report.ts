import { contracts, deadlineMilliseconds } from './clients.ts'
import type { Recovery } from './faults.ts'
import type { Measurement, Measurements, PhaseSummary } from './measurements.ts'

/** What a drill came to. */
export interface Outcome {
  measurements: Measurements
  recoveries: Recovery[]
  /** How many things were acknowledged, and which are not as they were acknowledged. */
  acknowledged: number
  lost: string[]
  /** Events that do not arrive. */
  stuck: string[]
  refusals: Map<string, number>
}

const shown = 20

/** All operations of all contracts. */
export const operations = Object.entries(contracts).flatMap(([service, contract]) => Object.keys(contract).map(operationId => `${service}.${operationId}`))

/** The operations that never succeeded: the drill says nothing of them. */
function missingOf (measurements: Measurements): string[] {
  const successes = measurements.successes()
  return operations.filter(operation => !successes.has(operation))
}

/** What is wrong, in words; nothing when the system did as it should. */
export function faultsOf ({ measurements, recoveries, lost, stuck }: Outcome): string[] {
  const outcomes = measurements.phases().flatMap(phase => [...phase.outcomes])
  const broken = count(outcomes, isBroken)
  const hung = count(outcomes, outcome => outcome === 'hung')
  const missing = missingOf(measurements)
  return [
    ...lost.length > 0 ? [`${lost.length} acknowledged things are not as they were acknowledged`] : [],
    ...broken > 0 ? [`${broken} requests were answered 500 or the like`] : [],
    ...hung > 0 ? [`${hung} requests got no answer within ${deadlineMilliseconds / 1_000} s`] : [],
    ...recoveries.filter(({ milliseconds }) => milliseconds === undefined).map(({ part }) => `${part} did not recover`),
    ...missing.length > 0 ? [`${missing.length} operations never succeeded`] : [],
    ...stuck.length > 0 ? [`events do not arrive: ${stuck.join(', ')}`] : []
  ]
}

/** The report for people. */
export function report (outcome: Outcome): string {
  const { measurements, recoveries, acknowledged, lost, refusals } = outcome
  const missing = missingOf(measurements)
  const faults = faultsOf(outcome)
  return [
    'Requests by phase',
    `  ${'phase'.padEnd(24)}${['sent', '2xx', '4xx', '503', 'other 5xx', 'no connection', 'hung'].map(title => title.padStart(16)).join('')}   slowest`,
    ...measurements.phases().map(line),
    '',
    'Recovery, from the start of the part until all was well',
    ...recoveries.map(({ part, milliseconds }) => `  ${part.padEnd(12)}${milliseconds === undefined ? 'never' : `${(milliseconds / 1_000).toFixed(1)} s`}`),
    '',
    `Operations: ${operations.length - missing.length} of ${operations.length} succeeded at least once${missing.length > 0 ? `; not ${missing.join(', ')}` : ''}`,
    ...[...refusals].map(([refusal, times]) => `  unexpected, ${times} times: ${refusal}`),
    `Acknowledged: ${acknowledged} things were read again, ${lost.length} are not as they were acknowledged`,
    ...lost.slice(0, shown).map(difference => `  ${difference}`),
    '',
    faults.length === 0 ? 'Nothing acknowledged was lost, and everything recovered.' : `FAILED: ${faults.join('; ')}.`
  ].join('\n')
}

function isBroken (outcome: Measurement['outcome']): boolean {
  return Number(outcome) >= 500 && outcome !== 503
}

function count (outcomes: Iterable<[Measurement['outcome'], number]>, matches: (outcome: Measurement['outcome']) => boolean): number {
  let sum = 0
  for (const [outcome, requests] of outcomes) if (matches(outcome)) sum += requests
  return sum
}

function line ({ phase, requests, outcomes, slowest }: PhaseSummary): string {
  const columns: Array<(outcome: Measurement['outcome']) => boolean> = [
    outcome => Number(outcome) < 400,
    outcome => Number(outcome) >= 400 && Number(outcome) < 500,
    outcome => outcome === 503,
    isBroken,
    outcome => outcome === 'unreachable',
    outcome => outcome === 'hung'
  ]
  const counts = [requests, ...columns.map(matches => count(outcomes, matches))]
  return `  ${phase.padEnd(24)}${counts.map((each, index) => (index === 0 ? String(each) : each === 0 ? '·' : `${each} (${(100 * each / requests).toFixed(1)} %)`).padStart(16)).join('')}   ${Math.round(slowest.milliseconds)} ms, ${slowest.operation}`
}
