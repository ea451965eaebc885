import { z } from 'zod'
import { parseDay } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type OrganisationKind, organisationKinds } from '../../regulation/kinds.ts'
import { choice, chosenId, day, optionalDay, optionalText } from '../../web/fields.ts'
import { type StateFilter, stateFilters } from './as-of.ts'
import { type SitesQuery, type Sort, sorts } from './queries.ts'
import { staffKinds } from './rules.ts'

/** Whom one may appoint in the browser; the other kinds come by orders. */
export const appointable = ['head', 'coordinator', ...staffKinds] as const

export const appointmentForm = z.strictObject({
  kind: choice('роль', appointable),
  personId: chosenId('человека'),
  startsOn: day('первый день'),
  endsOn: optionalDay('последний день'),
  ground: optionalText('основание', 300),
})

export const endingForm = z.strictObject({ endsOn: day('последний день') })

/** One value of an address; anything else counts as not given. */
export const asked = z.preprocess((value) => {
  const one: unknown = Array.isArray(value) ? value[0] : value
  // PostgreSQL takes no NUL in a text.
  return typeof one === 'string' ? one.replaceAll('\0', '') : one
}, z.string().trim().max(200).optional().catch(undefined))

/** The conditions of the register as they stand in its address. */
export const sitesAddress = z.object({ q: asked, date: asked, state: asked, kind: asked, sort: asked, page: asked })
export type SitesAddress = z.infer<typeof sitesAddress>

export const peopleAddress = z.object({ name: asked })
export const pageAddress = z.object({ page: asked })

const oneOf = <const Value extends string>(values: readonly Value[], value: string | undefined): Value | null =>
  values.find((one) => one === value) ?? null

export const pageOf = (value: string | undefined): number => {
  const page = Number(value)
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}

/** A day typed into an address; null when nothing or no day was typed. */
export const dayOf = (value: string | undefined): Day | null => (value ? parseDay(value) : null)

/** Reads an address as a question; what cannot be read falls back to the usual. */
export function sitesQuery(address: SitesAddress, today: Day): SitesQuery {
  return {
    on: dayOf(address.date) ?? today,
    state: oneOf<StateFilter>(stateFilters, address.state) ?? 'active',
    kind: oneOf<OrganisationKind>(organisationKinds, address.kind),
    q: address.q || null,
    sort: oneOf<Sort>(sorts, address.sort) ?? 'name',
    page: pageOf(address.page),
  }
}
