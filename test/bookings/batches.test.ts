import { setImmediate as turn } from 'node:timers/promises'
import { t } from '../support/suite.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { inBatches } from '../../services/bookings/batches.ts'
import { roomDirectory } from '../../services/bookings/rooms.ts'
import type { CallContext, Client } from '../../shared/contract/client.ts'
import type { RoomsOperations } from '../../shared/contract/generated/rooms.operations.ts'
import type { RoomTerms } from '../../shared/contract/generated/rooms.schemas.ts'

/** Calls that end when they are told to. */
function calls () {
  const made: Array<{ at: number, keys: string[], askers: string[], end: () => void, fail: () => void }> = []
  const load = async (keys: string[], askers: string[]): Promise<Map<string, string>> => await new Promise((resolve, reject) => {
    const answers = new Map(keys.filter(key => key !== 'nothing').map(key => [key, `${key} of call ${made.length + 1}`]))
    made.push({ at: performance.now(), keys, askers, end: () => { resolve(answers) }, fail: () => { reject(new Error('the call failed')) } })
  })
  return { made, load }
}

t.test('what is asked for at once is one call, and what is asked for during it or soon after waits for the next', async t => {
  const { made, load } = calls()
  const get = inBatches(load, 100)
  const first = [get('a', 'first'), get('b', 'second'), get('a', 'third'), get('nothing', 'first')]
  await turn()
  t.same(made.map(({ keys }) => keys), [['a', 'b', 'nothing']])
  t.same(made[0]?.askers, ['first', 'second', 'third', 'first'])
  const second = [get('a', 'somebody'), get('c', 'somebody')]
  made[0]?.end()
  t.same(await Promise.all(first), ['a of call 1', 'b of call 1', 'a of call 1', undefined])
  second.push(get('d', 'somebody'))
  await until(() => made.length > 1, 5_000)
  t.same(made.map(({ keys }) => keys), [['a', 'b', 'nothing'], ['a', 'c', 'd']])
  t.ok((made[1]?.at ?? 0) - (made[0]?.at ?? 0) >= 19, 'the next begins 20 ms after the first')
  made[1]?.end()
  t.same(await Promise.all(second), ['a of call 2', 'c of call 2', 'd of call 2'], 'an answer is of a call that began after the question')
})

t.test('after a call for one who asked the next begins at once', async t => {
  const { made, load } = calls()
  const get = inBatches(load, 100)
  for (const index of [0, 1, 2]) {
    const answer = get('a', 'somebody')
    await turn()
    made[index]?.end()
    t.equal(await answer, `a of call ${index + 1}`)
  }
})

t.test('a call takes no more than it may, and the rest goes with another', async t => {
  const { made, load } = calls()
  const get = inBatches(load, 2)
  const answers = Promise.all(['a', 'b', 'c', 'b'].map(async key => await get(key, 'somebody')))
  await turn()
  made[0]?.end()
  await until(() => made.length > 1, 5_000)
  made[1]?.end()
  t.same(await answers, ['a of call 1', 'b of call 1', 'c of call 2', 'b of call 2'])
})

t.test('a call that fails or hangs is the failure of those who asked, and of nobody after them', async t => {
  const { made, load } = calls()
  const get = inBatches(load, 100)
  const failing = get('a', 'somebody')
  await turn()
  made[0]?.fail()
  await t.rejects(failing, /the call failed/)
  const hanging = get('a', 'somebody')
  await until(() => made.length > 1, 5_000)
  const next = get('b', 'somebody')
  await until(() => made.length > 2, 5_000)
  made[2]?.end()
  t.equal(await next, 'b of call 3')
  made[1]?.end()
  t.equal(await hanging, 'a of call 2')
})

t.test('a call for several requests carries the correlation id of the first, and a debug line names the others', async t => {
  const terms = (id: string): RoomTerms => ({ id }) as RoomTerms
  const sent: unknown[] = []
  const listRoomTerms = async ({ query: { roomId } }: { query: { roomId: string[] } }, context: CallContext): Promise<{ items: RoomTerms[] }> => {
    sent.push(context)
    return { items: roomId.map(terms) }
  }
  const client = { listRoomTerms } as unknown as Client<RoomsOperations>
  const said: unknown[] = []
  const ours = { current: async () => 'our own', replace: async () => undefined }
  const directory = roomDirectory(client, ours, { debug: (line: unknown) => { said.push(line) } })

  await directory.terms('a', { correlationId: 'alone' })
  t.same(sent, [{ token: ours, correlationId: 'alone' }])
  t.same(said, [], 'one who is alone has nothing to be told')
  await Promise.all([directory.terms('a', { correlationId: 'one' }), directory.terms('b', { correlationId: 'one' }), directory.terms('a', { correlationId: 'two' })])
  t.same(sent.slice(1), [{ token: ours, correlationId: 'one' }])
  t.same(said, [{ correlationId: 'one', others: ['two'] }])
})
