import type { FileOutcome } from './outcome.ts'

const slowest = 10

/** The line about a file that has ended, and what failed in it. */
export function describeFile ({ file, failed, milliseconds, failures, skips, seeds = [] }: FileOutcome & { seeds?: string[] }, place: string): string {
  const lines = [`${failed > 0 ? 'FAILED' : 'ok    '} ${place} ${file} (${seconds(milliseconds)})`]
  for (const { title, reason } of skips) lines.push(`       skipped: ${title}: ${reason}`)
  for (const { title, details } of failures) lines.push(`\n  ✗ ${title}`, indented(details), '')
  if (failed > 0 && seeds.length > 0) lines.push(`  To repeat its random input: ${seeds.join(' ')}`)
  return lines.join('\n')
}

/** The files that took longest, and those that failed. */
export function describeEnd (outcomes: readonly FileOutcome[]): string {
  const byTime = [...outcomes].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, slowest)
  const failed = outcomes.filter(outcome => outcome.failed > 0)
  return [
    'The slowest:',
    ...byTime.map(({ file, milliseconds }) => `  ${seconds(milliseconds).padStart(6)} ${file}`),
    ...failed.length === 0 ? [] : ['Failed:', ...failed.flatMap(({ file, failures }) => [`  ${file}`, ...failures.map(({ title }) => `    ✗ ${title}`)])]
  ].join('\n')
}

function seconds (milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

function indented (text: string): string {
  return text.split('\n').map(line => `    ${line}`).join('\n')
}
