/** What an error says, in one line; an AggregateError, which has no message of its own, says what its errors say. */
export function messageOf (error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ')
  return error instanceof Error ? error.message.trim().replaceAll('\n', ' ') : String(error)
}
