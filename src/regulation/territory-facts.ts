import type { Day } from '../kernel/types.ts'
import type { CalendarDays } from './calendar/school-year.ts'
import type { AppointmentKind } from './kinds.ts'
import type { LifeFacts } from './life-facts.ts'
import type { OrderFacts } from './order-facts.ts'
import type { OrganisationFacts, PersonFacts, PlanLineFacts } from './register-facts.ts'
import type { Regulation } from './schema.ts'

/**
 * What a territory starts with, as data. Everything refers to everything by symbolic keys, never by ids. People, schools and posts marked
 * `invented` are there for demonstration only; the others come from the published orders, in the roles those orders give them.
 */
export type TerritoryFacts = {
  readonly territory: {
    readonly code: string
    readonly name: string
    readonly shortName: string
    readonly region: string
    readonly level: 'municipal' | 'regional'
    readonly timeZone: string
    /** The first day of the demonstration. */
    readonly demoToday: Day
  }
  readonly organisations: readonly OrganisationFacts[]
  readonly people: readonly PersonFacts[]
  readonly orders: readonly OrderFacts[]
  /** Roles given without an order of the authority: by a host organisation or by the head of a site. Applied after the signed orders. */
  readonly appointments: readonly AppointmentFacts[]
  readonly plans: readonly PlanFacts[]
  /** The school year that a demonstration shows: no paper says its days. */
  readonly calendar?: readonly CalendarDays[]
  /** Who reviews programmes. */
  readonly experts?: readonly ExpertFacts[]
  /** Heads of organisations anybody may be in a demonstration, to apply for a status. */
  readonly applicants?: readonly string[]
  /** What people have done by the day on which a demonstration opens; without it that is its first day. */
  readonly life?: LifeFacts
  /** Heads and teachers anybody may be besides in a demonstration, to send somebody to learn, to go and to take them. */
  readonly learning?: readonly string[]
}

export type ExpertFacts = {
  readonly person: string
  /** An organisation of the territory, or the name of another employer. */
  readonly employer: { readonly organisation: string } | { readonly name: string }
  readonly directions: readonly string[]
  readonly from: Day
}

export type AppointmentFacts = {
  readonly person: string
  readonly as: AppointmentKind
  /** The lead organisation of the site. */
  readonly siteOf: string
  readonly from: Day
  readonly to: Day | null
  readonly appointedBy: string
  readonly ground: string
}

/** A sample plan of a site, ready to be proposed as «план прошлого года». */
export type PlanFacts = { readonly siteOf: string; readonly period: string; readonly lines: readonly PlanLineFacts[] }

/** A territory as the product loads it. */
export type TerritoryPackage = { readonly regulation: Regulation; readonly facts: TerritoryFacts }

/** One that is still to be read: `read` throws a RegulationError when its regulation does not hold. */
export type TerritoryFile = { readonly code: string; readonly read: () => TerritoryPackage }
