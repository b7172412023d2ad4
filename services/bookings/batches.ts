/** The longest that a batch waits for the one before it. */
const patienceMilliseconds = 50

/**
 * Asks for many things with one call. What is asked for while a call is under way waits for the next one, so that an answer is always of
 * a call that began after the question: it never misses what had changed by then.
 *
 * @param load gets the values of some keys; those that there is nothing of are left out
 * @param most how many keys a call takes
 * @returns gets the value of one key
 */
export function inBatches<Value> (load: (keys: string[]) => Promise<ReadonlyMap<string, Value>>, most: number): (key: string) => Promise<Value | undefined> {
  let gathering: { keys: Set<string>, answers: Promise<ReadonlyMap<string, Value>> } | undefined
  let previous: Promise<unknown> = Promise.resolve()

  function gather (): NonNullable<typeof gathering> {
    const keys = new Set<string>()
    const answers = previous.then(async () => {
      if (gathering?.keys === keys) gathering = undefined
      return await load([...keys])
    })
    previous = ended(answers)
    return { keys, answers }
  }

  return async key => {
    if (!gathering || (gathering.keys.size >= most && !gathering.keys.has(key))) gathering = gather()
    gathering.keys.add(key)
    return (await gathering.answers).get(key)
  }
}

/** Resolves when a call has ended, or takes long: one that hangs does not hold up all others. */
async function ended (call: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([call.catch(() => {}), new Promise(resolve => { timer = setTimeout(resolve, patienceMilliseconds) })])
  clearTimeout(timer)
}
