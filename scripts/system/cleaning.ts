import { readdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { claimedDirectories } from '../infrastructure/directory.ts'
import type { FoundServers } from '../infrastructure/servers.ts'
import { removeUnpackedServers, unpackedServers } from '../infrastructure/unpack.ts'
import { checkoutOwner, findBelongings, findOwners, isInUse, isNothing, linesOf, removeBelongings, temporaryOwner, type Owner } from './belongings.ts'
import { knownInstallation } from './databases.ts'
import { registered, unregister } from './registry.ts'

/** Something that can be removed. */
export interface Part { title: string, lines: string[], remove: () => Promise<void> }

/** What there is to remove, and what there is to know about what stays. */
export interface Plan { parts: Part[], notices: string[] }

/** What is to be cleaned. */
export interface Scope {
  root: string
  servers: FoundServers
  /** Also what is left of checkouts that are gone, and of killed tests and benchmarks. */
  all?: boolean
  /** The id of another checkout, which need not be known here. */
  id?: string | undefined
  /** Also the servers that were unpacked for all checkouts of this user. */
  unpacked?: boolean
}

/** Below `.local/`: the unpacked servers of a user without a home. */
const keptLocally = ['cache']
const megabyte = 1_000_000

/**
 * Finds what can be removed. Changes nothing.
 *
 * @throws Error with what to do, when something of it is in use
 */
export async function planCleaning ({ root, servers, all = false, id, unpacked = false }: Scope): Promise<Plan> {
  const own = (await knownInstallation(root))?.id
  const plan: Plan = { parts: [], notices: [] }
  if (own !== undefined) plan.parts.push(...await partOf(servers, checkoutOwner(own), `This checkout (${own}) on the servers`))
  plan.parts.push(...await localPart(root))
  if (id !== undefined && id !== own) {
    if (servers.mysqlUrl !== undefined && await isInUse(servers.mysqlUrl, checkoutOwner(id))) throw new Error(`The system of the checkout ${id} runs. Stop it first.`)
    plan.parts.push(...await partOf(servers, checkoutOwner(id), `The checkout ${id} on the servers`))
  }
  if (all) await planForAll(plan, servers, [own, id])
  if (unpacked) plan.parts.push(...await unpackedPart())
  return plan
}

/** Adds what belongs to checkouts that are gone and to killed processes. What belongs to checkouts of others is a notice. */
async function planForAll (plan: Plan, servers: FoundServers, done: Array<string | undefined>): Promise<void> {
  const { mysqlUrl } = servers
  const known = await registered()
  const { checkouts, temporary } = await findOwners(servers)
  for (const id of new Set([...checkouts, ...known.keys()])) {
    const checkout = known.get(id)
    const owner = checkoutOwner(id)
    if (done.includes(id) || checkout?.isThere === true || (mysqlUrl !== undefined && await isInUse(mysqlUrl, owner))) continue
    const title = checkout ? `The checkout ${id}, which was in ${checkout.paths.join(', ')} and is gone` : `The checkout ${id}`
    const [part] = await partOf(servers, owner, title)
    if (part && checkout) plan.parts.push(part)
    if (part && !checkout) plan.notices.push(`The checkout ${id} may belong to another user or machine, and stays:\n${part.lines.map(line => `  ${line}`).join('\n')}\n  If nobody needs it: npm run clean -- --id ${id}`)
  }
  plan.parts.push(...await leftParts(servers, temporary))
}

/** Removes what killed tests and benchmarks have left on the servers: a broker is full after eleven of them. */
export async function removeLeftovers (servers: FoundServers): Promise<void> {
  const { temporary } = await findOwners(servers)
  for (const { remove } of await leftParts(servers, temporary)) await remove()
}

async function leftParts (servers: FoundServers, temporary: Iterable<string>): Promise<Part[]> {
  const { mysqlUrl } = servers
  const parts: Part[] = []
  for (const name of temporary) {
    // Only the database server knows whether a process holds the name.
    if (mysqlUrl === undefined || await isInUse(mysqlUrl, temporaryOwner(name))) continue
    parts.push(...await partOf(servers, temporaryOwner(name), `${name}, left by a test or a benchmark that was killed`))
  }
  return parts
}

async function partOf (servers: FoundServers, owner: Owner, title: string): Promise<Part[]> {
  const belongings = await findBelongings(servers, owner)
  if (isNothing(belongings)) return []
  const isComplete = [servers.mysqlUrl, servers.redisUrl, servers.rabbitmqUrl].every(url => url !== undefined)
  return [{
    title,
    lines: linesOf(belongings),
    remove: async () => {
      await removeBelongings(servers, owner)
      // Otherwise `--all` finds the rest when all servers are there.
      if (isComplete) await unregister(owner.id)
    }
  }]
}

/** What this checkout has in files: keys, mails, logs, and the data of private servers. */
async function localPart (root: string): Promise<Part[]> {
  const directory = join(root, '.local')
  const inUse = await claimedDirectories(join(directory, 'servers'))
  if (inUse.length > 0) throw new Error(`Another command uses the servers in ${inUse.map(path => relative(root, path)).join(', ')}. Wait until it has ended, or stop it.`)
  const names = (await readdir(directory).catch(() => [])).filter(name => !keptLocally.includes(name))
  if (names.length === 0) return []
  return [{
    title: 'The files of this checkout',
    lines: names.map(name => `.local/${name}`),
    remove: async () => { await Promise.all(names.map(async name => { await rm(join(directory, name), { recursive: true, force: true }) })) }
  }]
}

async function unpackedPart (): Promise<Part[]> {
  const found = await unpackedServers()
  if (found.length === 0) return []
  return [{
    title: 'The unpacked servers, which all checkouts of this user share',
    lines: found.map(({ path, size }) => `${path}: ${Math.ceil(size / megabyte)} MB`),
    remove: removeUnpackedServers
  }]
}
