import { shownNumber } from '../../regulation/weak-schools.ts'
import { type Competence, groupNames, groups } from './framework.ts'

/** A person lacks a competence. */
export type OpenPair = { readonly personId: string; readonly competenceId: string }
/** What a call or an order may name as its theme, with the competences it covers. */
export type Theme = {
  readonly title: string
  readonly competences: readonly string[]
  /** Where it was taught this year already: to be repeated. */
  readonly taughtBy: string | null
}
export type Choice = {
  readonly theme: Theme
  /** Which of its competences are covered by it first. */
  readonly covers: readonly string[]
  /** How many open deficits it covers that no theme before it does, and of how many people. */
  readonly deficits: number
  readonly people: number
  /** How many people lack each of what it covers. */
  readonly counts: readonly number[]
}

/** So many close competences make one theme. */
export const mostOfTheme = 3
/** So many themes are proposed at once. */
export const mostThemes = 5

/** What may be chosen: what was taught this year already, and close competences of a group, those that more people lack first. */
export function themesFor(open: readonly OpenPair[], framework: readonly Competence[], taught: readonly Theme[]): Theme[] {
  const need = new Map<string, number>()
  for (const { competenceId } of open) need.set(competenceId, (need.get(competenceId) ?? 0) + 1)
  const lacked = framework.filter(({ id }) => need.has(id))
  const own = groups.flatMap((group) => {
    const those = lacked.filter((one) => one.group === group)
    // Within a theme the order is that of the framework; what makes a theme is the need.
    const byNeed = those.toSorted((one, other) => (need.get(other.id) ?? 0) - (need.get(one.id) ?? 0))
    return Array.from({ length: Math.ceil(byNeed.length / mostOfTheme) }, (_, n): Theme => {
      const chosen = byNeed.slice(n * mostOfTheme, (n + 1) * mostOfTheme)
      const labels = those.filter((one) => chosen.includes(one)).map(({ label }) => label)
      const [single] = labels
      const title = labels.length === 1 && single ? single : `${groupNames[group]}: ${labels.join('; ')}`
      return { title, competences: chosen.map(({ id }) => id), taughtBy: null }
    })
  })
  return [...taught, ...own]
}

/**
 * A small set of themes that covers the most open deficits: each time the theme that covers most of what is not covered yet; of two alike the one that was
 * taught already, since it is known how. Stops when nothing is left or `most` are chosen.
 */
export function coveringThemes(open: readonly OpenPair[], themes: readonly Theme[], most: number): readonly Choice[] {
  const left = new Map<string, Set<string>>()
  for (const { personId, competenceId } of open) left.set(competenceId, (left.get(competenceId) ?? new Set()).add(personId))
  const gain = ({ competences }: Theme) => [...new Set(competences)].reduce((sum, id) => sum + (left.get(id)?.size ?? 0), 0)
  const chosen: Choice[] = []
  while (chosen.length < most) {
    let best: { readonly theme: Theme; readonly deficits: number } | null = null
    for (const theme of themes) {
      const deficits = gain(theme)
      if (deficits === 0) continue
      const isBetter =
        best === null ||
        deficits > best.deficits ||
        (deficits === best.deficits && theme.taughtBy !== null && best.theme.taughtBy === null)
      if (isBetter) best = { theme, deficits }
    }
    if (best === null) break
    const covers = [...new Set(best.theme.competences)].filter((id) => left.has(id))
    const people = new Set(covers.flatMap((id) => [...(left.get(id) ?? [])]))
    const counts = covers.map((id) => left.get(id)?.size ?? 0)
    for (const id of covers) left.delete(id)
    chosen.push({ ...best, covers, people: people.size, counts })
  }
  return chosen
}

const isSmall = (count: number) => shownNumber(count) === null

/**
 * What may be told of a choice beside the table: the sum of deficits, unless a row of it is of fewer than five people, for by subtraction that row would be
 * known; and of how many people it is, unless that tells of fewer than five who have one more row than the others, or one less.
 */
export function toldOf({
  deficits,
  people,
  counts,
}: Pick<Choice, 'deficits' | 'people' | 'counts'>): { readonly deficits: number; readonly people: number | null } | null {
  if (counts.some(isSmall)) return null
  const tells = isSmall(deficits - people) || counts.some((count) => isSmall(people - count))
  return { deficits, people: tells ? null : people }
}
