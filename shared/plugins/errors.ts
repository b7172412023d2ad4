import type { ErrorObject } from 'ajv'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { RemoteError, UnreachableError } from '../contract/client.ts'
import { validationDetails } from '../contract/validation.ts'
import { DatabaseUnavailableError, isLockWait } from '../database-errors.ts'
import { errorBody, mediaTypeRefusal, Refusal, unavailable, type ErrorCode } from '../errors.ts'
import { TimeoutError } from '../within.ts'

/** What Fastify itself refuses, in our words. */
const frameworkRefusals: Record<string, [code: ErrorCode, message: string]> = {
  FST_ERR_BAD_URL: ['request.malformed', 'The URL is malformed. Check its percent-encoding.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['request.malformed', 'The body is not valid JSON.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['request.malformed', 'The body is empty. Send a JSON object.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['request.malformed', 'Content-Length does not fit the body.'],
  FST_JWT_NO_AUTHORIZATION_IN_HEADER: ['auth.token_missing', 'Log in and send the header Authorization: Bearer <access token>.'],
  FST_JWT_AUTHORIZATION_TOKEN_EXPIRED: ['auth.token_expired', 'The access token has expired. Refresh the session and try again.']
}

/**
 * Any error as a refusal that may be shown.
 *
 * @returns `undefined` when the error is nobody's business but ours
 */
function asRefusal (error: FastifyError, request: FastifyRequest): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error.validation) {
    const details = validationDetails(error.validation as unknown as ErrorObject[], error.validationContext ?? 'body')
    const first = details[0]
    const rest = error.validation.length > 1 ? ` (and ${error.validation.length - 1} more)` : ''
    return new Refusal('request.invalid', `The request is invalid: ${first ? `${first.path} ${first.message}` : ''}${rest}.`, { details })
  }
  if (error instanceof TimeoutError) {
    return new Refusal('deadline_exceeded', 'This took too long and was given up. Whether a change took effect is not known: repeat it with the same Idempotency-Key, or look.', { headers: { 'retry-after': '5' }, cause: error })
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return mediaTypeRefusal(request.routeOptions.config.operation?.request.form !== undefined)
  const known = frameworkRefusals[error.code]
  if (known) return new Refusal(...known)
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('request.too_large', `The body is larger than ${request.routeOptions.bodyLimit} bytes. Send less.`)
  if (error.code?.startsWith('FST_JWT_') || error.code?.startsWith('FAST_JWT_')) {
    return new Refusal('auth.token_invalid', 'The access token is not valid. Log in and use the new one.')
  }
  if (error instanceof SyntaxError && error.statusCode === 400) return new Refusal('request.malformed', `The body is not valid JSON: ${error.message}.`)
  if (error instanceof DatabaseUnavailableError && isLockWait(error.cause)) return new Refusal('dependency.unavailable', 'Others are changing the same at this moment. Try again in 2 seconds.', { headers: { 'retry-after': '2' }, cause: error })
  if (error instanceof DatabaseUnavailableError) return unavailable('The database', error)
  if (error instanceof UnreachableError) return unavailable(`The ${error.service} service`, error)
  if (error instanceof RemoteError) {
    // Our own tokens are never at fault here: this is the caller's.
    if (error.status === 401) return new Refusal(error.code === 'auth.token_expired' || error.code === 'auth.session_ended' ? error.code : 'auth.token_invalid', error.body.message)
    if (error.status === 429 || error.status === 503) return unavailable(`The ${error.service} service`, error, error.retryAfterSeconds)
  }
  // What else Fastify or its plugins refuse, a broken upload or range, is the request's fault and theirs to word.
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return new Refusal('request.malformed', 'The request cannot be read. Check it and send it again.', { cause: error })
  return undefined
}

/**
 * Counts a request that was refused before the rate limit saw it: for its token, its role or its path. So guessing tokens and scanning
 * paths is limited as everything else is.
 */
async function counted (refusal: Refusal | undefined, request: FastifyRequest, reply: FastifyReply): Promise<Refusal | undefined> {
  if (!refusal || refusal.status >= 500) return refusal
  try {
    await request.server.countRequest(request, reply)
    return refusal
  } catch (limit) {
    return asRefusal(limit as FastifyError, request)
  }
}

/** Answers every failure in the one format, counts it, and logs those that are ours. */
export const errors = fp(async (app: FastifyInstance) => {
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const refusal = await counted(asRefusal(error, request), request, reply)
    if (!refusal) request.log.error({ err: error }, 'request failed')
    else if (refusal.status >= 500) request.log.warn({ err: refusal.cause ?? refusal }, refusal.message)
    const shown = refusal ?? new Refusal('internal', 'Something went wrong on our side. Quote the correlation id when you report it.')
    app.countFailure(shown.code)
    if (shown.status === 401) reply.header('www-authenticate', /^auth\.(token_missing|credentials_wrong|client_wrong)$/.test(shown.code) ? 'Bearer' : 'Bearer error="invalid_token"')
    return await reply
      .code(shown.status)
      .headers(shown.headers)
      .type('application/json; charset=utf-8')
      .serializer(JSON.stringify)
      .send(errorBody(shown.status, shown.code, shown.message, request.id, shown.details))
  })
}, { name: 'errors', dependencies: ['metrics'] })
