const minimumSecretLength = 20

/**
 * Reads who may have a service token.
 *
 * @param text `<client id>:<secret>`, separated by commas
 * @param production whether none is a reason not to start
 * @returns the secrets by client id
 * @throws Error that says what to configure
 */
export function readServiceClients (text: string, production: boolean): Map<string, string> {
  const clients = new Map<string, string>()
  for (const entry of text.split(',').map(each => each.trim()).filter(each => each !== '')) {
    const [, id, secret] = /^([a-z][a-z0-9-]{0,35}):(.*)$/.exec(entry) ?? []
    if (id === undefined || secret === undefined) throw new Error('SERVICE_CLIENTS must be <client id>:<secret>, separated by commas; client ids have small letters, digits and dashes')
    if (secret.length < minimumSecretLength) throw new Error(`SERVICE_CLIENTS: the secret of ${id} has fewer than ${minimumSecretLength} characters. Make one: openssl rand -base64 32`)
    if (clients.has(id)) throw new Error(`SERVICE_CLIENTS names ${id} twice`)
    clients.set(id, secret)
  }
  if (production && clients.size === 0) throw new Error('SERVICE_CLIENTS is empty, so that the other services could not log in. Set it to bookings:<secret>,rooms:<secret>,reviews:<secret>')
  return clients
}
