import { operationsOf, type BundledDocument, type OperationObject, type ParameterObject } from '../../scripts/contract/document.ts'
import type { JsonSchema } from '../../scripts/contract/typebox.ts'
import { services, type Service } from '../../scripts/system/databases.ts'
import type { Contract, Operation } from '../../shared/contract/contract.ts'
import { bookingsContract } from '../../shared/contract/generated/bookings.operations.ts'
import { reviewsContract } from '../../shared/contract/generated/reviews.operations.ts'
import { roomsContract } from '../../shared/contract/generated/rooms.operations.ts'
import { usersContract } from '../../shared/contract/generated/users.operations.ts'
import { readDocument, sampleOf } from './samples.ts'
import type { RawRequest } from './system.ts'

export const contractOf: Record<Service, Contract> = { users: usersContract, rooms: roomsContract, bookings: bookingsContract, reviews: reviewsContract }

/** An operation as the document has it and as the services have it. */
export interface ServedOperation {
  service: Service
  document: BundledDocument
  declared: OperationObject
  parameters: ParameterObject[]
  operation: Operation
  /** The schema of the body that it takes. */
  body: JsonSchema | undefined
  /** For messages: `bookings.getBooking`. */
  name: string
}

/** Every operation of every service. */
export const servedOperations: readonly ServedOperation[] = services.flatMap(service => {
  const document = readDocument(service)
  return operationsOf(document).map(({ operation: declared, parameters }) => ({
    service,
    document,
    declared,
    parameters,
    operation: contractOf[service][declared.operationId] as Operation,
    body: declared.requestBody?.content['application/json']?.schema,
    name: `${service}.${declared.operationId}`
  }))
})

/** One parameter as it stands in a request. */
export type Pair = readonly [name: string, text: string]

/** A request of an operation, taken apart. */
export interface RequestParts {
  path: readonly Pair[]
  query: readonly Pair[]
  header: readonly Pair[]
  body?: unknown
}

const hour = 3_600_000
const noon = new Date(Math.ceil(Date.now() / (24 * hour)) * 24 * hour + 36 * hour)
const oneLater = new Date(noon.getTime() + hour)
/** An interval that can be booked, under each of its names. */
const interval = { from: noon.toISOString(), to: oneLater.toISOString(), startsAt: noon.toISOString(), endsAt: oneLater.toISOString() }

/**
 * The request that the document's own samples make, with what is required alone.
 *
 * @param given goes wherever something has this name: parameters and fields of the body
 */
export function sampleRequest ({ document, parameters, body }: ServedOperation, given: Readonly<Record<string, string>> = {}): RequestParts {
  const known: Record<string, string> = { ...interval, ...given }
  const pairsIn = (place: string): Pair[] => parameters.filter(parameter => parameter.in === place && parameter.required === true)
    .flatMap(({ name, schema }) => [known[name] ?? sampleOf(document, schema)].flat().map((value): Pair => [name, String(value)]))
  const named = (value: unknown): unknown => JSON.parse(JSON.stringify(value), (name, field: unknown) => typeof field === 'string' ? known[name] ?? field : field)
  return { path: pairsIn('path'), query: pairsIn('query'), header: pairsIn('header'), ...(body && { body: named(sampleOf(document, body)) }) }
}

/** The request as `TestSystem.send` takes it. */
export function asSent ({ operation: { method, path: template } }: ServedOperation, { path, query, header, body }: RequestParts, token?: string): [path: string, request: RawRequest] {
  const filled = path.reduce((text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)), template)
  const search = query.map(pair => pair.map(encodeURIComponent).join('=')).join('&')
  return [search === '' ? filled : `${filled}?${search}`, { method, token, headers: Object.fromEntries(header), ...(body !== undefined && { body: JSON.stringify(body) }) }]
}
