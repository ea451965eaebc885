import { parseDay, shortDate } from '../../kernel/dates.ts'
import { type Clause, walk } from '../clauses.ts'
import { bodiesOf } from '../parties/questions.ts'
import type { Regulation } from '../schema.ts'
import { traineeParts } from '../work/schema.ts'
import { textOfBody } from './clause-text.ts'
import { clausesIn } from './typed.ts'

/** What a place of a form is told by: the words of the clauses of its rule, or of its row, and how the row is called. */
export type Told = { readonly text: string; readonly row: string; readonly regulation: Regulation }
type Reader = (told: Told) => unknown

const wholeText = ({ title, body }: Clause): string => [title, textOfBody(body)].filter(Boolean).join('\n')

/** The words of the clauses that are named in a field. */
export function textOfClauses(named: string, { clauses, orderPoints }: Regulation): string {
  const numbers = new Set(clausesIn(named))
  return [...walk(clauses), ...walk(orderPoints?.points ?? [])]
    .filter(({ number }) => numbers.has(number))
    .map(wholeText)
    .join('\n')
}

const act = /(?:приказ|распоряжени|постановлени|решени)[а-яё]*/
/** A word between others, whatever stands around it. */
const asWord = (word: string): string => `(?<![а-яёА-ЯЁ])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![а-яёА-ЯЁ])`

/** The body that does what a text says: «прекращается Комитетом», «распоряжением Комитета»; null where none or several are named so. */
export function actorIn({ text, regulation }: Told): string | null {
  const found = bodiesOf(regulation).filter(({ words }) => {
    const { nominative, genitive, instrumental } = words
    const by = instrumental === nominative ? [] : [asWord(instrumental)]
    return new RegExp([...by, `${act.source}\\s+(?:[А-ЯЁ]+\\s+«?)?${asWord(genitive)}`].join('|'), 'i').test(text)
  })
  const [first] = found
  return first && found.length === 1 ? first.code : null
}

/** Whether a text names a body, in whatever form. */
const names = (text: string, code: string, regulation: Regulation): boolean =>
  bodiesOf(regulation).some(
    (one) =>
      one.code === code &&
      [...new Set(Object.values(one.words))].some((word) => word !== '' && new RegExp(asWord(word), 'i').test(text)),
  )

const onSubmission = /(?:по|на основании) представлени[а-яё]/i
const submitted: Reader = ({ text }) => (onSubmission.test(text) ? 'yes' : null)

const numbers: Readonly<Record<string, number>> = {
  ...{ одного: 1, один: 1, двух: 2, два: 2, трёх: 3, трех: 3, три: 3, четырёх: 4, четырех: 4, четыре: 4, пяти: 5, пять: 5 },
  ...{ шести: 6, шесть: 6, семи: 7, семь: 7, восьми: 8, восемь: 8, девяти: 9, девять: 9, десяти: 10, десять: 10 },
}
const length = /(\d{1,3}|[а-яё]{1,12}) (год|года|лет|месяц|месяца|месяцев)(?![а-яё])/

/** «до трёх лет», «сроком на 18 месяцев», «по 31 августа 2026 года» as the shape of a term. */
export function termIn(text: string): unknown {
  const until = /(?:статус|срок)[^.]*?\sпо (\d{1,2}\s[а-яё]+\s\d{4}|\d{1,2}\.\d{2}\.\d{4})/i.exec(text)?.[1]
  const day = until === undefined ? null : parseDay(until)
  if (day) return { kind: 'until', until: { to: shortDate(day) } }
  const said = new RegExp(
    `(?:на срок|сроком)(?:\\s(?:на|не более|не более чем))?(\\s(?:до|не более))?\\s${length.source}`,
    'i',
  ).exec(text)
  if (!said) return null
  const [phrase = '', upTo, count = '', unit = ''] = said
  const many = Number(count) || numbers[count.toLowerCase()]
  if (!many) return null
  const months = String(unit.startsWith('месяц') ? many : many * 12)
  const isMost = upTo !== undefined || /не более/i.test(phrase)
  return isMost ? { kind: 'longest', longest: { months } } : { kind: 'exact', exact: { length: months } }
}

/** The way to a status as the rules say it that have been written already. */
function stepsIn({ text, regulation }: Told): readonly string[] {
  const whole = [...walk(regulation.clauses)].map(wholeText).join('\n')
  return [
    ...(regulation.calls === null ? [] : ['call']),
    ...(regulation.application === null && regulation.initiators === null ? [] : ['application']),
    ...(regulation.expertReview === null ? [] : ['expertReview']),
    ...(onSubmission.test(text) ? ['submission'] : []),
    'order',
    ...(/договор/i.test(whole) && regulation.calls !== null ? ['contract'] : []),
  ]
}

type Meaning = readonly [value: string, said: RegExp]
/** The first meaning that a caption says. */
const meant =
  (meanings: readonly Meaning[]): Reader =>
  ({ row }) =>
    meanings.find(([, said]) => said.test(row.toLowerCase()))?.[0] ?? null
/** Every value that a text says. */
const everyOf =
  (values: readonly Meaning[]): Reader =>
  ({ text }) => {
    const found = values.flatMap(([value, said]) => (said.test(text.toLowerCase()) ? [value] : []))
    return found.length === 0 ? null : found
  }

const columns: readonly Meaning[] = [
  ['ordinal', /^№|п\s*\/\s*п/],
  ['activityAndForm', /мероприяти[а-яё]{0,6} и форм/],
  ['form', /^форм/],
  ['responsible', /ответствен|исполнител|кто проводит/],
  ['dates', /срок|^дат|период|когда/],
  ['execution', /отметк|выполнени|исполнени|отчёт/],
  ['activity', /мероприяти/],
]

/** What a text says, place by place of a form; each reader gives the typed value, or null where it finds nothing. */
const readers: Readonly<Record<string, Reader>> = {
  term: ({ text }) => termIn(text),
  'status.grantedBy': actorIn,
  'status.act': ({ text }) =>
    /(приказ|распоряжени|постановлени)[а-яё]*/i.exec(text)?.[1]?.toLowerCase().replace(/и$/, 'ие') ?? null,
  'status.onSubmissionOfOperator': submitted,
  'status.steps': stepsIn,
  'siteList.approvedBy': actorIn,
  'calls.setBy': actorIn,
  'contract.between': ({ text, regulation }) => (names(text, 'operator', regulation) ? ['operator', 'site'] : null),
  'termination.decidedBy': actorIn,
  'termination.onSubmissionOfOperator': submitted,
  'termination.grounds.proposedBy': ({ text }) => (onSubmission.test(text) ? 'operator' : null),
  'role.appointedBy': ({ text, row }) =>
    new RegExp(`назнача[а-яё]* [^.;]*${row.slice(0, 5)}`, 'i').test(text) && /^руководител/i.test(text) ? 'head' : null,
  'application.items.kind': meant([
    ['fullName', /наименовани|название/],
    ['legalAddress', /адрес/],
    ['contacts', /телефон|почт/],
    ['headOfSite', /руководител[а-яё]* площадк/],
    ['scientificAdviser', /научн/],
    ['headOfOrganisation', /руководител[а-яё]* (?:организаци|учреждени)/],
    ['programme', /^программ/],
  ]),
  'application.programme.kind': meant([
    ['note', /записк/],
    ['resources', /ресурс|обеспечени/],
    ['assessment', /оценк/],
    ['topics', /содержани|тем[аыу]/],
  ]),
  'application.programme.asks': everyOf([
    ['relevance', /актуальност/],
    ['aim', /цел[ьи]/],
    ['tasks', /цел[ьи] и задачи|задачи площадки/],
    ['contingent', /контингент/],
    ['directions', /направлени/],
    ['objectives', /задачи темы|учебные задачи/],
    ['sessions', /занят/],
    ['hours', /(?<![а-яё])час(?:ы|ов|а)(?![а-яё])/],
    ['results', /(?:планируем|ожидаем)[а-яё]* результат/],
    ['people', /кадров/],
    ['material', /материальн/],
    ['teaching', /учебно-методическ/],
    ['external', /внешн[а-яё]* оценк/],
    ['self', /самооценк/],
  ]),
  'plan.columns.kind': (told) =>
    /мероприяти/i.test(told.row) && /мероприяти[а-яё]* и форм/i.test(told.text) ? 'activityAndForm' : meant(columns)(told),
  'plan.columns.required': (told) => (['ordinal', 'execution'].includes(String(meant(columns)(told))) ? 'no' : 'yes'),
  ...Object.fromEntries(
    (['tryOuts', 'selfAssessment', 'measurements', 'individualPlan', 'routes'] as const).map((flag) => [
      `trainees.${flag}`,
      ({ regulation }: Told) => (clauseOfTrainees(flag, regulation) === null ? null : 'yes'),
    ]),
  ),
  'trainees.grounds': ({ regulation }) => {
    const grounds = groundsOfTrainees(regulation)
    return new Set(grounds.map(({ clause }) => clause)).size > 1 ? grounds : null
  },
}

/** What the text says of trainees, each with the words by which it is found. */
const ofTrainees = {
  individualPlan: /по индивидуальн[а-яё]* план/i,
  tryOuts: /стажёрск[а-яё]* проб/i,
  measurements: /внешн[а-яё]* оценк[а-яё]*: критери|динамик[а-яё]* результат[а-яё]* участник/i,
  selfAssessment: /самооценк/i,
  contingent: /контингент стажёр/i,
  routes: /индивидуальн[а-яё]* (?:образовательн[а-яё]* )?маршрут/i,
  adaptation: /применительно к условиям своей|(?:адаптаци|применени)[а-яё]* изученного/i,
} as const

type OfTrainees = keyof typeof ofTrainees
const partsOfTrainees = traineeParts.filter((part): part is OfTrainees => part in ofTrainees)

const clauseOfTrainees = (what: OfTrainees, { clauses }: Regulation): string | null =>
  [...walk(clauses)].find((clause) => ofTrainees[what].test(wholeText(clause)))?.number ?? null

const groundsOfTrainees = (regulation: Regulation) =>
  partsOfTrainees.flatMap((of) => {
    const clause = clauseOfTrainees(of, regulation)
    return clause === null ? [] : [{ of, clause }]
  })

/** Clauses that a rule comes from besides the one that speaks of it first: appendices it names, and where single parts of it are said. */
export function furtherClauses(key: string, number: string, regulation: Regulation): readonly string[] {
  if (key === 'trainees') {
    const order = [...walk(regulation.clauses)].map((clause) => clause.number)
    const found = groundsOfTrainees(regulation).map(({ clause }) => clause)
    const own = found.length > 1 ? found : [number, ...found]
    return [...new Set(own)].toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
  }
  if (key !== 'application' && key !== 'plan') return [number]
  const numbered = new Set([...walk(regulation.clauses)].map((clause) => clause.number))
  const named = [...textOfClauses(number, regulation).matchAll(/приложени[а-яё]*\s(?:№\s*)?(\d+)/gi)].map(([, n]) => `прил. ${n}`)
  return [...new Set([number, ...named.filter((one) => numbered.has(one))])]
}

/** What the text says in a place of a form; null where nothing is found. */
export const toldAt = (path: string, told: Told): unknown => readers[path]?.(told) ?? null
