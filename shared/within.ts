/** Something took longer than it may. */
export class TimeoutError extends Error {
  constructor (milliseconds: number) {
    super(`no answer within ${milliseconds} ms`)
    this.name = 'TimeoutError'
  }
}

/**
 * The result of some work.
 * @throws TimeoutError when it takes too long
 */
export async function within<Result> (milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_resolve, reject) => { timer = setTimeout(() => { reject(new TimeoutError(milliseconds)) }, milliseconds) })
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}
