import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Measurement } from './measure.ts'

/** What an operation takes, and what the least would take that could do its work. */
export interface Row { operation: string, measured: Measurement, floor: string, least: Measurement }

const directory = join(import.meta.dirname, '../../.local/bench')

/**
 * Prints the table, beside the results of the run before on as many rooms, and keeps it under `.local/bench/`.
 *
 * @param roomCount how many rooms there were
 */
export async function report (rows: Row[], roomCount: number): Promise<void> {
  const kind = `${roomCount}-rooms-`
  await mkdir(directory, { recursive: true })
  const latest = (await readdir(directory)).filter(name => name.startsWith(kind)).sort().at(-1)
  const before = latest === undefined ? [] : JSON.parse(await readFile(join(directory, latest), 'utf8')) as Row[]
  const number = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
  const table = [
    ['operation', 'requests/s', 'p50 ms', 'p99 ms', 'CPU s/1000', 'floor', 'floor/s', 'of the floor', 'floor CPU s/1000', '× floor CPU', 'requests/s before'],
    ...rows.map(({ operation, measured, floor, least }) => {
      const earlier = before.find(row => row.operation === operation)
      return [
        operation, number(measured.perSecond), number(measured.p50), number(measured.p99), number(measured.cpuPerThousand), floor, number(least.perSecond),
        `${(measured.perSecond / least.perSecond * 100).toFixed(0)} %`, number(least.cpuPerThousand), number(measured.cpuPerThousand / least.cpuPerThousand),
        earlier ? `${number(earlier.measured.perSecond)} (${((measured.perSecond / earlier.measured.perSecond - 1) * 100).toFixed(0)} %)` : 'none'
      ]
    })
  ]
  const widths = table[0]?.map((_, column) => Math.max(...table.map(row => row[column]?.length ?? 0))) ?? []
  console.log(`\n${table.map(row => row.map((cell, column) => column === 0 || column === 5 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)).join('  ')).join('\n')}`)
  const path = join(directory, `${kind}${new Date().toISOString().replaceAll(':', '-')}.json`)
  await writeFile(path, `${JSON.stringify(rows, null, 2)}\n`)
  console.log(`\nKept in ${path}${latest === undefined ? '' : `; before is ${latest}`}`)
}
