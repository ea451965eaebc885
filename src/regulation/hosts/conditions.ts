import { addDays, addMonths, daysBetween, later, longDate } from '../../kernel/dates.ts'
import type { Day, Period } from '../../kernel/types.ts'
import { type Basis, basisOf } from '../cite.ts'
import { kindName } from '../dictionary.ts'
import { type OwnValues, ownOf } from '../fields.ts'
import { repeated } from '../problem.ts'
import type { Regulation } from '../schema.ts'
import type { Checked } from './schema.ts'

/** What is known of an application when its conditions are asked. */
export type KnownCase = {
  /** Criteria that have something to show for themselves. */
  readonly proved: ReadonlySet<string>
  readonly kinds: readonly string[]
  /** Whoever is to head the site, with the posts that the registers know, from the first of them; null while nobody is named. */
  readonly head: { readonly posts: readonly string[]; readonly category: string | null; readonly work: readonly Period[] } | null
  readonly own: OwnValues
  readonly on: Day
}

/** A condition that is not met, in words, with the clause that sets it. */
export type Unmet = {
  readonly code: string
  readonly text: string
  readonly basis: Basis
  /** What the registers know of it, and where to write more; empty where they have no part in it. */
  readonly known: string
}

type Node = {
  readonly code: string
  readonly words: string
  readonly clause: readonly string[]
  readonly group: number | null
  /** A single condition, or a group of those that name its number. */
  readonly met: ((known: KnownCase) => boolean) | null
  readonly proof: boolean
  readonly service?: boolean
}

/** The conditions of a regulation beside those that are only proved one by one: what the system checks, and groups. */
export const unmetConditions = (regulation: Regulation, known: KnownCase): readonly Unmet[] =>
  amongConditions(regulation, (nodes, node) => !isMet(regulation, nodes, node, known)).map(({ node, ...one }) => ({
    ...one,
    known: known.head !== null && asksService(nodesOf(regulation), node) ? registeredWork(known.head.work, known.on) : '',
  }))

function amongConditions(regulation: Regulation, is: (nodes: readonly Node[], node: Node) => boolean) {
  const nodes = nodesOf(regulation)
  return nodes
    .filter((node) => node.group === null && !node.proof && is(nodes, node))
    .map((node) => ({
      ...{ node, code: node.code },
      ...{ text: inWords(regulation, nodes, node), basis: basisOf(regulation, node.clause) },
    }))
}

/** Each of them in words, met or not: for what the product says beside a clause and for a list of checks. */
export const conditionsInWords = (regulation: Regulation): readonly Omit<Unmet, 'known'>[] =>
  amongConditions(regulation, () => true)

const genitive = ['', 'одного', 'двух', 'трёх', 'четырёх', 'пяти', 'шести']
const inWord = (count: number): string => genitive[count] ?? String(count)

const codeOfGroup = (number: number) => `group${number}`

function nodesOf(regulation: Regulation): readonly Node[] {
  const { eligibility } = regulation
  if (eligibility === null) return []
  return [
    ...eligibility.all.map(
      ({ code, text, group, clause }): Node => ({
        ...{ code, words: text, clause, group, proof: true },
        met: ({ proved }) => proved.has(code),
      }),
    ),
    ...eligibility.checks.map(
      ({ code, checked, group, clause }): Node => ({
        ...{ code, words: checkInWords(regulation, checked), clause, group, proof: false, service: checked.kind === 'service' },
        met: (known) => holds(regulation, checked, known),
      }),
    ),
    ...eligibility.groups.map(
      ({ within, clause }, at): Node => ({
        ...{ code: codeOfGroup(at + 1), words: '', clause, group: within, proof: false, met: null },
      }),
    ),
  ]
}

const numberOf = ({ code }: Node): number => Number(code.slice('group'.length))
const members = (nodes: readonly Node[], node: Node) => nodes.filter(({ group }) => group === numberOf(node))
const neededOf = ({ eligibility }: Regulation, node: Node, of: number): number => {
  const rule = eligibility?.groups[numberOf(node) - 1]
  return rule?.how === 'all' ? of : rule?.how === 'any' ? 1 : (rule?.count ?? 1)
}

function isMet(regulation: Regulation, nodes: readonly Node[], node: Node, known: KnownCase): boolean {
  if (node.met) return node.met(known)
  const of = members(nodes, node)
  return of.filter((one) => isMet(regulation, nodes, one, known)).length >= neededOf(regulation, node, of.length)
}

/** «не менее двух из трёх: диплом; публикация; стаж руководителя площадки не меньше 5 лет» */
function inWords(regulation: Regulation, nodes: readonly Node[], node: Node): string {
  if (node.met) return node.words
  const of = members(nodes, node)
  const needed = neededOf(regulation, node, of.length)
  const listed = of.map((one) => (one.met ? one.words : `(${inWords(regulation, nodes, one)})`)).join('; ')
  if (needed >= of.length) return `всё из перечня: ${listed}`
  return `не менее ${inWord(needed)} из ${inWord(of.length)}: ${listed}`
}

const asksService = (nodes: readonly Node[], node: Node): boolean =>
  node.met ? node.service === true : members(nodes, node).some((one) => asksService(nodes, one))

/** From when work would have gone on, had it known no break: the first day of the first post, later by every day between two posts. */
function workingSince(work: readonly Period[], on: Day): Day | null {
  const spans = work.filter(({ from }) => from <= on).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const [first] = spans
  if (!first) return null
  let [since, free] = [first.from, first.from]
  for (const { from, to } of [...spans, { from: on, to: on }]) {
    if (from > free) since = addDays(since, daysBetween(free, from))
    free = later(free, to === null || to >= on ? on : addDays(to, 1))
  }
  return since
}

/** The registers know only the posts that somebody has entered: a refusal says from when, and where the earlier ones are written. */
function registeredWork(work: readonly Period[], on: Day): string {
  const first = work.map(({ from }) => from).toSorted()[0]
  const whole = workingSince(work, on) === first
  const known = first ? `по реестру — с ${longDate(first)}${whole ? '' : ', с перерывами'}` : 'в реестре должностей нет'
  return `; ${known}; внесите прежние должности: «Люди и организации» → «Люди», страница человека, «Добавить должность»`
}

function checkInWords(regulation: Regulation, checked: Checked): string {
  const named = (sort: 'organisation' | 'post' | 'category', codes: readonly string[]) =>
    codes.map((code) => kindName(regulation, sort, code)).join(' или ')
  switch (checked.kind) {
    case 'applicant':
      return `каждый, кто подаёт заявку: ${named('organisation', checked.kinds)}`
    case 'post':
      return `должность руководителя площадки: ${named('post', checked.posts)}`
    case 'category':
      return `категория руководителя площадки: ${named('category', checked.categories)}`
    case 'service':
      return `стаж руководителя площадки, лет: не меньше ${checked.years}`
    case 'figure':
      return `${checked.item}: не ${checked.compare === 'atLeast' ? 'меньше' : 'больше'} ${checked.value}`
  }
}

function holds(regulation: Regulation, checked: Checked, { kinds, head, own, on }: KnownCase): boolean {
  switch (checked.kind) {
    case 'applicant':
      return kinds.length > 0 && kinds.every((kind) => checked.kinds.includes(kind))
    case 'post':
      return head?.posts.some((post) => checked.posts.includes(post)) === true
    case 'category':
      return head?.category != null && checked.categories.includes(head.category)
    case 'service': {
      const since = head && workingSince(head.work, on)
      return since !== null && addMonths(since, 12 * checked.years) <= on
    }
    case 'figure': {
      const value = own[figureItem(regulation, checked.item)?.code ?? '']
      if (typeof value !== 'string') return false
      return checked.compare === 'atLeast' ? Number(value) >= checked.value : Number(value) <= checked.value
    }
  }
}

/** The item of the application that holds a figure, by what it is called. */
const figureItem = ({ application }: Regulation, item: string) =>
  ownOf(application?.items ?? []).find(
    ({ kind, caption }) => (kind === 'number' || kind === 'hours') && caption.toLowerCase() === item.toLowerCase(),
  )

/** Groups nobody can meet, that go round in a circle or are not there, and figures that no item of the application asks for. */
export function conditionProblems(regulation: Regulation): string[] {
  const { eligibility } = regulation
  if (eligibility === null) return []
  const { atLeast, all, checks, groups } = eligibility
  const nodes = nodesOf(regulation)
  const codes = [...all, ...(atLeast?.of ?? []), ...checks].map(({ code }) => code)
  const named = nodes.flatMap(({ group }) => (group === null ? [] : [group]))
  const found = [
    ...(atLeast !== null && atLeast.count > atLeast.of.length
      ? [`нужно ${atLeast.count} из ${atLeast.of.length} показателей`]
      : []),
    ...repeated(codes).map((code) => `код «${code}» повторяется`),
    ...[...new Set(named)].filter((group) => group > groups.length).map((group) => `группы ${group} нет`),
    ...groups.flatMap(({ how, count }, at) => {
      const of = named.filter((group) => group === at + 1).length
      if (of === 0) return [`группа ${at + 1} пуста`]
      if (how === 'atLeast' && count === null) return [`группа ${at + 1}: не сказано, сколько условий нужно`]
      return how === 'atLeast' && (count ?? 0) > of ? [`группа ${at + 1}: нужно ${count} из ${of}`] : []
    }),
    ...groups.flatMap((_, at) => (goesRound(groups, at + 1) ? [`группа ${at + 1} входит сама в себя`] : [])),
    ...checks.flatMap(({ checked }) =>
      checked.kind === 'figure' && !figureItem(regulation, checked.item)
        ? [`«${checked.item}»: среди сведений заявки такого числа нет`]
        : [],
    ),
  ]
  return found.map((problem) => `правило «eligibility»: ${problem}`)
}

function goesRound(groups: readonly { readonly within: number | null }[], number: number): boolean {
  let at: number | null = number
  for (let steps = 0; at !== null && steps <= groups.length; steps++) {
    at = groups[at - 1]?.within ?? null
    if (at === number) return true
  }
  return false
}
