import { z } from 'zod'
import type { Naming } from '../../kernel/names-in-time.ts'
import { day, kind, line, optionalDay, optionalEmail, optionalLine, radios, readsOf, schemaOf } from '../../kit/form/fields.ts'
import { namingFields } from '../../kit/form/naming.ts'
import { checked } from '../../web/fields.ts'
import { type OrganisationDetails, supportNeedKinds } from './model.ts'
import { asWebAddress } from './rules.ts'
import { supportNeedNames } from './texts.ts'

export const organisationFields = {
  kind: kind('Вид', { what: 'вид организации' }),
  fullName: line('Полное название по уставу', { told: 'полное название', most: 400 }),
  shortName: line('Краткое название', { hint: 'Так организация названа в списках', most: 150 }),
  documentName: optionalLine('Название в документах', {
    hint: 'Так организация названа в документах, например МОУ «Средняя общеобразовательная школа № 3». Пусто — полное название',
    most: 400,
  }),
  settlement: optionalLine('Населённый пункт', { hint: 'Например, с. Усть-Чебула. Можно оставить пустым', most: 100 }),
  address: optionalLine('Адрес', { most: 300 }),
  phone: optionalLine('Телефон', { type: 'tel', width: 20, most: 100 }),
  email: optionalEmail('Почта'),
  website: optionalLine('Сайт', { what: 'адрес сайта', type: 'url', width: 30, most: 300 }),
}
export const organisationForm = z
  .object({ ...readsOf(organisationFields), another: checked() })
  .transform(({ another, ...typed }) => ({
    details: { ...typed, website: asWebAddress(typed.website) } satisfies OrganisationDetails,
    another,
  }))

export const renamingFields = namingFields('Если вы изменили название')
export const changedOrganisationForm = z
  .object({ ...readsOf({ ...organisationFields, ...renamingFields }), another: checked() })
  .transform(({ naming, nameSince, another, ...typed }) => ({
    details: { ...typed, website: asWebAddress(typed.website) } satisfies OrganisationDetails,
    naming: { naming, nameSince } satisfies Naming,
    another,
  }))

export const supportNeedFields = {
  kind: radios('Признак', { of: supportNeedKinds, named: (kind) => supportNeedNames[kind] }),
  startsOn: day('Первый день'),
  endsOn: optionalDay('Последний день', { hint: 'Можно оставить пустым: признак снимут позже' }),
  ground: optionalLine('Основание', { hint: 'Документ, по которому записан признак. Можно оставить пустым', most: 300 }),
}
export const supportNeedForm = schemaOf(supportNeedFields)

export const endingFields = { endsOn: day('Последний день') }
export const endingForm: z.ZodType<{ endsOn: string }> = schemaOf(endingFields)
