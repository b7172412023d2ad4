import { setTimeout as delay } from 'node:timers/promises'

/** How long after a call for several, with room for more, the next may begin: few large calls cost both sides far less than many small ones. */
const gatherMilliseconds = 20
/** The longest that a call waits for the one before it. */
const patienceMilliseconds = 50

interface Batch<Value, Asker> { keys: Set<string>, askers: Asker[], answers: Promise<ReadonlyMap<string, Value>> }

/**
 * Asks for many things with one call. What is asked for while a call is under way waits for the next one; when the call was for several
 * who asked, so does what is asked for soon after. An answer is always of a call that began after the question: it never misses what had
 * changed by then.
 *
 * @param load gets the values of some keys; those that there is nothing of are left out. It is told for whom, in the order in which they asked.
 * @param most how many keys a call takes
 * @returns gets the value of one key for somebody
 */
export function inBatches<Value, Asker> (load: (keys: string[], askers: Asker[]) => Promise<ReadonlyMap<string, Value>>, most: number): (key: string, asker: Asker) => Promise<Value | undefined> {
  let gathering: Batch<Value, Asker> | undefined
  let free: Promise<unknown> = Promise.resolve()

  function gather (): Batch<Value, Asker> {
    const turn = free
    const keys = new Set<string>()
    const askers: Asker[] = []
    const answers = turn.then(async () => {
      if (gathering === batch) gathering = undefined
      return await load([...keys], askers)
    })
    const batch = { keys, askers, answers }
    // One call that hangs does not hold up all others.
    const ended = async (): Promise<unknown> => await Promise.race([answers.catch(() => {}), delay(patienceMilliseconds)])
    free = turn.then(async () => await Promise.all([ended(), askers.length > 1 && keys.size < most && delay(gatherMilliseconds)]))
    return batch
  }

  return async (key, asker) => {
    if (!gathering || (gathering.keys.size >= most && !gathering.keys.has(key))) gathering = gather()
    gathering.keys.add(key)
    gathering.askers.push(asker)
    return (await gathering.answers).get(key)
  }
}
