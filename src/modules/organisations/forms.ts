import { z } from 'zod'
import type { Day } from '../../kernel/types.ts'
import { organisationKinds } from '../../regulation/kinds.ts'
import { asked, dayAsked, oneOf, pageOf } from '../../web/address.ts'
import { choice, day, optionalDay, optionalEmail, optionalText, text } from '../../web/fields.ts'
import { type OrganisationDetails, supportNeedKinds } from './model.ts'
import type { OrganisationsQuery } from './queries.ts'
import { asWebAddress } from './rules.ts'

export const organisationForm = z
  .object({
    kind: choice('вид организации', organisationKinds),
    fullName: text('полное название по уставу', 400),
    shortName: text('краткое название', 150),
    documentName: optionalText('название в документах', 400),
    settlement: optionalText('населённый пункт', 100),
    address: optionalText('адрес', 300),
    phone: optionalText('телефон', 100),
    email: optionalEmail(),
    website: optionalText('адрес сайта', 300),
  })
  .transform((typed): OrganisationDetails => ({ ...typed, website: asWebAddress(typed.website) }))

export const supportNeedForm = z.object({
  kind: choice('признак', supportNeedKinds),
  startsOn: day('первый день'),
  endsOn: optionalDay('последний день'),
  ground: optionalText('основание', 300),
})

export const endingForm = z.object({ endsOn: day('последний день') })

/** The conditions of the register as they stand in its address. */
export const organisationsAddress = z.object({ q: asked, kind: asked, date: asked, page: asked })
export type OrganisationsAddress = z.infer<typeof organisationsAddress>

/** Reads an address as a question; what cannot be read falls back to the usual. */
export const organisationsQuery = (address: OrganisationsAddress, today: Day): OrganisationsQuery => ({
  on: dayAsked(address.date, today).on,
  q: address.q || null,
  kind: oneOf(organisationKinds, address.kind),
  page: pageOf(address.page),
})
