import { overlaps } from '../../kernel/dates.ts'
import { type NameParts, signatureName, withInitials } from '../../kernel/names.ts'
import type { Day, Period, PersonId, PlanId, SiteId } from '../../kernel/types.ts'
import { appointmentKinds } from '../../regulation/kinds.ts'
import { bodyName } from '../../regulation/parties/questions.ts'
import { roleWord } from '../../regulation/people/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import {
  acceptorOf,
  directionLabel,
  formOfWork,
  planSignature,
  type ReportKind,
  workDirections,
} from '../../regulation/work/questions.ts'
import type { Execution, Line } from '../plans/model.ts'
import type {
  Assembled,
  AssembledAdaptations,
  AssembledFile,
  AssembledGroup,
  AssembledLine,
  AssembledPairs,
  AssembledPapers,
  AssembledPerson,
  AssembledPlan,
  AssembledSchool,
  AssembledVersion,
  NamedNumbers,
  Numbers,
  Outcome,
} from './model.ts'
import { criteriaOf } from './rules.ts'

/** Everything a report is made from, as the registers hold it. */
export type ReportFacts = {
  readonly site: {
    readonly id: SiteId
    readonly theme: string
    readonly direction: string | null
    readonly term: Period
    readonly organisations: readonly { readonly fullName: string; readonly shortName: string }[]
    readonly order: { readonly id: string; readonly text: string }
  }
  readonly period: Period
  readonly plan: {
    readonly id: PlanId
    readonly lines: readonly (Line & { readonly plan: PlanId })[]
    readonly executions: ReadonlyMap<string, Execution>
    readonly files: ReadonlyMap<string, readonly AssembledFile[]>
    readonly versions: readonly AssembledVersion[]
  } | null
  readonly names: ReadonlyMap<string, NameParts>
  readonly appointments: readonly { personId: PersonId; kind: string; from: Day; to: Day | null }[]
  readonly attachments: readonly AssembledSchool[]
  readonly papers?: AssembledPapers
  readonly groups?: readonly AssembledGroup[]
  readonly pairs?: AssembledPairs
  readonly adaptations?: AssembledAdaptations | null
  readonly dynamics?: Assembled['dynamics']
}

/** The report of a site as of a day: facts put in order, nothing typed again. */
export function assemble(
  facts: ReportFacts,
  { kind, regulation }: { readonly kind: ReportKind | null; readonly regulation: Regulation },
  today: Day,
): Assembled {
  const { site, period, plan } = facts
  const people = peopleOf(facts, regulation)
  const [lead] = site.organisations
  const heads = people.filter((person) => person.kind === 'head')
  const signs = facts.names.get((heads.findLast((head) => head.from <= today) ?? heads[0])?.id ?? '')
  return {
    asOf: today,
    site: {
      id: site.id,
      fullNames: site.organisations.map((organisation) => organisation.fullName),
      shortName: lead?.shortName ?? '',
      theme: site.theme,
      direction: site.direction === null ? null : directionLabel(regulation, site.direction),
      ...site.term,
      order: site.order,
    },
    plan: plan && planOf(plan, facts.names, regulation, today),
    people,
    schools: facts.attachments.filter((school) => overlaps(school, period)),
    ...(facts.papers && { papers: facts.papers }),
    ...(facts.groups && facts.groups.length > 0 && { groups: facts.groups }),
    ...(facts.pairs && facts.pairs.pairs > 0 && { pairs: facts.pairs }),
    ...(facts.adaptations && { adaptations: facts.adaptations }),
    criteria: criteriaOf(regulation, kind),
    ...(facts.dynamics && facts.dynamics.length > 0 && { dynamics: facts.dynamics }),
    addressee: kind && bodyName(regulation, acceptorOf(kind)),
    signature: { post: planSignature(regulation), name: signs ? signatureName(signs) : null },
  }
}

function shortName(names: ReportFacts['names'], id: string): string | null {
  const name = names.get(id)
  return name ? withInitials(name) : null
}

function planOf(
  plan: NonNullable<ReportFacts['plan']>,
  names: ReportFacts['names'],
  regulation: Regulation,
  today: Day,
): AssembledPlan {
  const lines = plan.lines.map((line) => lineOf(line, plan, names, regulation, today))
  return {
    id: plan.id,
    numbers: numbersOf(lines),
    byForm: grouped(lines, formName),
    byDirection: workDirections(regulation).length === 0 ? [] : grouped(lines, directionName),
    lines,
    versions: plan.versions,
  }
}

function lineOf(
  line: NonNullable<ReportFacts['plan']>['lines'][number],
  plan: NonNullable<ReportFacts['plan']>,
  names: ReportFacts['names'],
  regulation: Regulation,
  today: Day,
): AssembledLine {
  const execution = plan.executions.get(line.key) ?? null
  return {
    key: line.key,
    plan: line.plan,
    activity: line.activity,
    form: line.form === null ? null : (formOfWork(regulation, line.form).value?.label ?? line.form),
    direction: line.direction === null ? null : directionLabel(regulation, line.direction),
    startsOn: line.startsOn,
    endsOn: line.endsOn,
    responsible: line.personIds.flatMap((id) => shortName(names, id) ?? []),
    outcome: outcomeOf(line, execution, today),
    heldOn: execution?.heldOn ?? null,
    people: execution?.peopleCount ?? null,
    note: execution?.note ?? null,
    files: plan.files.get(line.key) ?? [],
  }
}

/** Whether a line belongs to these days: it was held in them, or, while it was not, it is planned for some of them. */
export const isOfDays = ({ startsOn, endsOn }: Pick<Line, 'startsOn' | 'endsOn'>, heldOn: Day | null, days: Period): boolean => {
  const from = heldOn ?? startsOn ?? endsOn
  return from !== null && overlaps({ from, to: heldOn ?? endsOn ?? from }, days)
}

/** What became of a line by a day. Its last day still belongs to it. */
export function outcomeOf(line: Pick<Line, 'endsOn'>, execution: Pick<Execution, 'outcome'> | null, today: Day): Outcome {
  if (execution !== null) return execution.outcome
  return line.endsOn !== null && line.endsOn < today ? 'notHeld' : 'ahead'
}

/** How many of these lines were planned and what came of them. */
export function numbersOf(lines: readonly Pick<AssembledLine, 'outcome' | 'people'>[]): Numbers {
  const count = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome).length
  return {
    planned: lines.length,
    held: count('held'),
    cancelled: count('cancelled'),
    notHeld: count('notHeld'),
    ahead: count('ahead'),
    attendances: lines.reduce((sum, line) => sum + (line.outcome === 'held' ? (line.people ?? 0) : 0), 0),
  }
}

/** The group a line is counted in. */
export const formName = ({ form }: Pick<AssembledLine, 'form'>): string => form ?? 'Форма не указана'
export const directionName = ({ direction }: Pick<AssembledLine, 'direction'>): string => direction ?? 'Без направления'

/** Counts by a name, in the order in which the names first occur. */
function grouped(lines: readonly AssembledLine[], nameOf: (line: AssembledLine) => string): NamedNumbers[] {
  const groups = Map.groupBy(lines, nameOf)
  return [...groups].map(([name, own]) => ({ name, ...numbersOf(own) }))
}

function peopleOf({ appointments, names, period }: ReportFacts, regulation: Regulation): AssembledPerson[] {
  const known: readonly string[] = appointmentKinds
  const order = (kind: string) => (known.includes(kind) ? known.indexOf(kind) : known.length)
  return appointments
    .filter((appointment) => overlaps(appointment, period))
    .map(({ personId, kind, from, to }) => ({
      id: personId,
      name: shortName(names, personId) ?? '',
      kind,
      role: roleWord(regulation, kind),
      from,
      to,
    }))
    .sort((a, b) => order(a.kind) - order(b.kind) || a.from.localeCompare(b.from))
}
