import { z } from 'zod'
import type { Day } from '../../kernel/types.ts'
import { type OrganisationKind, organisationKinds } from '../../regulation/kinds.ts'
import { asked, askedPage, dayAsked, oneOf, pageOf } from '../../web/address.ts'
import { choice, chosenId, day, optionalDay, optionalText } from '../../web/fields.ts'
import { type SitesQuery, type Sort, sorts } from './queries.ts'
import { type StateFilter, staffKinds, stateFilters } from './rules.ts'

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

/** The conditions of the register as they stand in its address. */
export const sitesAddress = z.object({ q: asked, date: asked, state: asked, kind: asked, sort: asked, page: asked })
export type SitesAddress = z.infer<typeof sitesAddress>

export const peopleAddress = z.object({ name: asked })
export const pageAddress = z.object({ page: askedPage })

/** Reads an address as a question; what cannot be read falls back to the usual. */
export function sitesQuery(address: SitesAddress, today: Day): SitesQuery {
  return {
    on: dayAsked(address.date, today).on,
    state: oneOf<StateFilter>(stateFilters, address.state) ?? 'active',
    kind: oneOf<OrganisationKind>(organisationKinds, address.kind),
    q: address.q || null,
    sort: oneOf<Sort>(sorts, address.sort) ?? 'name',
    page: pageOf(address.page),
  }
}
