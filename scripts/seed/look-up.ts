/**
 * What the demo data call so.
 * @throws Error when nothing is called so: a name in them is misspelt
 */
export function lookUp<Value> (values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name)
  if (value === undefined) throw new Error(`The demo data have no ${name}.`)
  return value
}
