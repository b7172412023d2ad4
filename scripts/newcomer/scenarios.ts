/** Somebody who tries the README's commands on a machine where nothing was prepared for them. */
export interface Scenario {
  name: string
  description: string
  user: 'root' | 'newcomer'
  /** The folder in which the repository is cloned. */
  parent: string
  /** Debian packages that were installed before; their services do not run. */
  installed: readonly string[]
}

export const scenarios: readonly Scenario[] = [
  { name: 'root-home', description: 'root, below /root, nothing installed', user: 'root', parent: '/root', installed: [] },
  { name: 'root-elsewhere', description: 'root, below /srv, nothing installed', user: 'root', parent: '/srv', installed: [] },
  { name: 'user-bare', description: 'another user, nothing installed', user: 'newcomer', parent: '/home/newcomer', installed: [] },
  {
    name: 'user-installed',
    description: 'another user, servers of Debian installed and stopped',
    user: 'newcomer',
    parent: '/home/newcomer',
    installed: ['mariadb-server', 'redis-server', 'rabbitmq-server']
  }
]
