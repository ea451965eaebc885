import { z } from 'zod'
import { askedPage } from '../../web/address.ts'
import { choice, day, optionalText, text } from '../../web/fields.ts'

export const listQuery = z.object({ page: askedPage })

const written = (what: string, most: number) => optionalText(what, most).transform((value) => value ?? '')

const contractFields = {
  number: optionalText('номер', 60),
  subject: written('предмет договора', 2000),
  terms: written('условия', 20_000),
  startsOn: day('начало срока'),
  endsOn: day('конец срока'),
}
export const startForm = z.object(contractFields)
export const editForm = z.object({ ...contractFields, intent: choice('что сделать', ['save', 'offer']) })
export const signatureForm = z.object({ side: choice('сторону', ['site', 'operator']), signedOn: day('день подписания') })
export const endForm = z.object({ endedOn: day('последний день'), endReason: text('причину', 2000) })
export const emptyForm = z.object({})
