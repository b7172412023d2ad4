import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the documents of the releases are, a directory for each version; `CONTRIBUTING.md` says how they get there. */
export const releasesDirectory = 'openapi/released'

/**
 * The version of the last release, the highest of them; undefined when nothing was released.
 *
 * @param root of the checkout
 * @throws Error when a directory is not named for a version
 */
export async function lastRelease (root: string): Promise<string | undefined> {
  const entries = await readdir(join(root, releasesDirectory)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const misnamed = entries.find(name => !/^\d+\.\d+\.\d+$/.test(name))
  if (misnamed !== undefined) throw new Error(`${releasesDirectory}/${misnamed} is not named for a version, such as 1.0.0.`)
  return entries.sort(new Intl.Collator('en', { numeric: true }).compare).at(-1)
}
