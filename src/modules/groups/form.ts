import type { PersonId } from '../../kernel/types.ts'
import { area, asked, day, type Fields, line, optionalSelect, period, row } from '../../kit/form/fields.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { workDirections } from '../../regulation/work/questions.ts'

/** What is decided of a group when it is formed. */
export const groupForm = {
  theme: line('Тема', { what: 'тему группы', most: 500 }),
  task: area('Что должно получиться', {
    most: 2000,
    rows: 3,
    hint: 'Рекомендации, памятка, сценарии занятий: то, чем воспользуются после группы',
  }),
  direction: optionalSelect('Направление работы площадки', 100),
  leaderId: row<PersonId>('Кто руководит группой', { what: 'руководителя группы' }),
  ...period(
    'Срок группы',
    { startsOn: day('Первый день'), endsOn: day('Последний день') },
    'Внутри срока статуса площадки; оба дня включительно',
  ),
}

/** The fields under a regulation: a direction is asked for where the paper names directions. */
export const formUnder = (regulation: Regulation, form: Fields): Fields =>
  asked(form, workDirections(regulation).length === 0 ? { direction: false } : {})

/** The directions to choose from. */
export const directionRows = (regulation: Regulation) =>
  workDirections(regulation).map(({ code, label }) => ({ value: code, label }))
