import { connect } from 'node:net'
import amqplib from 'amqplib'
import { t } from '../support/suite.ts'
import { until } from '../../scripts/infrastructure/until.ts'
import { testSystem } from '../support/system.ts'

t.test('closing answers the request that is under way and does not wait for its connection', async t => {
  const system = await testSystem(t)
  const user = await system.person()
  const body = JSON.stringify({ login: user.user.username, password: user.password })
  const socket = connect(Number(new URL(system.urls.users).port), '127.0.0.1')
  t.teardown(async () => { socket.destroy() })
  let received = ''
  socket.setEncoding('utf8').on('data', (text: string) => { received += text })
  socket.write(`POST /api/v1/auth/login HTTP/1.1\r\nHost: users\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`)
  t.ok(await until(() => received.includes('100 Continue'), 5_000), 'the request has begun')

  const closed = system.apps.users.close()
  socket.write(body)
  t.ok(await until(() => received.includes('HTTP/1.1 200 OK'), 5_000), 'it is answered')
  await closed
  t.pass('closed, although the client would have kept the connection')
})

t.test('events go on after the exchange was deleted under a running service', async t => {
  const system = await testSystem(t)
  const { queue } = system.apps.users
  t.ok(await until(() => queue.isConnected(), 5_000))
  const connection = await amqplib.connect(system.servers.rabbitmqUrl)
  t.teardown(async () => { await connection.close() })
  const channel = await connection.createChannel()
  await channel.deleteExchange(queue.exchange)
  await system.person()
  t.ok(await until(async () => {
    const [rows] = await system.sql.users.query('SELECT id FROM outbox WHERE published_at IS NULL') as unknown as [unknown[]]
    return rows.length === 0
  }, 15_000), 'the outbox is empty again')
})

t.test('a service that is about to close is not ready any more, ends connections, and serves on meanwhile', async t => {
  const system = await testSystem(t)
  const user = await system.person()
  t.equal((await system.send('rooms', '/ready')).headers['connection'], 'keep-alive')
  const drained = system.apps.rooms.drain(500)
  const { status, json, headers } = await system.send('rooms', '/ready')
  t.match([status, json.code, headers['connection']], [503, 'closing', 'close'])
  t.match(headers['retry-after'], /^\d+$/)
  const answer = await system.send('rooms', '/api/v1/rooms', user)
  t.same([answer.status, answer.headers['connection']], [200, 'close'])
  t.equal((await system.send('rooms', '/health')).status, 200, 'nobody has to kill it')
  await drained
})

t.test('a request that takes longer than REQUEST_DEADLINE_SECONDS is answered 503', async t => {
  const system = await testSystem(t, { REQUEST_DEADLINE_SECONDS: '1' })
  const manager = await system.person('facility_manager')
  const { id } = await system.rooms.createRoom({ body: { name: 'Slow', capacity: 2, floor: 1, building: 'B', timeZone: 'UTC' } }, manager)
  const lock = await system.sql.rooms.getConnection()
  await lock.query('START TRANSACTION')
  await lock.query('SELECT id FROM room WHERE id = ? FOR UPDATE', [id])
  const { status, json, headers } = await system.send('rooms', `/api/v1/rooms/${id}`, { method: 'PATCH', token: manager.token, body: { description: 'Too slow' } })
  t.same([status, json.code], [503, 'deadline_exceeded'], json.message)
  t.match(headers['retry-after'], /^\d+$/)
  t.equal(system.apps.rooms.server.timeout, 6_000, 'the connection outlasts the deadline, wherever that is')
  await lock.query('ROLLBACK')
  lock.release()
})
