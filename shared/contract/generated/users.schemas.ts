// Generated from openapi/ by `npm run generate`. Do not edit.
import { Type, type Static } from '@sinclair/typebox'

export const ApiErrorDetail = Type.Object({
  path: Type.String(),
  message: Type.String()
}, { additionalProperties: false })
export type ApiErrorDetail = Static<typeof ApiErrorDetail>

export const ApiError = Type.Object({
  error: Type.String(),
  message: Type.String(),
  code: Type.String({ pattern: '^[a-z_]+(\\.[a-z_]+)*$' }),
  correlationId: Type.String(),
  details: Type.Optional(Type.Array(ApiErrorDetail))
}, { additionalProperties: false })
export type ApiError = Static<typeof ApiError>

export const Credentials = Type.Object({
  login: Type.String({ minLength: 1, maxLength: 254 }),
  password: Type.String({ format: 'password', minLength: 1, maxLength: 128 })
}, { additionalProperties: false })
export type Credentials = Static<typeof Credentials>

export const DependencyState = Type.Object({
  name: Type.String(),
  needed: Type.Boolean(),
  status: Type.Unsafe<'up' | 'down'>({ type: 'string', enum: ['up', 'down'] }),
  latencyMilliseconds: Type.Number({ minimum: 0 })
}, { additionalProperties: false })
export type DependencyState = Static<typeof DependencyState>

export const Health = Type.Object({
  status: Type.Unsafe<'ok'>({ type: 'string', enum: ['ok'] }),
  service: Type.String(),
  version: Type.String(),
  uptimeSeconds: Type.Integer({ minimum: 0 })
}, { additionalProperties: false })
export type Health = Static<typeof Health>

export const JsonWebKey = Type.Object({
  kid: Type.String(),
  kty: Type.Unsafe<'OKP'>({ type: 'string', enum: ['OKP'] }),
  crv: Type.Unsafe<'Ed25519'>({ type: 'string', enum: ['Ed25519'] }),
  x: Type.String(),
  use: Type.Unsafe<'sig'>({ type: 'string', enum: ['sig'] }),
  alg: Type.Unsafe<'EdDSA'>({ type: 'string', enum: ['EdDSA'] })
}, { additionalProperties: false })
export type JsonWebKey = Static<typeof JsonWebKey>

export const JsonWebKeySet = Type.Object({
  keys: Type.Array(JsonWebKey)
}, { additionalProperties: false })
export type JsonWebKeySet = Static<typeof JsonWebKeySet>

export const Readiness = Type.Object({
  status: Type.Unsafe<'ready'>({ type: 'string', enum: ['ready'] }),
  dependencies: Type.Array(DependencyState)
}, { additionalProperties: false })
export type Readiness = Static<typeof Readiness>

export const Role = Type.Unsafe<'user' | 'facility_manager' | 'moderator' | 'admin' | 'service'>({ type: 'string', enum: ['user', 'facility_manager', 'moderator', 'admin', 'service'] })
export type Role = Static<typeof Role>

export const User = Type.Object({
  id: Type.String({ format: 'uuid' }),
  username: Type.String(),
  email: Type.String({ format: 'email' }),
  fullName: Type.String(),
  role: Role,
  version: Type.Integer({ minimum: 1 }),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type User = Static<typeof User>

export const Session = Type.Object({
  accessToken: Type.String(),
  refreshToken: Type.String(),
  tokenType: Type.Unsafe<'Bearer'>({ type: 'string', enum: ['Bearer'] }),
  expiresIn: Type.Integer({ minimum: 1 }),
  user: User
}, { additionalProperties: false })
export type Session = Static<typeof Session>

export const SessionRefresh = Type.Object({
  refreshToken: Type.String({ format: 'password', minLength: 20, maxLength: 200 })
}, { additionalProperties: false })
export type SessionRefresh = Static<typeof SessionRefresh>

export const UserRegistration = Type.Object({
  username: Type.String({ pattern: '^[A-Za-z0-9_.-]+$', minLength: 3, maxLength: 50 }),
  email: Type.String({ format: 'email', maxLength: 254 }),
  fullName: Type.String({ format: 'single-line', minLength: 1, maxLength: 100 }),
  password: Type.String({ format: 'password', minLength: 8, maxLength: 128 })
}, { additionalProperties: false })
export type UserRegistration = Static<typeof UserRegistration>
