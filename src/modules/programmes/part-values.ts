import { ownWritten } from '../../regulation/fields.ts'
import { ownSections } from '../../regulation/intake/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { type FormState, valueOf, valuesOf } from '../../ui/fields.ts'
import type { OpenProgramme } from './case.ts'
import { splitContingent } from './edits.ts'
import type { Part, Topic } from './model.ts'
import { asValues, rowsIn } from './reshape.ts'
import { formName } from './wording.ts'

export type WrittenPart = Exclude<Part, 'topics'>
type Values = FormState['values']

/** Those whom the regulation names as trainees. (R-A2c) */
export const namedContingent = ({ trainees }: Regulation): readonly string[] => trainees?.contingent ?? []

/** A stored part as its form shows it. */
export function partValues(part: WrittenPart, { one, content, owner }: Pick<OpenProgramme, 'one' | 'content' | 'owner'>): Values {
  if (part === 'own') return ownWritten(ownSections(owner.regulation), content.own ?? {})
  if (part !== 'note') return asValues({ ...content[part] })
  const { contingent, ...note } = content.note
  const { ticked, others } = splitContingent(contingent, namedContingent(owner.regulation))
  return asValues({ title: one.title, ...note, 'contingent[]': ticked, others })
}

/** A stored topic as its form shows it. */
export function topicValues({ objectives, declaredHours, title, sessions, tryOuts, results }: Topic): Values {
  return asValues({ title, declaredHours: declaredHours ?? '', ...objectives, sessions, tryOuts, results })
}

/** A field of a form in words, for laying two texts side by side. */
export type Compared = { readonly label: string; readonly of: (values: Values, regulation: Regulation) => string }

const single = (name: string, label: string): Compared => ({ label, of: (values) => valueOf({ values, errors: [] }, name) })
const rows = (name: string, label: string, fields: readonly string[]): Compared => ({
  label,
  of: (values, regulation) =>
    rowsIn(values, name)
      .map((row) =>
        fields
          .map((field) => (field === 'form' ? formName(regulation, String(row[field] ?? '')) : said(field, row[field])))
          .filter((text) => text !== '')
          .join(', '),
      )
      .filter((text) => text !== '')
      .join('\n'),
})
const said = (field: string, value: string | string[] | undefined): string =>
  field === 'remote' ? (value ? 'дистанционно' : '') : field === 'hours' && value ? `часы: ${value}` : String(value ?? '')
const lines = (name: string, label: string) => rows(name, label, ['text'])
const assessed = (kind: string, label: string): Compared[] => [
  rows(`${kind}.criteria`, `${label}: критерии`, ['text', 'indicator']),
  single(`${kind}.procedure`, `${label}: процедура`),
  single(`${kind}.tools`, `${label}: инструменты`),
]

/** What the form of each part is compared by when someone else was faster. */
const comparedFields: Readonly<Record<Exclude<WrittenPart, 'own'> | 'topic', readonly Compared[]>> = {
  note: [
    single('title', 'Название программы'),
    single('relevance', 'Актуальность'),
    single('aim', 'Цель'),
    lines('tasks', 'Задачи'),
    {
      label: 'Кто будет учиться',
      of: (values) =>
        [...valuesOf({ values, errors: [] }, 'contingent[]'), ...rowsIn(values, 'others').map(({ text }) => String(text ?? ''))]
          .filter(Boolean)
          .join('\n'),
    },
    lines('directions', 'Направления стажировки'),
  ],
  resources: [
    lines('people', 'Кадровые ресурсы'),
    lines('material', 'Материально-технические ресурсы'),
    lines('teaching', 'Учебные и учебно-методические ресурсы'),
  ],
  assessment: [...assessed('external', 'Внешняя оценка'), ...assessed('self', 'Самооценка')],
  topic: [
    single('title', 'Название темы'),
    single('declaredHours', 'Часы темы'),
    lines('teach', 'Научить'),
    lines('form', 'Сформировать'),
    lines('develop', 'Развивать'),
    rows('sessions', 'Занятия', ['title', 'form', 'remote', 'hours']),
    rows('tryOuts', 'Стажёрские пробы', ['title', 'assignment', 'hours']),
    lines('results', 'Планируемые результаты'),
  ],
}

/** Both texts of a form, field by field. */
export const sidesOf = (kind: WrittenPart | 'topic', yours: Values, theirs: Values, regulation: Regulation) =>
  (kind === 'own' ? ownCompared(regulation) : comparedFields[kind]).map(({ label, of }) => ({
    label,
    yours: of(yours, regulation),
    theirs: of(theirs, regulation),
  }))

const ownCompared = (regulation: Regulation): readonly Compared[] =>
  ownSections(regulation).map(({ code, caption }) => ({
    label: caption,
    of: (values) =>
      Object.entries(values)
        .filter(([name]) => name === `own.${code}` || name.startsWith(`own.${code}.`))
        .map(([, value]) => String(value))
        .join('\n')
        .trim(),
  }))
