import type { Readable } from 'node:stream'
import type { Static, TSchema } from '@sinclair/typebox'
import type { Role } from './generated/events.schemas.ts'

export type { Role }

/** Who makes a request. */
export interface Caller {
  id: string
  role: Role
  /** `service` for services, which have no sessions. */
  sessionId: string
  /** Whether the address of the account was confirmed when the token was issued. */
  emailConfirmed: boolean
  /** The access token, to be passed on to other services. */
  token: string
}

/** One row of a generated operations table. */
export interface Operation {
  readonly operationId: string
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
  /** As in OpenAPI: `/api/v1/rooms/{roomId}`. */
  readonly path: string
  /** Who may call it: everybody, or holders of one of these roles. */
  readonly access: 'public' | readonly Role[]
  /** The status of success; where 200 is declared beside 201, the 200 is for dry runs. */
  readonly status: number
  /** How many requests a minute one caller may make, where that is fewer than of others. */
  readonly rateLimit?: number
  readonly request: {
    readonly params?: TSchema
    readonly query: TSchema
    readonly headers?: TSchema
    readonly body?: TSchema
    readonly bodyRequired?: boolean
    /** The form that browsers and mail programs may send instead of nothing. */
    readonly form?: TSchema
  }
  /** Every declared response by its status. */
  readonly responses: { readonly [status: number]: OperationResponse }
}

export interface OperationResponse {
  /** The media types that it may have; none where there is no body. */
  readonly mediaTypes: readonly string[]
  /** The body, when it is JSON and nothing else. */
  readonly schema: TSchema | null
  readonly headers: Readonly<Record<string, TSchema>>
}

/** The operations of one service by their `operationId`. */
export type Contract = Readonly<Record<string, Operation>>

type StaticOr<Schema, Otherwise> = Schema extends TSchema ? Static<Schema> : Otherwise

/** What a handler is given of the request: validated, and with the defaults filled in. */
export interface Input<O extends Operation> {
  params: StaticOr<O['request']['params'], Record<string, never>>
  query: Static<O['request']['query']>
  headers: StaticOr<O['request']['headers'], unknown>
  body: StaticOr<O['request']['body'], undefined>
}

type Body<Response> = Response extends { readonly schema: infer Schema extends TSchema } ? Static<Schema> : Response extends { readonly mediaTypes: readonly [] } ? unknown : string | Readable

/** The body of success that a handler returns: what the schema says where it is JSON, otherwise text or a stream. */
export type Output<O extends Operation> = Body<O['responses'][O['status']]>
