/** What counts as covered of a contract, and that random input does not. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { t } from '../support/suite.ts'
import { contractCoverage, type Coverage } from '../../scripts/contract/coverage.ts'
import type { BundledDocument } from '../../scripts/contract/document.ts'
import { recordCoverage } from '../support/coverage.ts'
import { seedOf } from '../support/random.ts'

const document = { paths: { '/api/v1/things/{thingId}': { get: { operationId: 'getThing', responses: { 200: {}, 404: {} }, 'x-error-codes': ['thing.not_found'] } } } } as unknown as BundledDocument

/** A service with one operation, and what was recorded of it. */
async function serviceOf (t: Test, name: string): Promise<{ app: FastifyInstance, coverage: () => Promise<Coverage> }> {
  const directory = await mkdtemp(join(tmpdir(), 'coverage-'))
  const app = fastify()
  t.teardown(async () => {
    await app.close()
    await rm(directory, { recursive: true })
  })
  app.get<{ Params: { thingId: string } }>('/api/v1/things/:thingId', { config: { operation: { operationId: 'getThing' } } as never }, async ({ params }, reply) => {
    if (params.thingId === 'known') return { id: 'known' }
    return await reply.code(404).send({ code: 'thing.not_found' })
  })
  recordCoverage(app, name, directory)
  return { app, coverage: async () => await contractCoverage(directory, { [name]: document }) }
}

t.test('coverage: every declared status and code that was answered counts, and what is missing is named', async t => {
  const { app, coverage } = await serviceOf(t, 'named')
  t.same((await coverage()).missing, ['named getThing 200 404 thing.not_found'])
  await app.inject('/api/v1/things/known')
  t.same((await coverage()).missing, ['named getThing 404 thing.not_found'])
  await app.inject('/api/v1/things/unknown')
  t.match(await coverage(), { missing: [], statuses: { declared: 2, answered: 2 }, codes: { declared: 1, answered: 1 } })
})

t.test('coverage: what is answered in a test that draws a seed does not count, and after it everything counts again', async t => {
  const { app, coverage } = await serviceOf(t, 'drawn')
  await t.test('a test that draws a seed', async t => {
    seedOf(t)
    await app.inject('/api/v1/things/known')
    await app.inject('/api/v1/things/unknown')
  })
  t.same((await coverage()).missing, ['drawn getThing 200 404 thing.not_found'])
  await app.inject('/api/v1/things/known')
  t.same((await coverage()).missing, ['drawn getThing 404 thing.not_found'])
})
