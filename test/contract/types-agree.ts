/**
 * Proves to the compiler that two independent readings of each document agree: the type of every TypeBox schema is the type that
 * openapi-typescript makes of the same component. There is nothing to run; `tsc` is the test, and its message names the component.
 */
import type { Static, TNumber, TObject, TOptional, TSchema, TString } from '@sinclair/typebox'
import type * as bookings from '../../shared/contract/generated/bookings.schemas.ts'
import type { components as BookingsComponents } from '../../shared/contract/generated/bookings.types.ts'
import type * as events from '../../shared/contract/generated/events.schemas.ts'
import type { components as EventsComponents } from '../../shared/contract/generated/events.types.ts'
import type * as reviews from '../../shared/contract/generated/reviews.schemas.ts'
import type { components as ReviewsComponents } from '../../shared/contract/generated/reviews.types.ts'
import type * as rooms from '../../shared/contract/generated/rooms.schemas.ts'
import type { components as RoomsComponents } from '../../shared/contract/generated/rooms.types.ts'
import type * as users from '../../shared/contract/generated/users.schemas.ts'
import type { components as UsersComponents } from '../../shared/contract/generated/users.types.ts'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false
/** The names under which the two readings differ, or which only one of them has. */
type Differing<Schemas, Components> = Exclude<keyof Schemas, keyof Components> | {
  [Name in keyof Components]: Name extends keyof Schemas ? Schemas[Name] extends TSchema ? Same<Static<Schemas[Name]>, Components[Name]> extends true ? never : Name : Name : Name
}[keyof Components]
type None<Names extends never> = Names

export type Users = None<Differing<typeof users, UsersComponents['schemas']>>
export type Rooms = None<Differing<typeof rooms, RoomsComponents['schemas']>>
export type Bookings = None<Differing<typeof bookings, BookingsComponents['schemas']>>
export type Reviews = None<Differing<typeof reviews, ReviewsComponents['schemas']>>
export type Events = None<Differing<typeof events, EventsComponents['schemas']>>

// The proof can fail.
// @ts-expect-error another type
export type OtherType = None<Differing<{ A: TString }, { A: number }>>
// @ts-expect-error another type, further in
export type OtherField = None<Differing<{ A: TObject<{ b: TObject<{ c: TString }> }> }, { A: { b: { c: string | null } } }>>
// @ts-expect-error optional in one only
export type OtherNeed = None<Differing<{ A: TObject<{ b: TOptional<TNumber> }> }, { A: { b: number } }>>
// @ts-expect-error missing
export type Missing = None<Differing<{ A: TString }, { A: string, B: string }>>
// @ts-expect-error left over
export type LeftOver = None<Differing<{ A: TString, B: TString }, { A: string }>>
