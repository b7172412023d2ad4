import { Counter, type Registry } from 'prom-client'

/** Counts accounts that are locked. Failed logins are among the failures that every service counts. */
export function usersMetrics (registry: Registry) {
  const lockouts = new Counter({ name: 'account_lockouts_total', help: 'Accounts, whether they exist or not, that were locked after wrong passwords.', registers: [registry] })
  return { countLockout: (): void => { lockouts.inc() } }
}
