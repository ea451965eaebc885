import { codeOfWords } from '../../kernel/code-of-words.ts'
import { no, ok, type Result, type RuleRefusal, refuseAll } from '../../kernel/result.ts'
import { builtIn, isNeeded, type Kind, type KindList, kindLists, kindsOf, sortOf } from '../../regulation/dictionary.ts'

/** What is typed into the form of the dictionary: names and closed ones by list and code, new ones by list, one on a line. */
export type TypedKinds = {
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly closed: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly added: Readonly<Record<string, string>>
}
export const mostName = 150
const mostKinds = 300

/** What a dictionary has in one list, closed ones too. */
export const kindsIn = (kinds: readonly Kind[], list: KindList): readonly Kind[] =>
  kindsOf({ kinds }, sortOf(list)).filter((kind) => kind.list === list)

const key = (name: string) => name.trim().toLowerCase().replaceAll('ё', 'е')

/** The dictionary as it is typed, or what is wrong in it. Nothing goes out of it: what stands somewhere keeps its word, closed ones are chosen no more. */
export function kindsTyped(kinds: readonly Kind[], typed: TypedKinds): Result<readonly Kind[]> {
  const written = kindLists.flatMap((list) => [...changed(kinds, list, typed), ...added(kinds, list, typed)])
  const wrong = written.flatMap(({ kind, field }): RuleRefusal[] => {
    if (kind.name === '') return [no('kinds.needsName', { field })]
    if (kind.name.length > mostName) return [no('kinds.tooLong', { field, params: { most: mostName } })]
    if (kind.closed && isNeeded(kind))
      return [no('kinds.needed', { field: field.replace('names', 'closed'), params: { name: kind.name } })]
    const same = written.filter(
      (other) => sortOf(other.kind.list) === sortOf(kind.list) && key(other.kind.name) === key(kind.name),
    )
    return same.length > 1 && same[0]?.kind !== kind ? [no('kinds.there', { field, params: { name: kind.name } })] : []
  })
  if (wrong.length > 0) return refuseAll(wrong)
  const kept = written.map(({ kind }) => kind).filter((kind) => !builtIn.some((one) => sameKind(one, kind)))
  return kept.length > mostKinds ? refuseAll([no('kinds.tooMany', { params: { most: mostKinds } })]) : ok(kept)
}

const sameKind = (one: Kind, other: Kind) =>
  one.list === other.list && one.code === other.code && one.name === other.name && !one.closed === !other.closed

type Written = { readonly kind: Kind; readonly field: string }

const changed = (kinds: readonly Kind[], list: KindList, { names, closed }: TypedKinds): Written[] =>
  kindsIn(kinds, list).map(({ code, name }) => ({
    kind: {
      ...{ list, code, name: (names[list]?.[code] ?? name).trim() },
      ...(closed[list]?.[code] === 'yes' && { closed: true }),
    },
    field: `names.${list}.${code}`,
  }))

function added(kinds: readonly Kind[], list: KindList, typed: TypedKinds): Written[] {
  const taken = new Set(kindsOf({ kinds }, sortOf(list)).map(({ code }) => code))
  const lines = (typed.added[list] ?? '').split('\n').map((line) => line.trim())
  return lines
    .filter((name) => name !== '')
    .map((name) => {
      const code = freeCode(codeOfWords(name), taken)
      taken.add(code)
      return { kind: { list, code, name }, field: `added.${list}` }
    })
}

function freeCode(code: string, taken: ReadonlySet<string>): string {
  let at = 1
  while (taken.has(at === 1 ? code : `${code}${at}`)) at++
  return at === 1 ? code : `${code}${at}`
}

/** What history tells of a change: each kind that is new, called otherwise, closed or chosen again. */
export function kindChanges(
  before: readonly Kind[],
  after: readonly Kind[],
): readonly { list: KindList; was: string; is: string }[] {
  const said = (kind: Kind | undefined) => (kind ? `${kind.name}${kind.closed ? ' (не выбирают)' : ''}` : '')
  return kindLists.flatMap((list) =>
    kindsIn(after, list).flatMap((kind) => {
      const old = kindsIn(before, list).find(({ code }) => code === kind.code)
      return old && sameKind(old, kind) ? [] : [{ list, was: said(old), is: said(kind) }]
    }),
  )
}

/** Another number whenever the dictionary is another: a form is not written over what somebody else has changed. */
export function versionOf(kinds: readonly Kind[]): number {
  let sum = 0
  for (const letter of JSON.stringify(kinds)) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007
  return sum
}
