import { readVariable } from '../../shared/config.ts'
import { provideServers } from '../infrastructure/servers.ts'
import { installation, namesOf } from '../system/databases.ts'
import { runningSystem } from '../system/running-system.ts'

/** Where events go. */
export interface Broker { url: string, exchange: string, stop: () => Promise<void> }

/** The exchange that services have unless told. */
const usualExchange = 'smart-meeting-room'

/**
 * The broker and the exchange that RABBITMQ_URL and EVENT_EXCHANGE name. What they do not name is that of the system which runs in a
 * checkout, or which ran there last.
 */
export async function brokerOf (root: string, environment: Record<string, string | undefined>): Promise<Broker> {
  const given = { url: readVariable('RABBITMQ_URL', environment), exchange: readVariable('EVENT_EXCHANGE', environment) }
  const running = await runningSystem(root)
  if (running && (given.url === undefined || given.url === running.rabbitmqUrl)) {
    return { url: running.rabbitmqUrl, exchange: given.exchange ?? running.exchange, stop: async () => {} }
  }
  // It belongs to somebody else then, who need not be a checkout.
  if (given.url !== undefined) return { url: given.url, exchange: given.exchange ?? usualExchange, stop: async () => {} }
  const { rabbitmqUrl, stop } = await provideServers({ log: () => {} })
  return { url: rabbitmqUrl, exchange: given.exchange ?? namesOf(await installation(root)).exchange, stop }
}
