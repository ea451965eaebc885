import { z } from 'zod'
import type { PersonId } from '../../kernel/types.ts'
import { asked, askedPage } from '../../web/address.ts'
import { choice, chosenId, day, optionalDay, optionalText } from '../../web/fields.ts'
import { staffKinds } from './rules.ts'

/** Whom one may appoint in the browser; the other kinds come by orders. */
export const appointable = ['head', 'coordinator', ...staffKinds] as const

export const appointmentForm = z.strictObject({
  kind: choice('роль', appointable),
  personId: chosenId<PersonId>('человека'),
  startsOn: day('первый день'),
  endsOn: optionalDay('последний день'),
  ground: optionalText('основание', 300),
})

export const endingForm = z.strictObject({ endsOn: day('последний день') })

export const peopleAddress = z.object({ name: asked })
export const pageAddress = z.object({ page: askedPage })
