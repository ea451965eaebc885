import { sql } from 'kysely'
import { may } from '../../authz/ctx.ts'
import { academicYearName, academicYearOf, addDays, shortPeriod, workingYearOf } from '../../kernel/dates.ts'
import type { Day, PlanId, SiteId } from '../../kernel/types.ts'
import { mostLookedFor, type Task, type TaskSource } from '../../kit/tasks.ts'
import { attaches } from '../../regulation/status/questions.ts'
import { paths } from '../../web/paths.ts'
import { permissionOf } from './model.ts'
import {
  decisionsAwaiting,
  linesAwaitingReport,
  overdueLines,
  sitesWithoutPlan,
  upcomingLinesOf,
  type WaitingLine,
} from './queries.ts'
import { planDueOn } from './rules.ts'

/** Next year's plan is spoken of this many days before the year begins. */
const planAheadDays = 100
/** A head sees the lines of the next days; the staff see their own for a month. */
const ownLinesDays = 30

type PlanState = {
  siteId: SiteId
  name: string
  year: number
  planId: PlanId | null
  state: string | null
  remark: string | null
  startsOn: Day
}

/** Plans a head has to make or finish (R-A3, C-42): this academic year's and, from summer on, the next one's. */
const plansToMake: TaskSource = {
  serves: ['siteHead'],
  find: async ({ tx, ctx, stored }) => {
    if (!stored?.inForce) return []
    const years = [...new Set([workingYearOf(ctx.today), academicYearOf(addDays(ctx.today, planAheadDays))])]
    const { rows } = await sql<PlanState>`
      select s.id as site_id, o.short_name as name, y.year::int as year, plan.id as plan_id, v.state, s.starts_on,
        (select d.remark from plan_decisions d where d.territory_id = v.territory_id and d.version_id = v.id and d.outcome = 'returned' order by d.at desc limit 1) as remark
      from sites s
      join site_organisations so on so.territory_id = s.territory_id and so.site_id = s.id and so.is_lead
      join organisations o on o.territory_id = so.territory_id and o.id = so.organisation_id
      cross join unnest(${years}::int[]) as y(year)
      left join plans plan on plan.territory_id = s.territory_id and plan.site_id = s.id and plan.academic_year = y.year
      left join lateral (select v.* from plan_versions v where v.territory_id = plan.territory_id and v.plan_id = plan.id order by v.number desc limit 1) v on true
      where s.territory_id = ${ctx.territory.id} and s.id = any(${ctx.actor.headsSites}) and s.starts_on < make_date(y.year + 1, 9, 1)
        and (s.ends_on is null or s.ends_on >= make_date(y.year, 9, 1) and s.ends_on >= ${ctx.today})
        and (v.state is null or v.state = 'draft') and not exists (select from suspensions pause where pause.territory_id = s.territory_id
          and pause.site_id = s.id and pause.starts_on <= ${ctx.today} and (pause.ends_on is null or pause.ends_on >= ${ctx.today}))
      order by y.year, o.short_name collate "ru-kn" limit ${mostLookedFor}`.execute(tx)
    const clause = stored.regulation.plan.clause[0] ?? null
    return rows.map((row): Task => {
      const year = academicYearName(row.year)
      const common = { clause, due: planDueOn(row.year, row.startsOn) }
      if (row.planId === null) {
        const href = paths.sitePlans({ territory: ctx.territory.code, site: row.siteId }, { year: row.year })
        return {
          ...common,
          key: `plan:${row.siteId}:${row.year}`,
          what: `Составить план на ${year}: ${row.name}`,
          why: 'Площадка работает по утверждённому плану',
          href,
          action: 'Начать',
        }
      }
      const why = row.remark ? `Возвращён с замечанием: ${row.remark}` : 'План ещё не отправлен'
      return {
        ...common,
        key: `plan:${row.planId}`,
        what: `Закончить и отправить план на ${year}: ${row.name}`,
        why,
        href: paths.plan({ territory: ctx.territory.code, plan: row.planId }),
        action: 'Открыть',
      }
    })
  },
}

/** Sites that work this academic year and for which nobody has begun a plan: a duty of the operator too. (R-A3, L-321o) */
const plansMissing: TaskSource = {
  serves: ['methodist'],
  find: async ({ tx, ctx, stored }) => {
    if (!stored?.inForce) return []
    const year = workingYearOf(ctx.today)
    const without = await sitesWithoutPlan(tx, ctx, null, year)
    return without
      .filter(({ startsOn }) => planDueOn(year, startsOn) < ctx.today)
      .map(({ id, name, startsOn }) => ({
        key: `noPlan:${id}:${year}`,
        what: `Получить план на ${academicYearName(year)}: ${name}`,
        why: 'Плана нет: его ещё никто не начал',
        clause: stored.regulation.plan.clause[0] ?? null,
        who: 'Составляет руководитель площадки',
        due: planDueOn(year, startsOn),
        href: paths.site({ territory: ctx.territory.code, site: id }),
        action: 'Открыть',
      }))
  },
}

/** Plans that wait for this person's word in the chain of the regulation (C-42, L-321). */
const plansToDecide: TaskSource = {
  serves: ['methodist', 'official', 'signatory', 'siteHead', 'coordinator'],
  maybe: ({ territory }) => sql`exists (select from plan_versions where territory_id = ${territory.id} and state = 'submitted')`,
  find: async ({ tx, ctx }) => {
    const waiting = await decisionsAwaiting(tx, ctx)
    return waiting
      .filter((plan) => may(ctx, permissionOf(plan.by), { territoryId: ctx.territory.id, siteId: plan.siteId }))
      .map((plan) => ({
        key: `decide:${plan.planId}:${plan.number}`,
        decides: true,
        what: `${plan.caption}: ${plan.siteName}, ${academicYearName(plan.academicYear)}`,
        why: plan.number > 1 ? `Новая редакция ${plan.number} ждёт решения` : 'План ждёт решения',
        clause: plan.clause,
        who: 'Ждёт руководитель площадки',
        due: null,
        href: paths.plan({ territory: ctx.territory.code, plan: plan.planId }),
        action: 'Рассмотреть',
      }))
  },
}

/** Lines of plans to report on (R-A3r): to the head and the staff of the site. */
const linesToReport: TaskSource = {
  serves: ['siteHead', 'siteStaff'],
  find: async ({ tx, ctx, stored }) => {
    const { headsSites, staffOfSites } = ctx.actor
    const lines = await linesAwaitingReport(tx, ctx, [...headsSites, ...staffOfSites], mostLookedFor)
    return lines.map((line) =>
      lineTask(ctx.territory.code, line, 'Отметить проведение', stored?.regulation.plan.clause[0] ?? null),
    )
  },
}

/** Lines this person answers for in the next days. */
const ownLinesAhead: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor }) =>
    sql`exists (select from plan_line_people where territory_id = ${territory.id} and person_id = ${actor.personId})`,
  find: async ({ tx, ctx, stored }) => {
    const lines = await upcomingLinesOf(tx, ctx, ctx.actor.personId, addDays(ctx.today, ownLinesDays), mostLookedFor)
    return lines
      .filter((line) => line.startsOn > ctx.today)
      .map((line) => ({
        ...lineTask(ctx.territory.code, line, 'Подготовить', stored?.regulation.plan.clause[0] ?? null),
        key: `ahead:${line.planId}:${line.lineKey}`,
        action: 'Открыть',
      }))
  },
}

/** What the operator watches: lines whose time has passed without a report, one task per site (L-321o). */
const sitesBehind: TaskSource = {
  serves: ['methodist'],
  find: async ({ tx, ctx, stored }) => {
    const bySite = Map.groupBy(await overdueLines(tx, ctx, null, 500), (line) => line.siteId)
    return [...bySite.values()].flatMap(([first, ...more]) =>
      first === undefined
        ? []
        : {
            key: `behind:${first.siteId}`,
            what: `Узнать, что мешает площадке ${first.siteName}: мероприятий без отметки — ${more.length + 1}`,
            why: `Раньше всех — «${first.activity}», ${shortPeriod({ from: first.startsOn, to: first.endsOn })}`,
            clause: stored?.regulation.monitoring?.clause[0] ?? stored?.regulation.plan.clause[0] ?? null,
            who: 'Отмечает руководитель площадки',
            due: null,
            href: paths.plan({ territory: ctx.territory.code, plan: first.planId }),
            action: 'Открыть план',
          },
    )
  },
}

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
  find: async ({ tx, ctx, stored }) => {
    const { worksIn } = ctx.actor
    const { rows } = await sql<WaitingLine>`
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
    return rows.map((line) => ({
      ...lineTask(ctx.territory.code, line, 'Принять участие', (stored && attaches(stored.regulation).basis?.clause) ?? null),
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
  plansToDecide,
  linesToReport,
  ownLinesAhead,
  sitesBehind,
  eventsOfPartners,
]
