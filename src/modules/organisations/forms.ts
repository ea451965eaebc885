import { z } from 'zod'
import { organisationKinds } from '../../regulation/kinds.ts'
import { choice, day, optionalDay, optionalEmail, optionalText, text } from '../../web/fields.ts'
import { type OrganisationDetails, supportNeedKinds } from './model.ts'
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
