import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { addDays, shortPeriod } from '../../kernel/dates.ts'
import { type NamedPeriod, type PeriodKey, periodAt, shortPeriodName, workingPeriod } from '../../kernel/periods.ts'
import type { Day, PlanId, SiteId } from '../../kernel/types.ts'
import { clauseBy, mostLookedFor, type Task, type TaskSource } from '../../kit/tasks.ts'
import { proposesLines } from '../../regulation/people/questions.ts'
import { attaches } from '../../regulation/status/questions.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import { planClause, planDivision, watchingClause } from '../../regulation/work/questions.ts'
import { paths } from '../../web/paths.ts'
import { initialsOf } from '../people/name-queries.ts'
import { lastRemarkOf } from '../procedures/procedure-queries.ts'
import { regulationOfSites, suspendedSites } from '../sites/standing-queries.ts'
import { type SiteTerm, siteTerms } from '../sites/term-queries.ts'
import { waitingProposals } from './proposal-queries.ts'
import { linesAwaitingReport, overdueLines, sitesWithoutPlan, upcomingLinesOf, type WaitingLine } from './queries.ts'
import { bounds, planDueOn } from './rules.ts'

/** The next plan is spoken of this many days before its period begins. */
const planAheadDays = { academicYear: 100, calendarYear: 100, half: 45, quarter: 30, term: 0 } as const
/** A head sees the lines of the next days; the staff see their own for a month. */
const ownLinesDays = 30

type PlanState = {
  readonly siteId: SiteId
  readonly period: PeriodKey
  planId: PlanId
  state: string | null
  remark: string | null
}

/** Sites at work or still to begin that a person heads. */
async function headed(tx: Tx, ctx: Ctx): Promise<SiteTerm[]> {
  const [sites, suspended] = await Promise.all([
    siteTerms(tx, ctx.territory.id, { from: ctx.today, to: null }, ctx.actor.headsSites),
    suspendedSites(tx, ctx),
  ])
  return sites.filter(({ id }) => !suspended.has(id))
}

/** The periods a site is asked for plans of today: this one's and, some weeks before it begins, the next one's. */
function periodsAsked({ term, regulation }: SiteTerm, today: Day): NamedPeriod[] {
  const division = planDivision(regulation)
  const now = workingPeriod(division, today, term)
  const ahead = periodAt(division, addDays(today, planAheadDays[division.kind]), term)
  return [now, ...(ahead.key === now.key ? [] : [ahead])].filter((period) => bounds({ period, term }) !== null)
}

/** Plans a head has to make or finish (R-A3, C-42): of this period and, from some weeks before it, of the next one. */
const plansToMake: TaskSource = {
  serves: ['siteHead'],
  find: async ({ tx, ctx, regulations }) => {
    if (!regulations.some(({ inForce }) => inForce)) return []
    const sites = await headed(tx, ctx)
    const wanted = sites.flatMap((site) => periodsAsked(site, ctx.today).map((period) => ({ site, period })))
    if (wanted.length === 0) return []
    const { rows } = await sql<PlanState>`
      select plan.site_id, plan.period, plan.id as plan_id, v.state,
        ${lastRemarkOf('v')} as remark
      from plans plan
      left join lateral (select v.* from plan_versions v where v.territory_id = plan.territory_id and v.plan_id = plan.id order by v.number desc limit 1) v on true
      where plan.territory_id = ${ctx.territory.id} and plan.site_id = any(${sites.map(({ id }) => id)})`.execute(tx)
    const plans = new Map(rows.map((row) => [`${row.siteId} ${row.period}`, row]))
    return wanted
      .toSorted((a, b) => a.period.from.localeCompare(b.period.from))
      .flatMap(({ site, period }): Task[] => {
        const plan = plans.get(`${site.id} ${period.key}`)
        if (plan && plan.state !== null && plan.state !== 'draft') return []
        const common = { clause: planClause(site.regulation), due: planDueOn(period, site.term.from) }
        const at = { territory: ctx.territory.code, site: site.id }
        if (!plan)
          return [
            {
              ...common,
              key: `plan:${site.id}:${period.key}`,
              what: `Составить план на ${shortPeriodName(period.key)}: ${site.name}`,
              why: 'Площадка работает по утверждённому плану',
              href: paths.sitePlans(at, { period: period.key }),
              action: 'Начать',
            },
          ]
        return [
          {
            ...common,
            key: `plan:${plan.planId}`,
            what: `Закончить и отправить план на ${shortPeriodName(period.key)}: ${site.name}`,
            why: plan.remark ? `Возвращён с замечанием: ${plan.remark}` : 'План ещё не отправлен',
            href: paths.plan({ ...at, plan: plan.planId }),
            action: 'Открыть',
          },
        ]
      })
  },
}

/** Sites that work in this period and for which nobody has begun a plan: a duty of the operator too. (R-A3, L-321o) */
const plansMissing: TaskSource = {
  serves: ['methodist'],
  find: async ({ tx, ctx, regulations }) => {
    const lives = regulationOfSites(tx, ctx)
    const found = await Promise.all(
      regulations.filter(({ inForce }) => inForce).map((stored) => missingUnder(tx, ctx, stored, lives)),
    )
    return found.flat()
  },
}

async function missingUnder(tx: Tx, ctx: Ctx, { line, regulation }: StoredRegulation, living: Lives): Promise<Task[]> {
  const division = planDivision(regulation)
  const period = workingPeriod(division, ctx.today, { from: ctx.today, to: null })
  const [all, lives] = await Promise.all([sitesWithoutPlan(tx, ctx, null, period), living])
  const without = all.filter(({ id }) => lives(id)?.line.id === line.id)
  // A plan for the whole term is wanted from the first day of each status, whatever day the period of all sites is named by.
  const dueOn = (startsOn: Day) => (division.kind === 'term' ? startsOn : planDueOn(period, startsOn))
  return without
    .filter(({ startsOn }) => dueOn(startsOn) < ctx.today)
    .map(({ id, name, startsOn }) => ({
      key: `noPlan:${id}:${period.key}`,
      what: `Получить план на ${shortPeriodName(period.key)}: ${name}`,
      why: 'Плана нет: его ещё никто не начал',
      clause: planClause(regulation),
      who: 'Составляет руководитель площадки',
      due: dueOn(startsOn),
      href: paths.site({ territory: ctx.territory.code, site: id }),
      action: 'Открыть',
    }))
}

/** Lines of plans to report on (R-A3r): to the head and the staff of the site. */
const linesToReport: TaskSource = {
  serves: ['siteHead', 'siteStaff'],
  find: async ({ tx, ctx }) => {
    const { headsSites, staffOfSites } = ctx.actor
    const [lines, lives] = await Promise.all([
      linesAwaitingReport(tx, ctx, [...headsSites, ...staffOfSites], mostLookedFor),
      regulationOfSites(tx, ctx),
    ])
    return lines.map((line) =>
      lineTask(ctx.territory.code, line, 'Отметить проведение', clauseBy(lives(line.siteId), planClause)),
    )
  },
}

/** Lines this person answers for in the next days. */
const ownLinesAhead: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor }) =>
    sql`exists (select from plan_line_people where territory_id = ${territory.id} and person_id = ${actor.personId})`,
  find: async ({ tx, ctx }) => {
    const [lines, lives] = await Promise.all([
      upcomingLinesOf(tx, ctx, ctx.actor.personId, addDays(ctx.today, ownLinesDays), mostLookedFor),
      regulationOfSites(tx, ctx),
    ])
    return lines
      .filter((line) => line.startsOn > ctx.today)
      .map((line) => ({
        ...lineTask(ctx.territory.code, line, 'Подготовить', clauseBy(lives(line.siteId), planClause)),
        key: `ahead:${line.planId}:${line.lineKey}`,
        action: 'Открыть',
      }))
  },
}

/** What members of the site propose for its plan waits for the head. (U-43) */
const proposalsToDecide: TaskSource = {
  serves: ['siteHead'],
  maybe: ({ territory }) => sql`exists (select from plan_proposals where territory_id = ${territory.id} and state = 'proposed')`,
  find: async ({ tx, ctx }) => {
    const [rows, lives] = await Promise.all([
      waitingProposals(tx, ctx, ctx.actor.headsSites, mostLookedFor),
      regulationOfSites(tx, ctx),
    ])
    const nameOf = await initialsOf(
      tx,
      ctx,
      rows.map(({ proposedBy }) => proposedBy),
    )
    return rows.map(
      ({ id, activity, proposedBy, siteId }): Task => ({
        key: `proposal:${id}`,
        decides: true,
        what: `Решить о предложении в план: «${activity}»`,
        why: `Предлагает ${nameOf(proposedBy)}`,
        clause: clauseBy(lives(siteId), (regulation) => proposesLines(regulation).basis?.clause),
        due: null,
        href: paths.planProposal({ territory: ctx.territory.code, proposal: id }),
        action: 'Открыть',
      }),
    )
  },
}

/** What the operator watches: lines whose time has passed without a report, one task per site (L-321o). */
const sitesBehind: TaskSource = {
  serves: ['methodist'],
  find: async ({ tx, ctx }) => {
    const [overdue, lives] = await Promise.all([overdueLines(tx, ctx, null, 500), regulationOfSites(tx, ctx)])
    const bySite = Map.groupBy(overdue, (line) => line.siteId)
    return [...bySite.values()].flatMap(([first, ...more]) =>
      first === undefined
        ? []
        : {
            key: `behind:${first.siteId}`,
            what: `Узнать, что мешает площадке ${first.siteName}: мероприятий без отметки — ${more.length + 1}`,
            why: `Раньше всех — «${first.activity}», ${shortPeriod({ from: first.startsOn, to: first.endsOn })}`,
            clause: clauseBy(lives(first.siteId), watchingClause),
            who: 'Отмечает руководитель площадки',
            due: null,
            href: paths.plan({ territory: ctx.territory.code, plan: first.planId }),
            action: 'Открыть план',
          },
    )
  },
}

type Lives = ReturnType<typeof regulationOfSites>

function lineTask(territory: string, line: WaitingLine, verb: string, clause: string | null): Task {
  return {
    key: `line:${line.planId}:${line.lineKey}`,
    what: `${verb}: «${line.activity}»`,
    why: `${line.siteName}, ${shortPeriod({ from: line.startsOn, to: line.endsOn })}`,
    clause,
    due: line.endsOn,
    href: paths.planLine({ territory, plan: line.planId, line: line.lineKey }),
    action: 'Отметить',
  }
}

/** Events of the sites to which the organisation of this person is attached: where one is awaited. */
const eventsOfPartners: TaskSource = {
  serves: ['teacher'],
  maybe: ({ territory, actor, today }) => sql`exists (select from attachments where territory_id = ${territory.id}
    and organisation_id = any(${[...actor.worksIn]}::uuid[]) and (ends_on is null or ends_on >= ${today}))`,
  find: async ({ tx, ctx }) => {
    const { worksIn } = ctx.actor
    const asked = sql<WaitingLine>`
      select plan.id as plan_id, l.line_key, plan.site_id, o.short_name as site_name, l.activity, l.starts_on, l.ends_on
      from attachments at
      join plans plan on plan.territory_id = at.territory_id and plan.site_id = at.site_id
      join plan_versions v on v.territory_id = plan.territory_id and v.plan_id = plan.id and v.state = 'approved'
      join plan_lines l on l.territory_id = v.territory_id and l.version_id = v.id
      join site_organisations so on so.territory_id = plan.territory_id and so.site_id = plan.site_id and so.is_lead
      join organisations o on o.territory_id = so.territory_id and o.id = so.organisation_id
      left join executions e on e.territory_id = plan.territory_id and e.plan_id = plan.id and e.line_key = l.line_key
      where at.territory_id = ${ctx.territory.id} and at.organisation_id = any(${worksIn}) and at.starts_on <= ${ctx.today}
        and (at.ends_on is null or at.ends_on >= ${ctx.today}) and e.line_key is null and l.ends_on >= ${ctx.today} and l.starts_on <= ${addDays(ctx.today, ownLinesDays)}
      order by l.starts_on limit ${mostLookedFor}`.execute(tx)
    const [{ rows }, lives] = await Promise.all([asked, regulationOfSites(tx, ctx)])
    return rows.map((line) => ({
      ...lineTask(
        ctx.territory.code,
        line,
        'Принять участие',
        clauseBy(lives(line.siteId), (regulation) => attaches(regulation).basis?.clause),
      ),
      key: `partner:${line.planId}:${line.lineKey}`,
      why: `Ваша организация закреплена за площадкой ${line.siteName}: ${shortPeriod({ from: line.startsOn, to: line.endsOn })}`,
      due: line.startsOn > ctx.today ? line.startsOn : line.endsOn,
      action: 'Посмотреть',
    }))
  },
}

export const tasks: readonly TaskSource[] = [
  plansToMake,
  plansMissing,
  linesToReport,
  proposalsToDecide,
  ownLinesAhead,
  sitesBehind,
  eventsOfPartners,
]
