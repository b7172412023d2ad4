import { Gauge, type Registry } from 'prom-client'
import type { Catalogue } from './catalogue.ts'
import { asOf } from './domain/status.ts'

/** Shows how many rooms can be booked. */
export function showBookableRooms (registry: Registry, catalogue: Pick<Catalogue, 'entries'>): void {
  async function count (): Promise<number> {
    const now = new Date()
    return (await catalogue.entries('name')).filter(({ room }) => asOf(room, now).status === 'available').length
  }
  registry.registerMetric(new Gauge({
    name: 'rooms_bookable',
    help: 'Rooms that are available, neither in maintenance nor out of use.',
    registers: [],
    // Without the database there is no figure, but the others are still to be had.
    async collect () { this.set(await count().catch(() => Number.NaN)) }
  }))
}
