import type { usersContract } from '../../../shared/contract/generated/users.operations.ts'
import type { Handlers } from '../../../shared/contract/implement.ts'
import { administrationHandlers } from './administration.ts'
import { mailStopHandlers } from './mail-stops.ts'
import type { Needs } from './needs.ts'
import { profileHandlers } from './profile.ts'
import { sessionHandlers } from './session.ts'

/** One method for each operation of the users contract. */
export function usersHandlers (needs: Needs): Handlers<typeof usersContract> {
  return { ...needs.probes, ...sessionHandlers(needs), ...profileHandlers(needs), ...mailStopHandlers(needs), ...administrationHandlers(needs) }
}
