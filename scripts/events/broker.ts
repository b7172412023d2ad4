import { readVariable } from '../../shared/config.ts'
import { needRunningSystem, runningSystem } from '../system/running-system.ts'

/** Where events go. */
export interface Broker { url: string, exchange: string }

/** The exchange that services have unless told. */
const usualExchange = 'smart-meeting-room'

/**
 * The broker and the exchange that RABBITMQ_URL and EVENT_EXCHANGE name. What they do not name is that of the system which runs in a
 * checkout.
 *
 * @throws Error with what to do, when they name no broker and no system runs there
 */
export async function brokerOf (root: string, environment: Record<string, string | undefined>): Promise<Broker> {
  const url = readVariable('RABBITMQ_URL', environment)
  const exchange = readVariable('EVENT_EXCHANGE', environment)
  const running = url === undefined ? await needRunningSystem(root) : await runningSystem(root)
  if (running && (url === undefined || url === running.rabbitmqUrl)) return { url: running.rabbitmqUrl, exchange: exchange ?? running.exchange }
  // It belongs to somebody else then, who need not be a checkout.
  return { url: url ?? '', exchange: exchange ?? usualExchange }
}
