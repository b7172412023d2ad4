import { readFileSync } from 'node:fs'

/** The version of the contract that a service serves. */
export function contractVersion (service: string): string {
  const path = new URL(`./contract/generated/${service}.json`, import.meta.url)
  return (JSON.parse(readFileSync(path, 'utf8')) as { info: { version: string } }).info.version
}
