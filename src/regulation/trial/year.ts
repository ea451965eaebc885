import { addDays, longDate } from '../../kernel/dates.ts'
import { capital, lower } from '../../kernel/names.ts'
import { periodKey, periodName, periodsOf } from '../../kernel/periods.ts'
import type { Day } from '../../kernel/types.ts'
import type { Verdict } from '../answer.ts'
import { nearestWords } from '../calendar/windows.ts'
import { type Basis, basisOf } from '../cite.ts'
import { kindsOf } from '../dictionary.ts'
import { valueName } from '../editor/captions.ts'
import { entryOf } from '../editor/entries.ts'
import { answerTo } from '../examples/answer.ts'
import type { Example } from '../examples/schema.ts'
import { eligibilityCriteria, initiators, initiatorWord, mayShareSite } from '../hosts/questions.ts'
import { applicationForm, callRule, formBasis, intakeOn } from '../intake/questions.ts'
import { publishes } from '../openness/questions.ts'
import { mayHeadSite } from '../people/questions.ts'
import { dueOn, type Step, timeWords } from '../procedure.ts'
import { provisionOf, whyAbsent } from '../provisions/questions.ts'
import { reviewRule, reviewWord } from '../review/questions.ts'
import type { Regulation } from '../schema.ts'
import {
  asksContract,
  attaches,
  checkTerm,
  lastDayOfStatus,
  onSubmission,
  takesApplications,
  terminationGrounds,
  whoGrants,
} from '../status/questions.ts'
import {
  acceptorOf,
  meetingTitle,
  planColumns,
  type ReportKind,
  reportBasis,
  reportDivision,
  reportDue,
  reportKinds,
} from '../work/questions.ts'
import { stepsOf } from '../work/steps.ts'
import { partyWord } from './party.ts'

/** What happens on a day of the year: it happens, it is refused, or the paper leaves a question open. */
export type TrialMark = 'event' | 'refused' | 'question'
export type TrialDay = {
  readonly on: Day
  readonly what: string
  /** Whose task it is; null where nobody's. */
  readonly who: string | null
  /** Where it comes from; null where the paper is silent. */
  readonly basis: Basis | null
  readonly mark: TrialMark
  /** What is signed or printed. */
  readonly paper: string | null
}

type Making = { readonly regulation: Regulation; readonly year: number; readonly at: (monthDay: string) => Day }
type Part = (making: Making) => readonly (TrialDay | null)[]

const day = (on: Day, what: string, more: Partial<Omit<TrialDay, 'on' | 'what'>> = {}): TrialDay => ({
  ...{ on, what, who: null, basis: null, mark: 'event', paper: null },
  ...more,
})
const question = (on: Day, what: string, basis: Basis | null = null) => day(on, what, { mark: 'question', basis })
const refused = (on: Day, what: string, reason: string, basis: Basis | null) =>
  day(on, `${what} — нельзя. ${capital(reason.replace(/\.$/, ''))}`, { mark: 'refused', basis })
const unless = (on: Day, what: string, verdict: Verdict) => (verdict.ok ? null : refused(on, what, verdict.reason, verdict.basis))
/** What an example would ask, as a day that is refused; nothing where it is allowed. */
function tried(regulation: Regulation, on: Day, what: string, example: Example): TrialDay | null {
  const found = answerTo(regulation, example)
  return found.answer === 'refused' ? refused(on, what, found.reason ?? '', found.basis) : null
}

/** How one comes to the status: the call, the application, the review, the submission. */
const intake: Part = ({ regulation, at }) => {
  const [call, review, submission] = [callRule(regulation), reviewRule(regulation), onSubmission(regulation)]
  const [form, criteria] = [applicationForm(regulation), eligibilityCriteria(regulation)]
  const applies = takesApplications(regulation)
  const days = intakeOn(regulation, at('08-05'))
  const who = initiators(regulation)
  return [
    call.value &&
      day(at('08-01'), 'Объявляют приём заявок', {
        ...{ who: partyWord(regulation, call.value.setBy), basis: call.basis, paper: call.value.act },
      }),
    applies.value
      ? day(at('08-05'), form ? `Подают заявку: сведений в форме — ${form.length}` : 'Подают заявку', {
          who: who.value.map((one) => initiatorWord(regulation, one)).join(', '),
          basis: form ? formBasis(regulation) : (who.basis ?? applies.basis),
          paper: 'заявка',
        })
      : null,
    days.basis && days.value.nearest
      ? day(days.value.nearest.from, `Принимают заявки: ${nearestWords(days.value.nearest)}`, { basis: days.basis })
      : null,
    applies.value && !days.value.open
      ? tried(regulation, at('08-05'), 'Заявку отправляют', { kind: 'apply', on: at('08-05'), expected: 'refused', clause: [] })
      : null,
    applies.value && criteria.basis
      ? tried(regulation, at('08-06'), 'Заявку подаёт тот, кто ничего не подтвердил', {
          ...{ kind: 'eligibility', base: 0, further: 0, expected: 'refused', clause: [] },
        })
      : null,
    call.value && day(at('08-11'), 'Заявка после срока — нельзя. Приём закончился', { mark: 'refused', basis: call.basis }),
    review.value &&
      day(at('08-15'), 'Эксперты оценивают программу', {
        ...{
          who: partyWord(regulation, review.value.by),
          basis: review.basis,
          paper: `протокол ${reviewWord(regulation, 'genitive')}`,
        },
      }),
    submission.value
      ? day(at('08-20'), 'Предлагают, кому дать статус', {
          ...{ who: partyWord(regulation, 'operator'), basis: submission.basis, paper: 'представление' },
        })
      : null,
  ]
}

/** The grant, with what would be refused in it. */
const granting: Part = ({ regulation, year, at }) => {
  const [grants, contract] = [whoGrants(regulation), asksContract(regulation)]
  const from = at('09-01')
  const on = at('08-25')
  const nobody = { posts: [], hostPosts: [], category: null, achievements: 0 }
  const head = mayHeadSite(regulation, nobody, from)
  const kinds = kindsOf(regulation, 'organisation').map(({ code: organisation, name }) =>
    tried(regulation, on, `Статус получает ${name}`, {
      ...{ kind: 'host', organisation, expected: 'refused', clause: [] },
    }),
  )
  return [
    kinds.find((one) => one !== null) ?? null,
    unless(on, 'Статус просят две организации вместе', mayShareSite(regulation, 2)),
    unless(on, `Статус по ${longDate(`${year + 20}-08-31`)}`, checkTerm(regulation, { from, to: `${year + 20}-08-31` })),
    head.ok ? null : refused(on, 'Руководителем назначают человека без должности', head.missing.join('; '), head.basis),
    onSubmission(regulation).value
      ? refused(at('08-19'), 'Статус без представления', 'Сначала представление', onSubmission(regulation).basis)
      : null,
    day(on, `Площадке «Пробная» присваивают статус с ${longDate(from)}`, {
      ...{ who: partyWord(regulation, grants.value.by), basis: grants.basis, paper: grants.value.act },
    }),
    publishes(regulation, 'register').value
      ? day(from, 'Площадка появляется в открытом реестре', { basis: publishes(regulation, 'register').basis })
      : null,
    contract.value
      ? day(at('09-05'), 'Заключают договор', {
          ...{ who: partyWord(regulation, 'operator'), basis: contract.basis, paper: 'договор' },
        })
      : null,
    attaches(regulation).value
      ? day(at('09-02'), 'За площадкой закрепляют школы', {
          ...{ who: partyWord(regulation, grants.value.by), basis: attaches(regulation).basis, paper: grants.value.act },
        })
      : refused(at('09-02'), 'За площадкой закрепляют школы', ...reasonOf(regulation, 'attachments')),
  ]
}

function reasonOf(regulation: Regulation, key: string): [string, Basis | null] {
  const { reason, basis } = whyAbsent(regulation, key)
  return [reason, basis]
}

/** A thing on its way along the steps of the paper: who decides, until when, and what silence would mean. */
function stepDays(
  { regulation, at }: Pick<Making, 'regulation' | 'at'>,
  steps: readonly Step[],
  from: string,
  thing: string,
): TrialDay[] {
  return steps.flatMap((step, index) => {
    const basis = basisOf(regulation, step.clause)
    const on = addDays(at(from), index * 3)
    const last = dueOn(step, on)
    const who = partyWord(regulation, step.by)
    const caption = `${thing}: ${lower(step.caption)}`
    if (step.by === 'head') return [question(on, `${step.caption}: решает тот, кто это составил`, basis)]
    return [
      day(on, caption, { who, basis }),
      ...(last === null ? [] : [day(last, `${caption} — последний день, ${timeWords(step)}`, { who, basis })]),
    ]
  })
}

/** The plan and what is done by it. */
const work: Part = ({ regulation, at }) => {
  const columns = planColumns(regulation)
  const months = ['10-21', '12-09', '02-10', '04-14', '05-12']
  return [
    day(at('09-06'), `Составляют план: ${columns.value.map(({ caption }) => caption.toLowerCase()).join(', ')}`, {
      ...{
        who: partyWord(regulation, 'head'),
        basis: basisOf(regulation, regulation.plan.clause),
        paper: regulation.plan.words.nominative,
      },
    }),
    ...stepDays({ regulation, at }, regulation.plan.chain, '09-10', 'План'),
    ...stepDays({ regulation, at }, stepsOf(regulation, 'programme'), '09-20', 'Программа'),
    ...(regulation.meetings?.kinds ?? []).map(({ text, clause, invited }, index) =>
      day(
        addDays(at('08-27'), index),
        `${meetingTitle(text)}: приглашают ${invited.map((one) => valueName('meetings.kinds.invited', one)).join(' и ')}, приглашённых находит система`,
        {
          ...{ who: partyWord(regulation, regulation.guidance?.by ?? 'operator'), basis: basisOf(regulation, clause) },
        },
      ),
    ),
    ...regulation.forms.catalogue.slice(0, months.length).map(({ label, clause }, index) =>
      day(at(months[index] ?? '05-12'), `${label}: мероприятие плана, строка отмечена`, {
        ...{ who: partyWord(regulation, 'head'), basis: basisOf(regulation, clause) },
      }),
    ),
    regulation.monitoring &&
      day(at('05-20'), 'Мониторинг деятельности площадок: система его не ведёт, это дело людей', {
        ...{ who: partyWord(regulation, regulation.monitoring.by), basis: basisOf(regulation, regulation.monitoring.clause) },
      }),
  ]
}

/** The reports, each with its day or without one. */
const report: Part = (given) => {
  const kinds = reportKinds(given.regulation)
  if (kinds.length === 0) return [question(given.at('06-30'), 'Отчёт: о нём не сказано, никто его не ждёт')]
  return kinds.flatMap((kind) => (kind.unit === 'practice' ? practiceReport(given, kind) : periodReports(given, kind)))
}

function periodReports(given: Making, kind: ReportKind): readonly TrialDay[] {
  const { regulation, at } = given
  const term = { from: at('09-01'), to: lastDayOfStatus(regulation, at('09-01')).value }
  return periodsOf(reportDivision(regulation, kind), { from: term.from, to: at('08-31') }, term).flatMap((period) =>
    reportDays(given, kind, `${kind.title ?? 'Отчёт'} за ${periodName(period.key)}`, reportDue(regulation, kind, period).value),
  )
}

/** A practice of the spring. */
function practiceReport(given: Making, kind: ReportKind): readonly TrialDay[] {
  const { regulation, at } = given
  const practice = { key: periodKey('срок'), from: at('03-10'), to: at('03-20') }
  const due = reportDue(regulation, kind, practice).value
  const basis = reportBasis(regulation, kind)
  return [
    day(practice.to, 'Практика завершена: по ней можно начать отчёт', { who: partyWord(regulation, 'head'), basis }),
    ...reportDays(given, kind, `${kind.title ?? 'Отчёт'} по практике`, due),
  ]
}

function reportDays({ regulation, at }: Making, kind: ReportKind, of: string, due: Day | null): readonly TrialDay[] {
  const basis = reportBasis(regulation, kind)
  return [
    due === null
      ? question(at('06-30'), `${of}: день не назван, напоминать не о чем`, basis)
      : day(due, `${of}: последний день`, { ...{ who: partyWord(regulation, 'head'), basis, paper: 'отчёт' } }),
    day(addDays(due ?? at('06-30'), 5), `${of} принимают`, {
      who: partyWord(regulation, acceptorOf(kind)),
      basis,
    }),
  ]
}

/** How it ends: the last day, and on what grounds it may end before. */
const ending: Part = ({ regulation, at }) => {
  const [last, grounds] = [lastDayOfStatus(regulation, at('09-01')), terminationGrounds(regulation)]
  return [
    last.value === null
      ? question(at('08-31'), 'Последний день статуса не назван')
      : day(at('08-31'), `Год прошёл; последний возможный день статуса — ${longDate(last.value)}`, { basis: last.basis }),
    grounds.value === null
      ? question(at('07-15'), 'Статус хотят прекратить: оснований Положение не называет')
      : tried(regulation, at('07-15'), 'Статус прекращают без причины', {
          ...{ kind: 'end', proposedBy: 'operator', ground: 'без причины', expected: 'refused', clause: [] },
        }),
  ]
}

/** What the paper says in two ways, on the first day of the year. */
const readings: Part = ({ regulation, at }) =>
  Object.keys(regulation.provisions).map((key) => {
    const found = provisionOf(regulation, key)
    if (found.state !== 'conflict') return null
    const said = found.readings.map(({ text }) => `«${text}»`).join(' или ')
    return question(at('08-01'), `${entryOf(key)?.title ?? key}: читается двояко — ${said}`, found.readings[0]?.basis ?? null)
  })

const parts: readonly Part[] = [readings, intake, granting, work, report, ending]

/** A year of an invented site under a regulation, from the August before it to the August at its end: what happens, what is refused, what is left open. */
export function yearOnTrial(regulation: Regulation, year: number): readonly TrialDay[] {
  const at = (monthDay: string): Day => `${monthDay >= '08-01' && monthDay !== '08-31' ? year : year + 1}-${monthDay}`
  return parts
    .flatMap((part) => part({ regulation, year, at }))
    .filter((one) => one !== null)
    .toSorted((one, other) => one.on.localeCompare(other.on))
}
