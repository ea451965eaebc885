import { type Naming, namings } from '../../kernel/names-in-time.ts'
import { optionalDay, optionalRadios } from './fields.ts'

const words: Readonly<Record<NonNullable<Naming['naming']>, string>> = {
  correction: 'Исправляю ошибку: так было всегда',
  change: 'Сменилось: за прошлые дни остаётся прежнее',
  day: 'Поправляю день, с которого сменилось прежнее',
}

/** What a form asks besides when it may hold another name than the register. `question`: «Если вы изменили название». */
export const namingFields = (question: string) => ({
  naming: optionalRadios(question, { what: 'что это', of: namings, named: (one) => words[one] }),
  nameSince: optionalDay('С какого дня новое', {
    hint: 'Если сменилось. Документы и реестр прежних дней назовут прежнее',
  }),
})

/** Of what a change of name may be, what there is to choose: the day is put right only of a change that was. */
export const namingRows = (hasChanged: boolean) => ({
  naming: namings.filter((one) => hasChanged || one !== 'day').map((value) => ({ value, label: words[value] })),
})
