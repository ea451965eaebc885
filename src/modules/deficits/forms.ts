import { z } from 'zod'
import {
  checkboxes,
  day,
  type Fields,
  line,
  optionalArea,
  optionalDay,
  optionalLine,
  optionalSelect,
  radios,
  readsOf,
} from '../../kit/form/fields.ts'
import { chosenIds } from '../../web/fields.ts'
import { type Competence, type Group, groupNames, groups, offeredIn } from './framework.ts'
import { mostSigns } from './rules.ts'
import { wordsHint } from './texts.ts'

const ticks = (group: Group) => checkboxes<string>(groupNames[group], chosenIds('компетенции'))

/** What a person says they lack: rows of each group, and own words. */
export const namingForm = {
  subject: ticks('subject'),
  method: ticks('method'),
  psychology: ticks('psychology'),
  communication: ticks('communication'),
  management: ticks('management'),
  local: ticks('local'),
  words: optionalArea('Своими словами', { what: 'свои слова', most: mostSigns, rows: 3, hint: wordsHint }),
} satisfies Fields
export const namingReads = z.object(readsOf(namingForm))

/** What an offer teaches: rows alone, no words. */
export const taughtReads = namingReads.omit({ words: true })

/** What was chosen in all groups together. */
export const namedIn = (typed: z.output<typeof namingReads>) => ({
  competences: groups.flatMap((group) => [...typed[group]]),
  words: typed.words,
})

/** The rows of each group. */
export const choicesOf = (framework: readonly Competence[]) =>
  Object.fromEntries(
    groups.map((group) => [group, offeredIn(framework, group).map(({ id, label }) => ({ value: id, label }))] as const),
  )

/** The form as this territory fills it: a group without rows is not asked. */
export const namingFields = (framework: readonly Competence[]): Fields =>
  Object.fromEntries(
    Object.entries(namingForm).filter(
      ([name]) => !groups.some((group) => group === name && offeredIn(framework, group).length === 0),
    ),
  )

/** Every row in one list, its group beside it. */
export const everyChoice = (framework: readonly Competence[]) =>
  groups.flatMap((group) => offeredIn(framework, group).map(({ id, label }) => ({ value: id, label, more: groupNames[group] })))

const documentHint = 'Например: справка о результатах диагностики, № 14'
export const diagnosisForm = {
  document: line('Документ', { what: 'документ диагностики', most: mostSigns, hint: documentHint }),
  documentOn: day('День документа'),
} satisfies Fields

/** From where it is known, as a form asks. */
const asked = { diagnosis: 'Диагностика, есть документ', guide: 'Наблюдение того, кто ведёт или сопровождает' } as const

/** What a methodist, or whoever leads a person, notes of them. */
export const noteForm = {
  source: radios<keyof typeof asked>('Откуда известно', {
    what: 'откуда это известно',
    of: ['diagnosis', 'guide'],
    named: (one) => asked[one],
  }),
  competence: optionalSelect('Чего не хватает', 36),
  words: optionalArea('Своими словами', {
    ...{ what: 'свои слова', most: mostSigns, rows: 3 },
    hint: `Если в перечне такого нет. ${wordsHint}`,
  }),
  document: optionalLine('Документ диагностики', { most: mostSigns, hint: `Только для диагностики. ${documentHint}` }),
  documentOn: optionalDay('День документа', { hint: 'Только для диагностики' }),
} satisfies Fields
