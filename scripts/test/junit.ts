import type { FileOutcome } from './outcome.ts'

/** The outcomes in the XML that continuous integration reads: a suite for each file, in it what failed, what was skipped, and how many assertions hold. */
export function toJunit (outcomes: readonly FileOutcome[]): string {
  const suites = outcomes.map(({ file, milliseconds, passed, failed, skipped, failures, skips }) => [
    `  <testsuite name="${escape(file)}" time="${milliseconds / 1000}" tests="${passed + failed + skipped}" failures="${failed}" skipped="${skipped}">`,
    ...failures.map(({ title, details }) => `    <testcase classname="${escape(file)}" name="${escape(title)}"><failure>${escape(details)}</failure></testcase>`),
    ...skips.map(({ title, reason }) => `    <testcase classname="${escape(file)}" name="${escape(title)}"><skipped message="${escape(reason)}"/></testcase>`),
    ...passed > 0 ? [`    <testcase classname="${escape(file)}" name="${passed} assertions"/>`] : [],
    '  </testsuite>'
  ].join('\n'))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`
}

// eslint-disable-next-line no-control-regex -- XML 1.0 has no place for these, not even escaped
const unrepresentable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

function escape (text: string): string {
  return text.replaceAll(unrepresentable, '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
