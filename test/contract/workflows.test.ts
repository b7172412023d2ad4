/** The workflows of `openapi/workflows.arazzo.yaml`, run against the live system by a tool that knows nothing but the documents. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { t } from '../support/suite.ts'
import { parse } from 'yaml'
import { redocly } from '../../scripts/contract/redocly.ts'
import { services } from '../../scripts/system/databases.ts'
import { testSystem } from '../support/system.ts'

interface Description { workflows: Array<{ workflowId: string, steps: unknown[] }> }
interface Report { files: Record<string, { executedWorkflows: Array<{ workflowId: string, status: string, executedSteps: unknown[] }> }> }

const root = join(import.meta.dirname, '../..')
const description = join(root, 'openapi/workflows.arazzo.yaml')
const { workflows } = parse(await readFile(description, 'utf8')) as Description
const directory = await mkdtemp(join(tmpdir(), 'workflows-'))
t.teardown(async () => { await rm(directory, { recursive: true, force: true }) })

t.test('the workflows succeed against the live system', async t => {
  const system = await testSystem(t)
  const [manager, moderator] = [await system.person('facility_manager'), await system.person('moderator')]
  const hour = 3_600_000
  const at = (milliseconds: number): string => new Date(milliseconds).toISOString()
  const start = Math.ceil(Date.now() / hour) * hour + 24 * hour
  const input = {
    name: `w-${randomBytes(4).toString('hex')}`,
    managerLogin: manager.user.username,
    managerPassword: manager.password,
    moderatorLogin: moderator.user.username,
    moderatorPassword: moderator.password,
    requiresApproval: false,
    now: at(Date.now()),
    soon: at(Date.now() + hour / 2),
    startsAt: at(start),
    endsAt: at(start + hour),
    hourAfter: at(start + 2 * hour)
  }
  const log = join(directory, 'report.json')
  const { succeeded, output, messages } = await redocly(['respect', description, '--json-output', log], {
    REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(input),
    REDOCLY_CLI_RESPECT_SERVER: services.map(service => `${service}=${system.urls[service]}`).join(',')
  })
  t.ok(succeeded, 'the runner is content', { output, messages })
  const { files } = JSON.parse(await readFile(log, 'utf8')) as Report
  const executed = Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows)
  t.same(executed.map(({ workflowId, status, executedSteps }) => [workflowId, status, executedSteps.length]), workflows.map(({ workflowId, steps }) => [workflowId, 'success', steps.length]))
})
