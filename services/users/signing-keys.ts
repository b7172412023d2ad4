import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JsonWebKey as PublicJsonWebKey } from '../../shared/contract/generated/users.schemas.ts'

/** The keys that access tokens are signed and verified with. */
export interface SigningKeys {
  /** The newest key, which signs. */
  current: { kid: string, privateKey: string }
  /** Every key's public half, newest last. */
  publicKeys: PublicJsonWebKey[]
  /** The public half of a key as PEM; `undefined` for an unknown id. */
  publicKey: (kid: string) => string | undefined
}

/**
 * Reads the Ed25519 keys of a directory: `<key id>.pem`, PKCS #8. Key ids sort by age, so adding a key rotates to it while
 * tokens of the older ones stay good.
 *
 * @param directory where the keys are
 * @param production whether a missing key is a reason not to start; otherwise one is made, readable for its owner alone
 */
export async function readSigningKeys (directory: string, production: boolean): Promise<SigningKeys> {
  const files = await keyFiles(directory)
  if (files.length === 0) {
    if (production) throw new Error(`There is no signing key in ${directory}. Make one: openssl genpkey -algorithm ed25519 -out ${join(directory, 'key-1.pem')}`)
    await makeKey(directory)
    files.push(...await keyFiles(directory))
  }
  const keys = await Promise.all(files.map(async file => ({ kid: file.slice(0, -'.pem'.length), key: createPrivateKey(await readFile(join(directory, file), 'utf8')) })))
  const wrong = keys.find(({ key }) => key.asymmetricKeyType !== 'ed25519')
  if (wrong) throw new Error(`${wrong.kid}.pem in ${directory} is not an Ed25519 key`)
  const newest = keys.at(-1) as { kid: string, key: KeyObject }
  const pems = new Map(keys.map(({ kid, key }) => [kid, createPublicKey(key).export({ type: 'spki', format: 'pem' }) as string]))
  return {
    current: { kid: newest.kid, privateKey: newest.key.export({ type: 'pkcs8', format: 'pem' }) as string },
    publicKeys: keys.map(({ kid, key }) => ({ kid, kty: 'OKP', crv: 'Ed25519', x: createPublicKey(key).export({ format: 'jwk' }).x ?? '', use: 'sig', alg: 'EdDSA' })),
    publicKey: kid => pems.get(kid)
  }
}

async function keyFiles (directory: string): Promise<string[]> {
  return (await readdir(directory).catch(() => [])).filter(name => name.endsWith('.pem')).sort()
}

async function makeKey (directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  // `wx`: of several instances that start at once, one makes the key.
  await writeFile(join(directory, 'key-1.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    .catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error })
}
