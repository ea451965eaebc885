import type { Fields } from '../../kit/form/fields.ts'
import { asValues, rowsIn } from '../../kit/form/flat-rows.ts'
import { ownWritten } from '../../regulation/fields.ts'
import { ownSections } from '../../regulation/intake/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { type FormState, valueOf, valuesOf } from '../../ui/fields.ts'
import type { OpenProgramme } from './case.ts'
import { noCompletion, sessionsOf, tryOutsOf } from './completion-rules.ts'
import { splitContingent } from './edits.ts'
import { assessedFields, completionFields, noteFields, resourcesFields, topicFields } from './fields.ts'
import type { Part, ProgrammeContent, Topic } from './model.ts'
import { formName } from './wording.ts'

export type WrittenPart = Exclude<Part, 'topics'>
type Values = FormState['values']

/** Those whom the regulation names as trainees. (R-A2c) */
export const namedContingent = ({ trainees }: Regulation): readonly string[] => trainees?.contingent.map(({ text }) => text) ?? []

/** A stored part as its form shows it. */
export function partValues(part: WrittenPart, { one, content, owner }: Pick<OpenProgramme, 'one' | 'content' | 'owner'>): Values {
  if (part === 'own') return ownWritten(ownSections(owner.regulation), content.own ?? {})
  if (part === 'completion') {
    const { sessions, tryOuts, hours, share, ...rest } = content.completion ?? noCompletion
    return asValues({ ...rest, hours: hours ?? '', share: share ?? '', 'sessions[]': sessions, 'tryOuts[]': tryOuts })
  }
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
type Compared = { readonly label: string; readonly of: (values: Values) => string }

/** Fields of a part as they are compared; those of a way of assessment under its name. */
const comparedIn = (fields: Fields, regulation: Regulation, of = '', within = ''): Compared[] =>
  Object.entries(fields).map(([name, { label, told, look }]) => ({
    label: of === '' ? label : `${of}: ${told}`,
    of: (values) => {
      const at = `${within}${name}`
      if (look.as === 'checkboxes') return valuesOf({ values, errors: [] }, `${at}[]`).join('\n')
      if (look.as !== 'rows') return valueOf({ values, errors: [] }, at)
      const said = (row: Values) =>
        joined(
          Object.entries(look.row).map(([field, one]) => saidIn(one, String(row[field] ?? ''), regulation)),
          ', ',
        )
      return joined(rowsIn(values, at).map(said), '\n')
    },
  }))
const joined = (texts: readonly string[], by: string) => texts.filter((text) => text !== '').join(by)

/** A field of a row in words: the form of a session by its name, hours as hours. */
function saidIn({ told, look }: Fields[string], text: string, regulation: Regulation): string {
  if (text === '') return ''
  if (look.as === 'select') return formName(regulation, text)
  return look.as === 'checkbox' ? told : look.as === 'line' && look.inputMode ? `${told}: ${text}` : text
}

/** What the form of each part is compared by when someone else was faster. */
type Around = { readonly regulation: Regulation; readonly content: ProgrammeContent }
const compared: Readonly<Record<WrittenPart | 'topic', (around: Around) => readonly Compared[]>> = {
  note: ({ regulation }) => comparedIn(noteFields, regulation),
  resources: ({ regulation }) => comparedIn(resourcesFields, regulation),
  assessment: ({ regulation }) => [
    ...comparedIn(assessedFields, regulation, 'Внешняя оценка', 'external.'),
    ...comparedIn(assessedFields, regulation, 'Самооценка', 'self.'),
  ],
  topic: ({ regulation }) => comparedIn(topicFields, regulation),
  own: ({ regulation }) => ownCompared(regulation),
  completion: ({ regulation, content }) => completionCompared(comparedIn(completionFields, regulation), content),
}

/** Both texts of a form, field by field. */
export const sidesOf = (kind: WrittenPart | 'topic', yours: Values, theirs: Values, around: Around) =>
  compared[kind](around).map(({ label, of }) => ({ label, yours: of(yours), theirs: of(theirs) }))

/** Sessions and try-outs by their titles. */
const completionCompared = (all: readonly Compared[], content: ProgrammeContent): readonly Compared[] => {
  const titles = new Map([...sessionsOf(content), ...tryOutsOf(content)].map(({ id, title }) => [id, title]))
  return all.map(({ label, of }) => ({
    label,
    of: (values) =>
      of(values)
        .split('\n')
        .map((text) => titles.get(text) ?? text)
        .join('\n'),
  }))
}

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
