import { masculine, type Noun, neuter } from '../../kernel/noun.ts'
import { type Clause, walk } from '../clauses.ts'
import type { Regulation } from '../schema.ts'
import { rootOf, textOfBody } from './clause-text.ts'
import { changedClauses } from './compared.ts'

/** What an order does to one clause of a regulation that stays in force. */
export type Amendment = {
  readonly number: string
  readonly kind: Clause['kind']
  /** As the order names it after its kind: «3.2», «2 приложения 1», ««Заключительные положения»». */
  readonly name: string
  readonly what: 'changed' | 'added' | 'repealed'
  /** As the order says it: «пункт 3.2 изложить в следующей редакции: «…»». */
  readonly says: string
  /** The numbers of what stands under it and goes with it. */
  readonly under: readonly string[]
}

/** What the parts of a regulation are called; the accusative of each is its nominative. */
export const partNouns: Readonly<Record<Clause['kind'], Noun>> = {
  section: masculine('раздел'),
  clause: masculine('пункт'),
  point: masculine('пункт'),
  appendix: neuter('приложение'),
}

type Tree = readonly Clause[]
const words = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' ')
const ownText = ({ label, title, body }: Clause): string =>
  [words(label, title), textOfBody(body)].filter(Boolean).join(body.length > 0 && title ? '\n' : ' ')
const wholeText = (clause: Clause): string => [ownText(clause), ...clause.clauses.map(wholeText)].join('\n')
const numbersUnder = ({ clauses }: Clause): string[] => [...walk(clauses)].map(({ number }) => number)

/** The number as it is printed, without what stands round it; the title where none is printed. */
const printed = ({ label, title, number }: Clause): string =>
  label.replace(/^приложение ?(?:№ ?)?/i, '').replace(/[.)]$/, '') || (title ? `«${title}»` : number.replace(/^прил\. /, ''))

/** «3.2»; «2 приложения 1» in an appendix, «1 раздела 2» where others bear the number too. */
function nameOf(tree: Tree, clause: Clause): string {
  const root = tree.find(({ number }) => number === rootOf(tree, clause.number)) ?? clause
  const alike = [...walk(tree)].filter(({ kind, label }) => label !== '' && kind === clause.kind && label === clause.label)
  if (root.number === clause.number)
    return alike.length > 1 ? words(printed(clause), clause.title && `«${clause.title}»`) : printed(clause)
  if (alike.length < 2 && root.kind !== 'appendix') return printed(clause)
  return words(printed(clause), partNouns[root.kind].genitive, nameOf(tree, root))
}

/** The least that has to be worded anew: the heading, the words before the clauses that stand under it, or null: the whole. */
function onlyPart(was: Clause, { kind, label, title, body, clauses }: Clause): readonly [part: string, text: string] | null {
  const [first, ...rest] = body
  const [wasFirst, ...wasRest] = was.body
  if (label !== was.label) return null
  if (title && was.title && textOfBody(body) === textOfBody(was.body))
    return ['наименование', kind === 'appendix' ? title : words(label, title)]
  const leads = kind === 'clause' && clauses.length > 0 && title === was.title && textOfBody(rest) === textOfBody(wasRest)
  return leads && typeof first === 'string' && typeof wasFirst === 'string' ? ['абзац первый', words(label, title, first)] : null
}

/**
 * What has to be ordered for one text to become the other, clause by clause: those of another wording and those that are new in the order of the new text,
 * then those that are no more. What stands under a clause that is new, repealed or worded anew as a whole goes with it.
 */
export function amendmentsBetween(from: Regulation, to: Regulation): readonly Amendment[] {
  const differs = new Map(changedClauses(from, to).map(({ number, kind }) => [number, kind]))
  const before = new Map([...walk(from.clauses)].map((clause) => [clause.number, clause]))
  const of = ({ number, kind }: Clause, name: string) => ({ number, kind, name })

  const changed = (clause: Clause, was: Clause): Amendment[] => {
    const { nominative, genitive } = partNouns[was.kind]
    const name = nameOf(from.clauses, was)
    const [part, text] = onlyPart(was, clause) ?? [null, wholeText(clause)]
    const subject = part === null ? words(nominative, name) : words(part, genitive, name)
    const under = part === null ? [...numbersUnder(was), ...numbersUnder(clause)] : []
    const says = `${subject} изложить в следующей редакции: «${text}»`
    return [{ ...of(clause, name), what: 'changed', says, under }, ...(part === null ? [] : kept(clause.clauses))]
  }
  const kept = (clauses: Tree): Amendment[] =>
    clauses.flatMap((clause) => {
      const was = before.get(clause.number)
      if (was) return differs.has(clause.number) ? changed(clause, was) : kept(clause.clauses)
      const name = nameOf(to.clauses, clause)
      const says = `дополнить ${partNouns[clause.kind].instrumental} ${name} следующего содержания: «${wholeText(clause)}»`
      return [{ ...of(clause, name), what: 'added', says, under: numbersUnder(clause) }]
    })
  const made = kept(to.clauses)
  const whole = new Set(made.filter(({ under }) => under.length > 0).map(({ number }) => number))
  const repealed = (clauses: Tree): Amendment[] =>
    clauses.flatMap((clause) => {
      if (whole.has(clause.number)) return []
      if (differs.get(clause.number) !== 'removed') return repealed(clause.clauses)
      const name = nameOf(from.clauses, clause)
      const says = `${partNouns[clause.kind].nominative} ${name} признать утратившим силу`
      return [{ ...of(clause, name), what: 'repealed', says, under: numbersUnder(clause) }]
    })
  return [...made, ...repealed(from.clauses)]
}

/** Whether points of the order that put the regulation in force read otherwise: they are no part of the regulation, and no clause of it is amended by that. */
export const changesOrderPoints = (from: Regulation, to: Regulation): boolean =>
  changedClauses({ ...from, clauses: [] }, { ...to, clauses: [] }).length > 0
