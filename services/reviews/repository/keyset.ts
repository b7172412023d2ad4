import type { Value } from '../../../shared/plugins/database.ts'

/** Conditions that are joined by AND, each with what is bound to its `?`. */
export interface Conditions {
  add: (condition: string, ...values: Value[]) => void
  /** Adds what comes after a key in a list with falling columns, the last of them unique. */
  addAfter: (columns: readonly string[], key: readonly Value[]) => void
  sql: () => string
  values: () => Value[]
}

export function conditions (): Conditions {
  const parts: string[] = []
  const bound: Value[] = []
  const add = (condition: string, ...values: Value[]): void => {
    parts.push(condition)
    bound.push(...values)
  }
  return {
    add,
    addAfter: (columns, key) => { add(...after(columns, key)) },
    sql: () => parts.length === 0 ? '1 = 1' : parts.join(' AND '),
    values: () => bound
  }
}

/** Not a row comparison, of which MySQL makes no index range. */
function after ([column = '', ...columns]: readonly string[], [value = null, ...key]: readonly Value[]): [condition: string, ...values: Value[]] {
  if (columns.length === 0) return [`${column} < ?`, value]
  const [rest, ...values] = after(columns, key)
  return [`(${column} < ? OR (${column} = ? AND ${rest}))`, value, value, ...values]
}

/** The ORDER BY of a list with falling columns. */
export function falling (columns: readonly string[]): string {
  return columns.map(column => `${column} DESC`).join(', ')
}
