import { isDeepStrictEqual } from 'node:util'
import { RemoteError } from '../../shared/contract/client.ts'

type Body = object

/** Something that a service has acknowledged. */
export interface Entry<B extends Body> {
  /** As it was last acknowledged. */
  body: B
  /** Changes it; what is answered has to be there afterwards. */
  change: (action: () => Promise<B>) => Promise<void>
  /** Takes it away; an access that finds it afterwards is a fault. */
  remove: (action: () => Promise<unknown>) => Promise<void>
  /** Does something after which it has to become as told, sooner or later. */
  affect: (action: () => Promise<unknown>, expected: Partial<B>) => Promise<void>
}

interface Kept {
  what: string
  read: () => Promise<Body | undefined>
  expected: Body | 'gone'
  /** A change got no answer: nobody knows whether it is done. */
  isUncertain: boolean
  mayBeGone: boolean
}

/** Everything that was acknowledged, to be compared with what is there. */
export interface Ledger {
  /**
   * Keeps something that was acknowledged.
   *
   * @param read how to read it again; `undefined`, 401 and 404 say that it is gone
   * @param ignored fields that others may change meanwhile
   */
  keep: <B extends Body>(what: string, body: B, read: (body: B) => Promise<Body | undefined>, ignored?: ReadonlyArray<keyof B>) => Entry<B>
  size: () => number
  /** Reads all of it again and says what is not as it was acknowledged. */
  differences: () => Promise<string[]>
}

const readersAtOnce = 8

export function createLedger (): Ledger {
  const all: Kept[] = []

  async function attempt<Result> (kept: Kept, action: () => Promise<Result>): Promise<Result> {
    kept.isUncertain = true
    try {
      const result = await action()
      kept.isUncertain = false
      return result
    } catch (error) {
      // What is refused is not done; what is answered 503, or not at all, may be.
      if (error instanceof RemoteError && error.status < 500) kept.isUncertain = false
      throw error
    }
  }

  return {
    keep: (what, body, read, ignored = []) => {
      const visible = (whole: Body): Body => Object.fromEntries(Object.entries(whole).filter(([name]) => !ignored.some(field => field === name)))
      const kept: Kept = { what, read: async () => await read(entry.body), expected: visible(body), isUncertain: false, mayBeGone: false }
      const entry: Entry<typeof body> = {
        body,
        change: async action => {
          entry.body = await attempt(kept, action)
          kept.expected = visible(entry.body)
        },
        remove: async action => {
          kept.mayBeGone = true
          await attempt(kept, action)
          kept.expected = 'gone'
        },
        affect: async (action, expected) => {
          await attempt(kept, action)
          kept.expected = expected
        }
      }
      all.push(kept)
      return entry
    },
    size: () => all.length,
    differences: async () => {
      const found: string[] = []
      const left = [...all]
      const reader = async (): Promise<void> => {
        for (let kept = left.pop(); kept; kept = left.pop()) {
          const difference = await differenceOf(kept)
          if (difference !== undefined) found.push(`${kept.what}: ${difference}`)
        }
      }
      await Promise.all(Array.from({ length: readersAtOnce }, reader))
      return found
    }
  }
}

async function differenceOf ({ read, expected, isUncertain, mayBeGone }: Kept): Promise<string | undefined> {
  let found: Body | undefined
  try {
    found = await read()
  } catch (error) {
    if (!(error instanceof RemoteError && [401, 404].includes(error.status))) return `cannot be read: ${(error as Error).message}`
  }
  if (found === undefined) return expected === 'gone' || (isUncertain && mayBeGone) ? undefined : 'is gone'
  if (isUncertain) return undefined
  if (expected === 'gone') return `should be gone, but is ${JSON.stringify(found)}`
  const actual = found as Record<string, unknown>
  const wrong = Object.entries(expected).filter(([name, value]) => !isDeepStrictEqual(actual[name], value))
  return wrong.length === 0 ? undefined : wrong.map(([name, value]) => `${name} was acknowledged as ${JSON.stringify(value)} and is ${JSON.stringify(actual[name])}`).join('; ')
}
