// Generated from openapi/ by `npm run generate`. Do not edit.
import { Type, type Static } from '@sinclair/typebox'

export const AccountDeletion = Type.Object({
  password: Type.String({ format: 'password', minLength: 1, maxLength: 128 })
}, { additionalProperties: false })
export type AccountDeletion = Static<typeof AccountDeletion>

export const ClientCredentials = Type.Object({
  clientId: Type.String({ minLength: 1, maxLength: 50 }),
  clientSecret: Type.String({ format: 'password', minLength: 1, maxLength: 200 })
}, { additionalProperties: false })
export type ClientCredentials = Static<typeof ClientCredentials>

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

export const NotificationPreferences = Type.Object({
  bookingCreated: Type.Boolean(),
  bookingCancelled: Type.Boolean(),
  bookingReminder: Type.Boolean(),
  roomUnavailable: Type.Boolean(),
  approvalRequested: Type.Boolean(),
  reviewFlagged: Type.Boolean()
}, { additionalProperties: false })
export type NotificationPreferences = Static<typeof NotificationPreferences>

export const UserStatus = Type.Unsafe<'active' | 'disabled' | 'deleted'>({ type: 'string', enum: ['active', 'disabled', 'deleted'] })
export type UserStatus = Static<typeof UserStatus>

export const DirectoryEntry = Type.Object({
  id: Type.String({ format: 'uuid' }),
  fullName: Type.String(),
  email: Type.String({ format: 'email' }),
  locale: Type.String(),
  timeZone: Type.String(),
  notifications: NotificationPreferences,
  status: UserStatus
}, { additionalProperties: false })
export type DirectoryEntry = Static<typeof DirectoryEntry>

export const DirectoryEntryList = Type.Object({
  items: Type.Array(DirectoryEntry)
}, { additionalProperties: false })
export type DirectoryEntryList = Static<typeof DirectoryEntryList>

export const EmailConfirmation = Type.Object({
  token: Type.String({ format: 'password', minLength: 20, maxLength: 200 })
}, { additionalProperties: false })
export type EmailConfirmation = Static<typeof EmailConfirmation>

export const EmailConfirmationRequest = Type.Object({
  email: Type.String({ format: 'email', maxLength: 254 })
}, { additionalProperties: false })
export type EmailConfirmationRequest = Static<typeof EmailConfirmationRequest>

export const ErrorDetail = Type.Object({
  path: Type.String(),
  message: Type.String()
}, { additionalProperties: false })
export type ErrorDetail = Static<typeof ErrorDetail>

export const ErrorBody = Type.Object({
  error: Type.String(),
  message: Type.String(),
  code: Type.String({ pattern: '^[a-z_]+(\\.[a-z_]+)*$' }),
  correlationId: Type.String(),
  details: Type.Optional(Type.Array(ErrorDetail, { maxItems: 50 }))
}, { additionalProperties: false })
export type ErrorBody = Static<typeof ErrorBody>

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

export const Logout = Type.Object({
  everywhere: Type.Optional(Type.Boolean({ default: false }))
}, { additionalProperties: false })
export type Logout = Static<typeof Logout>

export const MailStop = Type.Object({
  'List-Unsubscribe': Type.Optional(Type.Unsafe<'One-Click'>({ type: 'string', enum: ['One-Click'] }))
}, { additionalProperties: false })
export type MailStop = Static<typeof MailStop>

export const NotificationKind = Type.Unsafe<'welcome' | 'booking_confirmed' | 'booking_changed' | 'booking_cancelled' | 'booking_pending' | 'booking_rejected' | 'booking_reminder' | 'room_unavailable' | 'approval_requested' | 'invitation' | 'invitation_changed' | 'invitation_cancelled' | 'review_flagged' | 'account_locked' | 'new_sign_in' | 'email_change'>({ type: 'string', enum: ['welcome', 'booking_confirmed', 'booking_changed', 'booking_cancelled', 'booking_pending', 'booking_rejected', 'booking_reminder', 'room_unavailable', 'approval_requested', 'invitation', 'invitation_changed', 'invitation_cancelled', 'review_flagged', 'account_locked', 'new_sign_in', 'email_change'] })
export type NotificationKind = Static<typeof NotificationKind>

export const Notification = Type.Object({
  id: Type.String({ format: 'uuid' }),
  kind: NotificationKind,
  subject: Type.String(),
  recipient: Type.String(),
  status: Type.Unsafe<'queued' | 'sent' | 'failed' | 'suppressed'>({ type: 'string', enum: ['queued', 'sent', 'failed', 'suppressed'] }),
  attempts: Type.Integer({ minimum: 0 }),
  createdAt: Type.String({ format: 'date-time' }),
  sentAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' })
}, { additionalProperties: false })
export type Notification = Static<typeof Notification>

export const NotificationPage = Type.Object({
  items: Type.Array(Notification),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type NotificationPage = Static<typeof NotificationPage>

export const NotificationPreferencesUpdate = Type.Object({
  bookingCreated: Type.Optional(Type.Boolean()),
  bookingCancelled: Type.Optional(Type.Boolean()),
  bookingReminder: Type.Optional(Type.Boolean()),
  roomUnavailable: Type.Optional(Type.Boolean()),
  approvalRequested: Type.Optional(Type.Boolean()),
  reviewFlagged: Type.Optional(Type.Boolean())
}, { additionalProperties: false, minProperties: 1 })
export type NotificationPreferencesUpdate = Static<typeof NotificationPreferencesUpdate>

export const PasswordChange = Type.Object({
  currentPassword: Type.String({ format: 'password', minLength: 1, maxLength: 128 }),
  newPassword: Type.String({ format: 'password', minLength: 8, maxLength: 128 })
}, { additionalProperties: false })
export type PasswordChange = Static<typeof PasswordChange>

export const PasswordReset = Type.Object({
  token: Type.String({ format: 'password', minLength: 20, maxLength: 200 }),
  newPassword: Type.String({ format: 'password', minLength: 8, maxLength: 128 })
}, { additionalProperties: false })
export type PasswordReset = Static<typeof PasswordReset>

export const PasswordResetRequest = Type.Object({
  email: Type.String({ format: 'email', maxLength: 254 })
}, { additionalProperties: false })
export type PasswordResetRequest = Static<typeof PasswordResetRequest>

export const UserRole = Type.Unsafe<'user' | 'facility_manager' | 'moderator' | 'admin'>({ type: 'string', enum: ['user', 'facility_manager', 'moderator', 'admin'] })
export type UserRole = Static<typeof UserRole>

export const User = Type.Object({
  id: Type.String({ format: 'uuid' }),
  username: Type.String(),
  email: Type.String({ format: 'email' }),
  emailConfirmed: Type.Boolean(),
  emailConfirmedAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  pendingEmail: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  fullName: Type.String(),
  role: UserRole,
  status: UserStatus,
  timeZone: Type.String(),
  locale: Type.String(),
  notifications: NotificationPreferences,
  version: Type.Integer({ minimum: 1 }),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type User = Static<typeof User>

export const SessionInfo = Type.Object({
  id: Type.String({ format: 'uuid' }),
  device: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  address: Type.String(),
  current: Type.Boolean(),
  createdAt: Type.String({ format: 'date-time' }),
  lastSeenAt: Type.String({ format: 'date-time' }),
  expiresAt: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type SessionInfo = Static<typeof SessionInfo>

export const UserChange = Type.Object({
  field: Type.Unsafe<'email' | 'fullName' | 'timeZone' | 'locale' | 'notifications' | 'role' | 'status'>({ type: 'string', enum: ['email', 'fullName', 'timeZone', 'locale', 'notifications', 'role', 'status'] }),
  before: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  after: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type UserChange = Static<typeof UserChange>

export const UserAuditEntry = Type.Object({
  id: Type.String({ format: 'uuid' }),
  userId: Type.String({ format: 'uuid' }),
  actorId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' }),
  action: Type.Unsafe<'registered' | 'created' | 'updated' | 'unlocked' | 'email_change_requested' | 'email_confirmed' | 'password_changed' | 'refresh_token_reused' | 'deleted'>({ type: 'string', enum: ['registered', 'created', 'updated', 'unlocked', 'email_change_requested', 'email_confirmed', 'password_changed', 'refresh_token_reused', 'deleted'] }),
  changes: Type.Array(UserChange),
  at: Type.String({ format: 'date-time' })
}, { additionalProperties: false })
export type UserAuditEntry = Static<typeof UserAuditEntry>

export const PersonalData = Type.Object({
  exportedAt: Type.String({ format: 'date-time' }),
  user: User,
  lastLoginAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
  sessions: Type.Array(SessionInfo),
  audit: Type.Array(UserAuditEntry),
  notifications: Type.Array(Notification)
}, { additionalProperties: false })
export type PersonalData = Static<typeof PersonalData>

export const ProfileUpdate = Type.Object({
  email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
  currentPassword: Type.Optional(Type.String({ format: 'password', minLength: 1, maxLength: 128 })),
  fullName: Type.Optional(Type.String({ format: 'single-line', minLength: 1, maxLength: 100 })),
  timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  locale: Type.Optional(Type.String({ pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$', maxLength: 20 })),
  notifications: Type.Optional(NotificationPreferencesUpdate)
}, { additionalProperties: false, minProperties: 1 })
export type ProfileUpdate = Static<typeof ProfileUpdate>

export const Readiness = Type.Object({
  status: Type.Unsafe<'ready'>({ type: 'string', enum: ['ready'] }),
  dependencies: Type.Array(DependencyState)
}, { additionalProperties: false })
export type Readiness = Static<typeof Readiness>

export const ServiceToken = Type.Object({
  accessToken: Type.String({ format: 'password' }),
  tokenType: Type.Unsafe<'Bearer'>({ type: 'string', enum: ['Bearer'] }),
  expiresIn: Type.Integer({ minimum: 1 })
}, { additionalProperties: false })
export type ServiceToken = Static<typeof ServiceToken>

export const Session = Type.Object({
  accessToken: Type.String({ format: 'password' }),
  refreshToken: Type.String({ format: 'password' }),
  tokenType: Type.Unsafe<'Bearer'>({ type: 'string', enum: ['Bearer'] }),
  expiresIn: Type.Integer({ minimum: 1 }),
  user: User
}, { additionalProperties: false })
export type Session = Static<typeof Session>

export const SessionInfoPage = Type.Object({
  items: Type.Array(SessionInfo),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type SessionInfoPage = Static<typeof SessionInfoPage>

export const SessionRefresh = Type.Object({
  refreshToken: Type.String({ format: 'password', minLength: 20, maxLength: 200 })
}, { additionalProperties: false })
export type SessionRefresh = Static<typeof SessionRefresh>

export const UserAuditPage = Type.Object({
  items: Type.Array(UserAuditEntry),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type UserAuditPage = Static<typeof UserAuditPage>

export const UserCreate = Type.Object({
  username: Type.String({ pattern: '^[A-Za-z0-9_.-]+$', minLength: 3, maxLength: 50 }),
  email: Type.String({ format: 'email', maxLength: 254 }),
  fullName: Type.String({ format: 'single-line', minLength: 1, maxLength: 100 }),
  password: Type.String({ format: 'password', minLength: 8, maxLength: 128 }),
  role: UserRole
}, { additionalProperties: false })
export type UserCreate = Static<typeof UserCreate>

export const UserPage = Type.Object({
  items: Type.Array(User),
  nextCursor: Type.Unsafe<string | null>({ type: ['string', 'null'] })
}, { additionalProperties: false })
export type UserPage = Static<typeof UserPage>

export const UserRegistration = Type.Object({
  username: Type.String({ pattern: '^[A-Za-z0-9_.-]+$', minLength: 3, maxLength: 50 }),
  email: Type.String({ format: 'email', maxLength: 254 }),
  fullName: Type.String({ format: 'single-line', minLength: 1, maxLength: 100 }),
  password: Type.String({ format: 'password', minLength: 8, maxLength: 128 })
}, { additionalProperties: false })
export type UserRegistration = Static<typeof UserRegistration>

export const UserUpdate = Type.Object({
  role: Type.Optional(UserRole),
  status: Type.Optional(Type.Unsafe<'active' | 'disabled'>({ type: 'string', enum: ['active', 'disabled'] })),
  unlock: Type.Optional(Type.Boolean())
}, { additionalProperties: false, minProperties: 1 })
export type UserUpdate = Static<typeof UserUpdate>
