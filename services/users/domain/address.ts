/**
 * What failures are counted under for an IP address: IPv4 addresses one by one, IPv6 addresses by their /64, which one customer has whole.
 *
 * @param address as the socket or a trusted proxy tells it
 */
export function addressGroup (address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return `${[...before, ...zeros, ...after].slice(0, 4).map(part => part.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
