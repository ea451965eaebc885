import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Role } from '../../authz/roles.ts'
import { shortPeriodName } from '../../kernel/periods.ts'
import type { TaskSource } from '../../kit/tasks.ts'
import { paths } from '../../web/paths.ts'
import { asParty, permissionOf } from '../sites/decider-queries.ts'
import { suspendedSites } from '../sites/standing-queries.ts'
import { ofReport, type ReportOf } from './model.ts'
import { type AcceptedBy, reportsInHand, unsubmittedReports } from './queries.ts'

/** A head hears of a report this many days before it is due. */
const aheadDays = 60

/** Roles that may have to do with reports of other people's sites; who exactly, the regulation and the policy say. */
const deciders: readonly Role[] = ['methodist', 'official', 'signatory', 'coordinator']

const reportFor = (of: ReportOf) => `отчёт ${ofReport(of, shortPeriodName)}`

/** Reports a head has to hand in (C-43): from two months before the day until they are handed in. */
const reportsToMake: TaskSource = {
  serves: ['siteHead'],
  find: async ({ tx, ctx }) => {
    const { headsSites } = ctx.actor
    const reports = await unsubmittedReports(tx, ctx.territory.id, ctx.today)
    return reports
      .filter(({ siteId, rest }) => headsSites.includes(siteId) && rest <= aheadDays)
      .map(({ siteId, siteName, key, reportId, dueOn, clause, ...of }) => ({
        key: `report:${key}`,
        what: `Сдать ${reportFor(of)}`,
        why: reportId === null ? `${siteName}: отчёт ещё не начат` : `${siteName}: отчёт начат, но не отправлен`,
        clause,
        due: dueOn,
        href: reportId === null ? siteReports(ctx.territory.code, siteId) : reportPage(ctx.territory.code, reportId),
        action: reportId === null ? 'Начать' : 'Открыть',
      }))
  },
}

/** Reports that came back with a remark, or were begun on a practice: no day calls for these. */
const reportsToMend: TaskSource = {
  serves: ['siteHead'],
  maybe: ({ territory }) =>
    sql`exists (select from reports where territory_id = ${territory.id} and state in ('returned', 'draft'))`,
  find: async ({ tx, ctx }) => {
    const { headsSites } = ctx.actor
    const reports = await reportsInHand(tx, ctx.territory.id)
    const suspended = await suspendedSites(tx, ctx)
    return reports
      .filter(({ siteId }) => headsSites.includes(siteId) && !suspended.has(siteId))
      .map(({ reportId, siteName, state, clause, remark, ...of }) => ({
        key: `mend:${reportId}`,
        what: `${state === 'draft' ? 'Дописать и сдать' : 'Исправить и снова отправить'} ${reportFor(of)}, ${siteName}`,
        why: state === 'draft' ? 'Отчёт начат, но не отправлен' : `Возвращён с замечанием: ${remark}`,
        clause,
        due: null,
        href: reportPage(ctx.territory.code, reportId),
        action: 'Открыть',
      }))
  },
}

/** Reports whose day has passed: to the methodists, and to whoever would accept them. */
const reportsToReceive: TaskSource = {
  serves: deciders,
  find: async ({ tx, ctx }) => {
    const reports = await unsubmittedReports(tx, ctx.territory.id, ctx.today)
    return reports
      .filter((one) => one.rest < 0 && (ctx.actor.roles.includes('methodist') || mayAccept(ctx, one)))
      .map(({ siteId, siteName, key, reportId, dueOn, clause, ...of }) => ({
        key: `receive:${key}`,
        what: `Получить ${reportFor(of)}: ${siteName}`,
        why: reportId === null ? 'Отчёт не сдан и не начат' : 'Отчёт начат, но не сдан',
        clause,
        who: 'Сдаёт руководитель площадки',
        due: dueOn,
        href: siteReports(ctx.territory.code, siteId),
        action: 'Открыть',
      }))
  },
}

const mayAccept = (ctx: Ctx, one: AcceptedBy): boolean =>
  may(ctx, permissionOf(one.regulation, one.acceptor), { territoryId: ctx.territory.id, ...asParty(one, one.acceptor) })

const reportPage = (territory: string, report: string) => paths.report({ territory, report })
const siteReports = (territory: string, site: string) => paths.siteReports({ territory, site })

export const tasks: readonly TaskSource[] = [reportsToMake, reportsToMend, reportsToReceive]
