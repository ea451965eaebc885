import { type Clause, walk } from '../clauses.ts'
import type { Regulation } from '../schema.ts'
import { textOfBody } from './clause-text.ts'
import type { Entry } from './entries.ts'
import { clausesIn } from './typed.ts'

/** By which words a clause that speaks of a rule is found; what is found is only proposed. Any other rule is looked for by its name. */
const words: Readonly<Record<string, RegExp>> = {
  legalBasis: /(?:правов[а-яё]* основ|разработан[а-яё]* (?:в соответствии|на основании|по)|руководствуется)/i,
  hostKinds: /(?:может быть (?:создан|присвоен)|площадкой может|может стать|создаваем[а-яё]* в|в которой она создаётся)/i,
  joint: /нескольких организаци/i,
  eligibility:
    /(?:показател[а-яё]* для присвоения|имеющ[а-яё]* положительный опыт|достигш[а-яё]* высоких|при наличии|отвечающ[а-яё]*)/i,
  initiators: /(?:инициатор|подач[а-яё]* заявк|подаёт заявк|подают заявк|организация представляет)/i,
  calls: /(?:сроки при[её]ма|при[её]м заявок)/i,
  application: /(?:заявку по форме|к заявке|в заявке указыва|заявк[а-яё]* (?:подаётся|содержит))/i,
  expertReview: /(?:экспертиз|экспертн[а-яё]* (?:оценк|комисси|совет)|балл)/i,
  status:
    /(?:статус[а-яё]* [^.]*присваива|присвоение статуса[^.]*утвержда|на основании (?:приказа|распоряжения|постановления)|муниципальн[а-яё]+ уров)/i,
  siteList: /переч(?:ень|ня)[^.]*утвержда/i,
  term: /(?:на срок|сроком (?:до|на)|статус[^.]* до \d|период[ае]? \d{4}|бессрочн|без ограничения срока)/i,
  extension: /продл/i,
  suspension: /приостан/i,
  limits: /(?:не (?:более|менее|больше|меньше) [^.]*(?:площад|организаци|школ|стажёр))/i,
  contract: /договор/i,
  termination: /(?:прекращ|досрочно лиш|утрат[а-яё]* статус)/i,
  attachments: /закрепл(?:яем|ённ|яются)/i,
  head: /(?:руководство площадкой|руководителем площадки|управление площадкой)/i,
  headDuties: /^(?:руководитель(?: площадки)?(?: действует[^:]*)?:|руководитель площадки (?:представляет|действует))/i,
  memberDuties: /^(?:участники|сотрудники) площадки/i,
  coordinator: /координатор/i,
  'roles.coordinator': /закрепляется координатор|координатор/i,
  'roles.head': /(?:руководство площадкой|руководителем площадки|управление площадкой)/i,
  mentoring: /наставнич|наставник/i,
  workingGroups: /рабочие группы/i,
  acquaintance: /довести .*до сведения/i,
  priorityForTraining: /(?:преимущественн|первоочередн)/i,
  'roles.expert': /экспертиз|эксперт/i,
  'roles.member': /^(?:участники|сотрудники) площадки|участник[а-яё]* площадки/im,
  'roles.methodist': /сопровождение площад[а-яё]* возлож/i,
  academicYear: /учебный год[^.]*начина/i,
  directions: /направлени[а-яё]* (?:деятельности|работы)|по (?:следующим )?направлениям/i,
  forms: /(?:в следующих формах|формы работы|работа площадки может быть организована|формами работы|занятия)/i,
  remoteWork: /дистанцион|на расстоянии/i,
  plan: /(?:утвержд[её]нн[а-яё]* план|план[^.]*утвержда|тематический план|план-график|по плану|согласует программы)/i,
  planVersions: /изменени[а-яё]* (?:в )?план/i,
  roadmap: /дорожн[а-яё]* карт/i,
  report: /отчёт/i,
  meetings: /совещани/i,
  guidance: /(?:методическое сопровождение|совместно с)/i,
  council: /рассматрива[а-яё]* [^.]*совет/i,
  consulting: /консультаци/i,
  deficits: /дефицит/i,
  trainees: /стажёр|стажировк/i,
  practices: /обобщ/i,
  monitoring: /мониторинг[а-яё]* (?:деятельности|результат)|мониторинг/i,
  qualityMonitoring: /мониторинг качества/i,
  equipment: /(?:материально-техническ|оснащени)/i,
  finance: /финансир/i,
  publication: /(?:официальн[а-яё]* сайт|размеща[а-яё]* на|подлежат размещению|перечень[^.]*утвержда)/i,
}

/** What goes before the first clause that only speaks of a rule: the one that lays it down. */
const laidDown: Readonly<Record<string, RegExp>> = {
  plan: /утвержд[её]нн[а-яё]* план/i,
  'roles.mentor': /назнача[а-яё]* [^.;]*наставник/i,
  'roles.curator': /назнача[а-яё]* [^.;]*куратор/i,
  'roles.tutor': /(?:назнача|поруча)[а-яё]* [^.;]*тьютор/i,
}

/** A clause that may be named: a heading alone says nothing. */
const mayBeNamed = ({ kind, body }: Clause) => kind !== 'section' || body.length > 0
const textOf = ({ title, body }: Clause): string => [title, textOfBody(body)].filter(Boolean).join('\n')

const namedIn = ({ clauses, orderPoints }: Regulation): readonly Clause[] =>
  [...walk(clauses), ...walk(orderPoints?.points ?? [])].filter(mayBeNamed)

/** The beginnings of the longer words of a text, by which two texts are compared whatever the forms of their words. */
export const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (
      text
        .toLowerCase()
        .replaceAll('ё', 'е')
        .match(/[а-я]{4,}/g) ?? []
    ).map((word) => word.slice(0, 5)),
  )

export const shared = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...some].filter((one) => others.has(one)).length

/** The clause that seems to speak of a rule, with the sentence that says so; null where none does. */
export function clauseSpeaking(
  entry: Pick<Entry, 'key' | 'title'>,
  regulation: Regulation,
): { number: string; sentence: string } | null {
  const first = laidDown[entry.key]
  const laying = first && namedIn(regulation).find((clause) => first.test(textOf(clause)))
  if (laying) return { number: laying.number, sentence: sentenceIn(textOf(laying), first) }
  const asked = words[entry.key]
  const name = stemsOf(entry.title.replace(/^Роль: /, ''))
  for (const clause of namedIn(regulation)) {
    const text = textOf(clause)
    const says = asked ? asked.test(text) : name.size > 0 && shared(name, stemsOf(text)) === name.size
    if (says) return { number: clause.number, sentence: sentenceIn(text, asked) }
  }
  return null
}

const mostWords = 200
function sentenceIn(text: string, asked: RegExp | undefined): string {
  const sentence = asked ? (text.split(/(?<=[.;:])\s+/).find((one) => asked.test(one)) ?? text) : text
  return sentence.length <= mostWords ? sentence : `${sentence.slice(0, mostWords).replace(/\s\S*$/, '')}…`
}

/**
 * The clause in which a line of a list stands: nearly all of its words are there, or half of them where it stands under a clause of the rule;
 * of several those of the rule come first, then the one that begins with the line.
 */
export function clauseHolding(line: string, regulation: Regulation, of: readonly string[] = []): string | null {
  const wanted = stemsOf(line)
  if (wanted.size === 0) return null
  const [found] = namedIn(regulation)
    .map((clause) => {
      const text = textOf(clause)
      const share = shared(wanted, stemsOf(text)) / wanted.size
      const begins = shared(wanted, stemsOf(text.slice(0, line.length + 12))) === wanted.size
      const isOwn = of.some((number) => clause.number.startsWith(`${number}, `))
      return { number: clause.number, share, rank: [isOwn && share >= 0.5 ? 1 : 0, share, begins ? 1 : 0] }
    })
    .filter(({ share, rank: [own] }) => share >= 0.75 || own === 1)
    .toSorted((a, b) => a.rank.map((one, at) => (b.rank[at] ?? 0) - one).find((one) => one !== 0) ?? 0)
  return found?.number ?? null
}

/** The beginnings of the words of the clauses that are named in a field, «3.2; 3.4». */
export function wordsOfClauses(named: string, regulation: Regulation): ReadonlySet<string> {
  const numbers = new Set(clausesIn(named))
  return new Set(namedIn(regulation).flatMap((clause) => (numbers.has(clause.number) ? [...stemsOf(textOf(clause))] : [])))
}

/**
 * The rules of a page on which nothing is decided yet that the text seems to speak of: they are shown as said, to be corrected. Once a person
 * has written any of them the page is theirs, and nothing is marked for them.
 */
export function spokenOf(ofPage: readonly Entry[], regulation: Regulation): readonly Entry[] {
  const open = ofPage.filter(({ maySilent }) => maySilent)
  const isBegun = open.some(({ key, read }) => read(regulation) !== null || regulation.provisions[key] !== undefined)
  return isBegun ? [] : open.filter((entry) => entry.cites && clauseSpeaking(entry, regulation) !== null)
}
