import type { PersonId } from '../../kernel/types.ts'
import { area, day, optionalSelect, period, row } from '../../kit/form/fields.ts'

const mentor = { mentorId: row<PersonId>('Кто ведёт пару', { what: 'того, кто ведёт пару' }) }
const goal = {
  goal: area('Цель пары', {
    what: 'цель пары',
    most: 1000,
    rows: 2,
    hint: 'Чему человек научится: одной фразой, без имён и сведений о здоровье',
  }),
}
const term = period(
  'Срок пары',
  { startsOn: day('Первый день', { what: 'первый день' }), endsOn: day('Последний день', { what: 'последний день' }) },
  'Внутри срока статуса площадки; оба дня включительно',
)
/** Who goes on with a pair. */
export const heirField = mentor
export const deficitField = { deficit: optionalSelect('Мой дефицит, ради которого пара', 36) }

/** What is said of a pair by whoever proposes it, and by whoever asks for a mentor. */
export const proposalForm = { ...mentor, menteeId: row<PersonId>('С кем', { what: 'того, кто учится' }), ...goal, ...term }
export const requestForm = { ...mentor, ...deficitField, ...goal, ...term }
