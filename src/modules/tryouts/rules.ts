import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { OrganisationId, PersonId } from '../../kernel/types.ts'
import { type Level, levels } from '../programmes/level-rules.ts'

export type Levels = Readonly<Record<string, Level>>

export type Criterion = { readonly id: string; readonly text: string; readonly indicator: string }

type Sent = {
  readonly pictures: number
  readonly files: number
  readonly link: string | null
  readonly words: string | null
  readonly children: boolean | null
}

/** A photograph, a file, a link or two lines: one of them is enough. Of every picture is asked whether children are in it. */
export function wrongWork({ pictures, files, link, words, children }: Sent): RuleRefusal[] {
  if (files === 0 && link === null && words === null) return [no('tryout.nothingSent', { field: 'words' })]
  return pictures > 0 && children === null ? [no('tryout.childrenUnsaid', { field: 'children' })] : []
}

/** Every criterion has a level, and nothing else has one. */
export function wrongLevels(given: Levels, criteria: readonly Criterion[]): RuleRefusal[] {
  return criteria
    .filter(({ id }) => given[id] === undefined)
    .map(({ id, text }) => no('tryout.levelMissing', { field: `levels.${id}`, params: { criterion: text } }))
}

type Judge = { readonly personId: PersonId; readonly headsOrganisations: readonly OrganisationId[] }

/** Nobody judges their own work, and the head of the trainee's own school does not. */
export function mayJudge(
  { personId, headsOrganisations }: Judge,
  of: { personId: PersonId; organisationId: OrganisationId },
): RuleRefusal[] {
  if (personId === of.personId) return [no('tryout.ownWork')]
  return headsOrganisations.includes(of.organisationId) ? [no('tryout.ownHead')] : []
}

/** Where the paper asks trainees to rate themselves they do so before they see how others do. */
export const seesAssessment = (given: { readonly own: boolean; readonly asksSelf: boolean; readonly rated: boolean }): boolean =>
  !given.own || !given.asksSelf || given.rated

/** One rates oneself once, and only what one has handed in. */
export function mayRate({ state, rated }: { readonly state: string; readonly rated: boolean }): RuleRefusal[] {
  if (state === 'assigned') return [no('tryout.nothingToRate')]
  return rated ? [no('tryout.ratedAlready')] : []
}

/** The worst level of what was judged; null where nothing was. */
export const lowestOf = (given: Levels): Level | null => levels.find((level) => Object.values(given).includes(level)) ?? null
