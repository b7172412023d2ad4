import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'
import { until } from '../../scripts/infrastructure/until.ts'
import { inBatches } from '../../services/bookings/batches.ts'

/** Calls that end when they are told to. */
function calls () {
  const made: Array<{ keys: string[], end: () => void, fail: () => void }> = []
  const load = async (keys: string[]): Promise<Map<string, string>> => await new Promise((resolve, reject) => {
    const answers = new Map(keys.filter(key => key !== 'nothing').map(key => [key, `${key} of call ${made.length + 1}`]))
    made.push({ keys, end: () => { resolve(answers) }, fail: () => { reject(new Error('the call failed')) } })
  })
  return { made, load }
}

t.test('what is asked for at once is one call, and what is asked for during it or soon after waits for the next', async t => {
  const { made, load } = calls()
  const get = inBatches(load, 100)
  const first = [get('a'), get('b'), get('a'), get('nothing')]
  await turn()
  t.same(made.map(({ keys }) => keys), [['a', 'b', 'nothing']])
  const second = [get('a'), get('c')]
  made[0]?.end()
  t.same(await Promise.all(first), ['a of call 1', 'b of call 1', 'a of call 1', undefined])
  second.push(get('d'))
  await until(() => made.length > 1, 5_000)
  t.same(made.map(({ keys }) => keys), [['a', 'b', 'nothing'], ['a', 'c', 'd']])
  made[1]?.end()
  t.same(await Promise.all(second), ['a of call 2', 'c of call 2', 'd of call 2'], 'an answer is of a call that began after the question')
})

t.test('after a call for one who asked the next begins at once', async t => {
  const { made, load } = calls()
  const get = inBatches(load, 100)
  for (const index of [0, 1, 2]) {
    const answer = get('a')
    await turn()
    made[index]?.end()
    t.equal(await answer, `a of call ${index + 1}`)
  }
})

t.test('a call takes no more than it may, and the rest goes with another', async t => {
  const { made, load } = calls()
  const get = inBatches(load, 2)
  const answers = Promise.all(['a', 'b', 'c', 'b'].map(get))
  await turn()
  made[0]?.end()
  await until(() => made.length > 1, 5_000)
  made[1]?.end()
  t.same(await answers, ['a of call 1', 'b of call 1', 'c of call 2', 'b of call 2'])
})

t.test('a call that fails or hangs is the failure of those who asked, and of nobody after them', async t => {
  const { made, load } = calls()
  const get = inBatches(load, 100)
  const failing = get('a')
  await turn()
  made[0]?.fail()
  await t.rejects(failing, /the call failed/)
  const hanging = get('a')
  await until(() => made.length > 1, 5_000)
  const next = get('b')
  await until(() => made.length > 2, 5_000)
  made[2]?.end()
  t.equal(await next, 'b of call 3')
  made[1]?.end()
  t.equal(await hanging, 'a of call 2')
})
