import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { oneRow } from '../../db/one-row.ts'
import type { Tx } from '../../db/pool.ts'
import { longDate } from '../../kernel/dates.ts'
import { shortPeriodName } from '../../kernel/periods.ts'
import type { SiteId } from '../../kernel/types.ts'
import { asksContract } from '../../regulation/status/questions.ts'
import { contractsInForce } from '../contracts/queries.ts'
import { ofReport } from '../reports/model.ts'
import { reportsOfSite } from '../reports/queries.ts'
import type { StandingSite } from '../sites/standing-queries.ts'
import { linesOfPlans } from './record-queries.ts'

/** A fact beside a case, and whether it speaks against what is wished. */
export type CaseFact = { readonly name: string; readonly value: string; readonly warns: boolean }

/** What an extension is judged by: the plan, the reports, the contract. What of it is a condition, the regulation says. (C-33) */
export async function extensionFacts(tx: Tx, ctx: Ctx, site: StandingSite, until: string | null): Promise<CaseFact[]> {
  const { planned, held } = await linesOfPlans(tx, ctx, site.id)
  const share =
    planned === 0 ? 'утверждённого плана нет' : `проведено ${held} из ${planned}, ${Math.round((100 * held) / planned)} %`
  const reports = await reportsOfSite(tx, ctx, site.id)
  return [
    { name: 'План', value: share, warns: planned === 0 || held * 2 < planned },
    ...reports.map((row) => ({
      name: `Отчёт ${ofReport(row, shortPeriodName)}`,
      value: reportWords[row.state],
      warns: row.overdue,
    })),
    ...(await contractFacts(tx, ctx, site, until)),
  ]
}

const reportWords = {
  none: 'не начат',
  draft: 'собирается',
  submitted: 'сдан, ждёт решения',
  returned: 'возвращён с замечаниями',
  accepted: 'принят',
} as const

async function contractFacts(tx: Tx, ctx: Ctx, site: StandingSite, until: string | null): Promise<CaseFact[]> {
  if (!asksContract(site.regulation).value) return []
  const [contract] = await contractsInForce(tx, ctx, ctx.today, [site.id])
  if (!contract) return [{ name: 'Договор', value: 'действующего договора нет', warns: true }]
  const isShort = until !== null && contract.endsOn < until
  const more = isShort ? ', раньше нового срока: нужен новый договор' : ''
  return [{ name: 'Договор', value: `№ ${contract.number} по ${longDate(contract.endsOn)}${more}`, warns: isShort }]
}

/** Sites that could take over the schools of another one. */
export async function otherSites(tx: Tx, ctx: Ctx, siteId: SiteId): Promise<{ value: string; label: string }[]> {
  const { rows } = await sql<{ value: string; label: string }>`
    select site_id as value, short_name || ': ' || theme as label from register_entries
    where territory_id = ${ctx.territory.id} and site_id <> ${siteId} and starts_on <= ${ctx.today} and (ends_on is null or ends_on > ${ctx.today})
    order by short_name collate "ru-kn", site_id`.execute(tx)
  return rows
}

/** How many schools are attached to a site today. */
export async function attachedCount(tx: Tx, ctx: Ctx, siteId: SiteId): Promise<number> {
  return (
    await oneRow(
      tx,
      sql<{ count: number }>`select count(*)::int as count from attachments
    where territory_id = ${ctx.territory.id} and site_id = ${siteId} and (ends_on is null or ends_on >= ${ctx.today})`,
    )
  ).count
}
