import { Counter, Gauge, type Registry } from 'prom-client'
import type { Action } from './repository/records.ts'

/** Tells that bookings were changed, once that is committed. */
export type CountChanges = (action: Action, bookings: number) => void

/** Counts changes of bookings. Conflicts are among the failures that every service counts. */
export function changeCounter (registry: Registry): CountChanges {
  const changes = new Counter({ name: 'booking_changes_total', help: 'Changes of bookings by action: created, cancelled, …', labelNames: ['action'], registers: [registry] })
  return (action, bookings) => { changes.inc({ action }, bookings) }
}

/** Shows how many rooms are in use at this moment. */
export function showRoomsInUse (registry: Registry, count: (now: Date) => Promise<number>): void {
  registry.registerMetric(new Gauge({
    name: 'rooms_in_use',
    help: 'Rooms of which a confirmed booking is under way.',
    registers: [],
    // Without the database there is no figure, but the others are still to be had.
    async collect () { this.set(await count(new Date()).catch(() => Number.NaN)) }
  }))
}
