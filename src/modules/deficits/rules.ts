import { addDays } from '../../kernel/dates.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, PersonId } from '../../kernel/types.ts'
import { shownNumber } from '../../regulation/weak-schools.ts'
import type { Competence } from './framework.ts'

export const sources = ['self', 'diagnosis', 'guide'] as const
export type Source = (typeof sources)[number]
export const closings = ['event', 'tryout', 'traineeship', 'diagnosis'] as const
export type Closing = (typeof closings)[number]

/** So many are named in one press: with more nobody knows where to begin. */
export const mostAtOnce = 5
/** So many of one's own are open at a time. */
export const mostOpen = 15
/** So many signs own words have. */
export const mostSigns = 300
/** A personal link serves so many days. */
export const linkDays = 30
/** The last of them: the day it is given is the first. */
export const lastDayOfLink = (given: Day): Day => addDays(given, linkDays - 1)

type Named = { readonly competences: readonly string[]; readonly words: string | null }
type Open = { readonly source: Source; readonly competenceId: string | null; readonly words: string | null }

const isOffered = (framework: readonly Competence[], id: string) => framework.some((one) => one.id === id && !one.closed)
const alike = (one: string | null, other: string | null) =>
  one !== null && other !== null && one.trim().toLowerCase() === other.trim().toLowerCase()

/** What of a press is new: what one has named already and is still open is not named twice. */
export const freshOf = ({ competences, words }: Named, open: readonly Open[]): Named => {
  const own = open.filter(({ source }) => source === 'self')
  return {
    competences: [...new Set(competences)].filter((id) => !own.some(({ competenceId }) => competenceId === id)),
    words: own.some((one) => alike(one.words, words)) ? null : words,
  }
}

/** What is wrong with what a person says they lack. */
export function wrongNaming(named: Named, open: readonly Open[], framework: readonly Competence[]): readonly RuleRefusal[] {
  const { competences, words } = named
  if (competences.length === 0 && words === null) return [no('deficit.nothingNamed')]
  if (competences.some((id) => !isOffered(framework, id))) return [no('deficit.notOffered')]
  const fresh = freshOf(named, open)
  const count = fresh.competences.length + (fresh.words === null ? 0 : 1)
  if (count === 0) return [no('deficit.namedAlready')]
  if (count > mostAtOnce) return [no('deficit.tooManyAtOnce')]
  if (open.filter(({ source }) => source === 'self').length + count > mostOpen) return [no('deficit.tooManyOpen')]
  return []
}

type Noted = {
  readonly source: Exclude<Source, 'self'> | null
  readonly competence: string | null
  readonly words: string | null
  readonly document: string | null
  readonly documentOn: Day | null
}

/** What is wrong with what is noted of somebody else: a diagnosis has its document, an observation has none. */
export function wrongNote(noted: Noted, framework: readonly Competence[], today: Day): readonly RuleRefusal[] {
  const { source, competence, words, document, documentOn } = noted
  return [
    ...(competence === null && words === null ? [no('deficit.nothingNoted', { field: 'competence' })] : []),
    ...(competence !== null && !isOffered(framework, competence) ? [no('deficit.notOffered', { field: 'competence' })] : []),
    ...(source === 'diagnosis' ? wrongDocument({ document, documentOn }, today) : []),
    ...(source === 'guide' && (document !== null || documentOn !== null)
      ? [no('deficit.documentOfNothing', { field: 'document' })]
      : []),
  ]
}

/** Whether the same is noted from the same source and still open: there it is read, added to and closed. */
export const isNotedAlready = ({ source, competence, words }: Noted, open: readonly Open[]): boolean =>
  open.some((one) => one.source === source && one.competenceId === competence && (competence !== null || alike(one.words, words)))

/** What is wrong with the document of a diagnosis. */
export const wrongDocument = (
  { document, documentOn }: Pick<Noted, 'document' | 'documentOn'>,
  today: Day,
): readonly RuleRefusal[] => [
  ...(document === null ? [no('deficit.noDocument', { field: 'document' })] : []),
  ...(documentOn === null
    ? [no('deficit.noDocumentDay', { field: 'documentOn' })]
    : documentOn > today
      ? [no('deficit.documentAhead', { field: 'documentOn' })]
      : []),
]

/** One scan, of a diagnosis alone. */
export const wrongAttaching = (one: {
  readonly source: Source
  readonly documentFile: string | null
}): readonly RuleRefusal[] => {
  if (one.source !== 'diagnosis') return [no('deficit.noDiagnosis')]
  return one.documentFile === null ? [] : [no('deficit.documentThere')]
}

/** Nobody notes of themselves as of somebody else: they name it. */
export const mayNoteOf = (actor: PersonId, person: PersonId): readonly RuleRefusal[] =>
  actor === person ? [no('deficit.nameYourOwn')] : []

/** What one says of oneself is taken back by oneself alone. */
export const mayTakeBack = (
  actor: PersonId,
  one: { readonly source: Source; readonly personId: PersonId },
): readonly RuleRefusal[] => (one.source === 'self' && actor !== one.personId ? [no('deficit.takesBackOwn')] : [])

type OnDay = { readonly startsOn: Day }

/** A fact closes what had begun by its day, and has happened. */
export function wrongClosing({ startsOn }: OnDay, on: Day, today: Day, field: string): readonly RuleRefusal[] {
  if (on > today) return [no('deficit.notYet', { field })]
  return on < startsOn ? [no('deficit.before', { field })] : []
}

/** A number of people as somebody may know it who may not know their names. */
export const peopleShown = (count: number): string => {
  const shown = shownNumber(count)
  return shown === null ? 'меньше пяти' : String(shown)
}

/** Rows that tell something: a competence of fewer than five people is left out, and is counted among the others. */
export const rowsShown = <Row extends { readonly people: number }>(rows: readonly Row[]) => ({
  shown: rows.filter(({ people }) => people > 0 && shownNumber(people) !== null),
  hidden: rows.filter(({ people }) => shownNumber(people) === null).length,
})
