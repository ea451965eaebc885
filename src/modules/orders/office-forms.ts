import { z } from 'zod'
import { shortDate } from '../../kernel/dates.ts'
import { asId } from '../../kernel/ids.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import {
  type Field,
  line,
  optionalArea,
  optionalDay,
  optionalSelect,
  readsOf,
  row,
  rows,
  schemaOf,
} from '../../kit/form/fields.ts'
import { officeFields } from '../../kit/order/office-fields.ts'
import type { FormState } from '../../ui/fields.ts'
import type { ActingSignatory, Office } from './model.ts'

const person = (label: string): Field<PersonId | null> => {
  const { reads, ...field } = optionalSelect(label, 60)
  return { ...field, reads: reads.transform((typed) => asId<PersonId>(typed ?? '')) }
}

export const signatoryFields = {
  signatoryId: person('Кто подписывает обычно'),
  signatoryPost: line('Его должность под текстом', {
    what: 'должность',
    hint: 'Например, Начальник управления образования',
    most: 200,
  }),
  acting: rows('Кто подписывает вместо него', {
    one: 'Замещающий',
    add: 'Добавить замещающего',
    hint: 'На время отпуска или болезни. В эти дни подписывать может и он',
    most: 20,
    row: {
      personId: person('Кто'),
      post: optionalArea('Должность под текстом', { hint: 'Например, И. о. начальника', most: 200, rows: 1 }),
      startsOn: optionalDay('Первый день', { hint: '' }),
      endsOn: optionalDay('Последний день', { hint: 'Пусто — пока не изменят' }),
    },
  }),
}

/** How an office is typed; rows in which nothing is typed are none. */
export const officeForm = z
  .object(readsOf({ ...officeFields, ...signatoryFields }))
  .transform(({ acting, ...typed }, context) => ({
    ...typed,
    acting: acting.flatMap(({ personId, post, startsOn, endsOn }, at): ActingSignatory[] => {
      if (personId === null && post === null && startsOn === null && endsOn === null) return []
      const wants = (field: string, message: string) => context.addIssue({ code: 'custom', path: ['acting', at, field], message })
      if (personId === null) wants('personId', 'Выберите, кто подписывает')
      if (post === null) wants('post', 'Напишите должность, например И. о. начальника')
      if (startsOn === null) wants('startsOn', 'Поставьте первый день')
      return personId && post && startsOn ? [{ personId, post: post.replaceAll(/\s+/g, ' '), startsOn, endsOn }] : []
    }),
  }))

export const namingFields = {
  organisationId: row<OrganisationId>('Какая это организация', { what: 'организацию из реестра' }),
}
export const namingForm: z.ZodType<{ organisationId: OrganisationId }> = schemaOf(namingFields)

/** An office as its form begins; null: there is none yet. */
export function officeBegins(office: Office | null, acting: readonly ActingSignatory[]): FormState['values'] {
  if (office === null) return { actKind: 'order', numberForm: 'N', enactingWord: 'приказываю:' }
  const { actKind, numberFormat, enactingWord, place, letterhead, signatoryId, signatoryPost } = office
  return {
    ...{ actKind, enactingWord, signatoryPost },
    settlement: place ?? '',
    numberForm: numberFormat.replace('{n}', 'N'),
    letterhead: letterhead.join('\n'),
    signatoryId: signatoryId ?? '',
    ...Object.fromEntries(
      acting.flatMap(({ personId, post, startsOn, endsOn }, at) =>
        Object.entries({ personId, post, startsOn: shortDate(startsOn), endsOn: endsOn ? shortDate(endsOn) : '' }).map(
          ([name, value]) => [`acting.${at}.${name}`, value],
        ),
      ),
    ),
  }
}
