import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JsonWebKey as PublicJsonWebKey } from '../../shared/contract/generated/users.schemas.ts'

interface SigningKey { kid: string, privateKey: string, publicKey: string, jsonWebKey: PublicJsonWebKey, since: number }

/** The keys that access tokens are signed and verified with. */
export interface SigningKeys {
  /** The key that signs. */
  current: () => { kid: string, privateKey: string }
  /** Every key's public half, newest last. */
  publicKeys: () => PublicJsonWebKey[]
  /** The public half of a key as PEM; `undefined` for an unknown id. */
  publicKey: (kid: string) => string | undefined
  /** The files that others could read at start: in development they no longer can. */
  open: readonly string[]
  /** Looks what keys there are now. Those at hand stay when they cannot be read. */
  reload: () => Promise<void>
}

/** A new key is published for so long before it signs: by then every instance has it. */
const settleMilliseconds = 60_000

/**
 * Reads the Ed25519 keys of a directory: `<key id>.pem`, PKCS #8. Key ids sort by age. Adding a key rotates to it, after a minute,
 * while tokens of the older ones stay good; removing one withdraws it.
 *
 * @param directory where the keys are
 * @param production whether a missing key is a reason not to start; otherwise a key is made, and files become readable for their owner
 *   alone
 * @throws Error that says what to do
 */
export async function readSigningKeys (directory: string, production: boolean): Promise<SigningKeys> {
  if ((await keyFiles(directory)).length === 0) {
    if (production) throw new Error(`There is no signing key in ${directory}. Make one: openssl genpkey -algorithm ed25519 -out ${join(directory, 'key-1.pem')}`)
    await makeKey(directory)
  }
  const open = await closeToOthers(directory, production)
  let keys = await readKeys(directory)
  return {
    open,
    current: () => (keys.findLast(({ since }) => Date.now() - since >= settleMilliseconds) ?? keys[0]) as SigningKey,
    publicKeys: () => keys.map(({ jsonWebKey }) => jsonWebKey),
    publicKey: kid => keys.find(key => key.kid === kid)?.publicKey,
    reload: async () => {
      const found = await readKeys(directory)
      if (found.length === 0) throw new Error(`There is no signing key in ${directory} any more`)
      keys = found
    }
  }
}

async function readKeys (directory: string): Promise<SigningKey[]> {
  return await Promise.all((await keyFiles(directory)).map(async file => {
    const path = join(directory, file)
    const kid = file.slice(0, -'.pem'.length)
    const key = createPrivateKey(await readFile(path, 'utf8'))
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} is not an Ed25519 key`)
    return describe(kid, key, (await stat(path)).mtimeMs)
  }))
}

function describe (kid: string, key: KeyObject, since: number): SigningKey {
  const publicKey = createPublicKey(key)
  return {
    kid,
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    jsonWebKey: { kid, kty: 'OKP', crv: 'Ed25519', x: publicKey.export({ format: 'jwk' }).x ?? '', use: 'sig', alg: 'EdDSA' },
    since
  }
}

async function keyFiles (directory: string): Promise<string[]> {
  return (await readdir(directory).catch(() => [])).filter(name => name.endsWith('.pem')).sort()
}

/** Sees to it that private keys are private. In production they may be mounted, read-only and with the mode that the orchestrator gives them. */
async function closeToOthers (directory: string, production: boolean): Promise<string[]> {
  const open: string[] = []
  for (const path of (await keyFiles(directory)).map(file => join(directory, file))) {
    const { mode } = await stat(path)
    if ((mode & (production ? 0o007 : 0o077)) === 0) continue
    if (!production) await chmod(path, 0o600)
    open.push(path)
  }
  return open
}

async function makeKey (directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  // `wx`: of several instances that start at once, one makes the key.
  await writeFile(join(directory, 'key-1.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    .catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error })
}
