import { no, type RuleRefusal } from '../../kernel/result.ts'
import { frameworkOf, type OwnFramework } from './framework.ts'

export const mostAdded = 60
export const mostOfLabel = 120

/** One competence a line. */
export const linesOf = (typed: string | null): readonly string[] =>
  (typed ?? '')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

const plain = (label: string) => label.toLowerCase().replaceAll('ё', 'е')

/** What is wrong with new lines: too many, too long, or there already. */
export function wrongFramework(own: OwnFramework, lines: readonly string[]): readonly RuleRefusal[] {
  const known = frameworkOf(own).map(({ label }) => plain(label))
  if (own.added.length + lines.length > mostAdded) return [no('deficit.frameworkLong', { field: 'added' })]
  return lines.flatMap((label, at) => {
    if (label.length > mostOfLabel) return [no('deficit.labelLong', { field: 'added', params: { label } })]
    const before = [...known, ...lines.slice(0, at).map(plain)]
    return before.includes(plain(label)) ? [no('deficit.labelTwice', { field: 'added', params: { label } })] : []
  })
}

/** The framework as it is kept: of what is closed only what there is. */
export const savedFramework = (
  own: OwnFramework,
  { closed, lines }: { readonly closed: readonly string[]; readonly lines: OwnFramework['added'] },
): OwnFramework => {
  const added = [...own.added, ...lines]
  const known = frameworkOf({ closed: [], added }).map(({ id }) => id)
  return { closed: known.filter((id) => closed.includes(id)), added }
}
