import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { operationsOf, type BundledDocument } from './document.ts'
import { redocly } from './redocly.ts'

/** One change of a contract. A `major` one can break a client, a `minor` one adds, a `patch` does neither. */
export interface Change { impact: 'major' | 'minor' | 'patch', path: string, message: string }

interface Report { changes: Array<{ impact: Change['impact'], path: string, kind: string, verdicts: Array<{ message: string }> }> }

/**
 * What has changed between two versions of a document, rated by Redocly, which knows what is sent and what is received.
 *
 * @throws Error when one of the documents cannot be read
 */
export async function changesBetween (base: BundledDocument, revision: BundledDocument): Promise<Change[]> {
  const directory = await mkdtemp(join(tmpdir(), 'contract-'))
  try {
    const paths = [join(directory, 'base.json'), join(directory, 'revision.json')] as const
    await writeFile(paths[0], JSON.stringify(rolesAsAlternatives(base)))
    await writeFile(paths[1], JSON.stringify(rolesAsAlternatives(revision)))
    const { output, messages } = await redocly(['diff', ...paths, '--format', 'json', '--fail-on', 'none', '--lint-config', 'off'])
    if (!output.startsWith('{')) throw new Error(`redocly diff could not compare the documents:\n${messages}${output}`)
    const { changes } = JSON.parse(output) as Report
    return changes.map(({ impact, path, kind, verdicts }) => ({ impact, path, message: verdicts.map(({ message }) => message).join(' ') || kind }))
  } finally {
    await rm(directory, { recursive: true })
  }
}

/** Whether the major version is a higher one. */
export function majorRose (base: BundledDocument, revision: BundledDocument): boolean {
  const major = ({ info }: BundledDocument): number => Number(info.version.split('.')[0])
  return major(revision) > major(base)
}

/** To a comparison, the names beside `bearerAuth` are scopes, all of which are needed. Here they are roles, one of which is enough. */
function rolesAsAlternatives (document: BundledDocument): BundledDocument {
  const copy = structuredClone(document)
  for (const { operation } of operationsOf(copy)) {
    operation.security &&= operation.security.flatMap(requirement => (requirement['bearerAuth'] ?? []).map(role => ({ bearerAuth: [role] })))
  }
  return copy
}
