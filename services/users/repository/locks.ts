import type { User } from '../../../shared/contract/generated/users.schemas.ts'
import { padded, placeholders, type Transaction } from '../../../shared/plugins/database.ts'
import { toUser, userColumns, type UserRow } from './rows.ts'

/** Those of the accounts that are active, kept as they are until the transaction ends: nobody is erased between being read and being written to. */
export async function lockActiveUsers (transaction: Transaction, ids: readonly string[]): Promise<User[]> {
  if (ids.length === 0) return []
  const rows = await transaction.rows<UserRow>(`SELECT ${userColumns} FROM user WHERE id IN (${placeholders(padded(ids))}) AND status = 'active' ORDER BY id FOR UPDATE`, padded(ids))
  return rows.map(toUser)
}
