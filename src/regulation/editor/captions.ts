import { actNames } from '../acts.ts'
import { exampleCaptions } from '../examples/captions.ts'
import { exceptionCaptions } from '../exceptions/captions.ts'
import { hostsCaptions } from '../hosts/captions.ts'
import { intakeCaptions } from '../intake/captions.ts'
import { appointmentKindName } from '../kinds.ts'
import { opennessCaptions } from '../openness/captions.ts'
import { paperCaptions } from '../paper/captions.ts'
import { partiesCaptions } from '../parties/captions.ts'
import { peopleCaptions } from '../people/captions.ts'
import { provisionCaptions } from '../provisions/captions.ts'
import { reviewCaptions } from '../review/captions.ts'
import { statusCaptions } from '../status/captions.ts'
import type { WordForm } from '../words.ts'
import { workCaptions } from '../work/captions.ts'

const topics = [
  paperCaptions,
  partiesCaptions,
  hostsCaptions,
  intakeCaptions,
  reviewCaptions,
  statusCaptions,
  peopleCaptions,
  workCaptions,
  opennessCaptions,
  exampleCaptions,
  provisionCaptions,
  exceptionCaptions,
]
/** The words of every topic put together. */
const joined = <Key extends 'captions' | 'values'>(key: Key) => Object.assign({}, ...topics.map((topic) => topic[key]))

/** What each part of each rule is called on the pages that write a regulation; rows of a list under the name of the list. */
export const captions: Readonly<Record<string, string>> = joined('captions')

const parties = {
  authority: 'орган управления',
  operator: 'оператор',
  organisation: 'организация',
  head: 'руководитель площадки',
  headOfSite: 'руководитель площадки',
  coordinator: 'координатор',
  site: 'площадка',
  collegially: 'сообща, с протоколом',
  either: 'любой из них',
}
const acts = Object.fromEntries(Object.values(actNames).map((name) => [name, name]))

/** What the values of a choice are called; by the part, or by its last name where several parts choose from one list. */
export const valueNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  act: acts,
  by: parties,
  proposedBy: parties,
  appointedBy: parties,
  between: parties,
  to: parties,
  providedBy: parties,
  ...joined('values'),
}

export const formNames: Readonly<Record<WordForm, string>> = {
  nominative: 'Кто? Что?',
  genitive: 'Кого? Чего?',
  dative: 'Кому? Чему?',
  instrumental: 'Кем? Чем?',
  many: 'Во множественном числе',
}

const lastOf = (path: string) => path.split('.').at(-1) ?? ''

/** Throws for a part without a caption: each has one, which a test proves. */
export function captionOf(path: string): string {
  const found = captions[path]
  if (found === undefined) throw new Error(`no caption for «${path}»`)
  return found
}

/** What a value of a choice is called. */
export function valueName(path: string, value: string): string {
  const found = (valueNames[path] ?? valueNames[lastOf(path)])?.[value]
  if (found === undefined) throw new Error(`no name for the value «${value}» of «${path}»`)
  return found
}

export const roleCaption = (kind: keyof typeof appointmentKindName): string => `Роль: ${appointmentKindName[kind]}`
