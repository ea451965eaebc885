import { sql } from 'kysely'
import { may } from '../../../authz/ctx.ts'
import type { Role } from '../../../authz/roles.ts'
import { addDays, longDate } from '../../../kernel/dates.ts'
import type { Day, TerritoryId } from '../../../kernel/types.ts'
import { paths } from '../../../web/paths.ts'
import {
  type ContractRow,
  contractsEnding,
  contractsOfEndedSites,
  sitesWithoutContract,
  unsignedContracts,
} from '../../contracts/queries.ts'
import { caseKindNames } from '../../status-cases/naming-blocks.ts'
import { type CaseRow, openCases } from '../../status-cases/queries.ts'
import { basisOfKind, needsSubmission } from '../../status-cases/rules.ts'
import type { Task } from '../model.ts'
import { mostOfOneSource, type Source } from '../source.ts'

/** A status is spoken of this many days before it ends, a contract this many. */
const expiringDays = 90
const contractDays = 30

/** Whoever may have to do with a status at all; the others are not asked for. */
const concerned: readonly Role[] = ['methodist', 'official', 'signatory', 'siteHead', 'schoolHead']
const concerns = ({ actor }: Parameters<Source>[0]['ctx']) => actor.roles.some((role) => concerned.includes(role))

type Ending = { id: string; name: string; endsOn: Day; organisations: string[]; hasCase: boolean }

/** A status that runs out: whoever runs the site and whoever guides it decide to prolong it or to let it end. (C-33) */
export const statusesEnding: Source = async ({ tx, ctx, stored }) => {
  if (!concerns(ctx)) return []
  const { rows } = await sql<Ending>`
    select s.id, e.short_name as name, s.ends_on,
      (select array_agg(o.organisation_id::text) from site_organisations o where o.territory_id = s.territory_id and o.site_id = s.id) as organisations,
      exists (select from status_cases c where c.territory_id = s.territory_id and c.site_id = s.id and c.kind in ('extension', 'termination')
        and c.state not in ('decided', 'dropped')) as has_case
    from sites s join register_entries e on e.territory_id = s.territory_id and e.site_id = s.id
    where s.territory_id = ${ctx.territory.id} and s.ends_on between ${ctx.today} and ${addDays(ctx.today, expiringDays)}
      and s.ended_by_order_id is null order by s.ends_on, e.short_name collate "ru-kn" limit 500`.execute(tx)
  return rows
    .filter(
      (row) =>
        !row.hasCase &&
        may(ctx, 'statusCase.start', { territoryId: ctx.territory.id, siteId: row.id, organisationIds: row.organisations }),
    )
    .slice(0, mostOfOneSource)
    .map((row) => ({
      key: `expiry:${row.id}`,
      what: `Статус площадки ${row.name} кончается ${longDate(row.endsOn)}: продлите или дайте закончиться`,
      why: 'После этого дня площадка работать не сможет',
      clause: stored?.regulation.term?.clause[0] ?? null,
      who: null,
      due: row.endsOn,
      href: paths.siteStatus({ territory: ctx.territory.code, site: row.id }),
      action: 'Открыть статус',
    }))
}

type SiteTies = ReadonlyMap<string, readonly string[]>

/** Cases about a status that wait for this person: an explanation, a submission, a decision. */
export const statusCasesInHand: Source = async ({ tx, ctx, stored }) => {
  if (!concerns(ctx)) return []
  const cases = await openCases(tx, ctx)
  if (cases.length === 0) return []
  const { rows } = await sql<{ siteId: string; ids: string[] }>`
    select site_id, array_agg(organisation_id::text) as ids from site_organisations
    where territory_id = ${ctx.territory.id} and site_id = any(${cases.map((one) => one.siteId)}::uuid[]) group by site_id`.execute(
    tx,
  )
  const ties: SiteTies = new Map(rows.map((row) => [row.siteId, row.ids]))
  return cases
    .flatMap((one): Task[] => {
      const task = nextOf(one, {
        explains: may(ctx, 'statusCase.explain', subjectOf(ctx.territory.id, one, ties)),
        proposes: may(ctx, 'statusCase.propose'),
        decides: may(ctx, 'submission.decide'),
        submits: stored !== null && needsSubmission(stored.regulation, one.kind).value,
        today: ctx.today,
      })
      const href = paths.statusCase({ territory: ctx.territory.code, case: one.id })
      const clause = stored && basisOfKind(stored.regulation, one.kind).clause
      return task === null ? [] : [{ ...task, key: `statusCase:${one.id}:${one.state}`, clause, href, action: 'Открыть дело' }]
    })
    .slice(0, mostOfOneSource)
}

const subjectOf = (territoryId: TerritoryId, one: CaseRow, ties: SiteTies) => ({
  territoryId,
  siteId: one.siteId,
  organisationIds: ties.get(one.siteId) ?? [],
})

type Rights = { explains: boolean; proposes: boolean; decides: boolean; submits: boolean; today: Day }

/** Whose move it is in a case, and what the move is. */
function nextOf(
  one: CaseRow,
  { explains, proposes, decides, submits, today }: Rights,
): Omit<Task, 'key' | 'clause' | 'href' | 'action'> | null {
  const about = `${caseKindNames[one.kind].toLowerCase()}, ${one.siteName}`
  // A status is prolonged before it ends.
  const due = one.kind === 'extension' ? one.siteEndsOn : one.onDay
  const isLate = one.explanationDueOn !== null && today > one.explanationDueOn
  if (one.state === 'explanationAsked' && explains)
    return { what: `Дать объяснение: ${about}`, why: one.reason, who: 'Ждёт оператор', due: one.explanationDueOn }
  if (one.state === 'explanationAsked' && proposes && isLate)
    return { what: `Решить без объяснения: ${about}`, why: 'Площадка не ответила в срок', who: null, due: null }
  if (one.state === 'open' && proposes)
    return {
      what: submits ? `Подготовить представление: ${about}` : `Решить дело: ${about}`,
      why: one.explainedAt === null ? one.reason : 'Площадка дала объяснение',
      who: null,
      due,
    }
  if (one.state === 'open' && decides && !submits) return { what: `Решить дело: ${about}`, why: one.reason, who: null, due }
  if (one.state === 'proposed' && decides)
    return { what: `Решить по представлению: ${about}`, why: one.reason, who: 'Ждёт оператор', due }
  return null
}

/** Contracts that wait for this person: to be made, signed, renewed, closed. */
export const contractsInHand: Source = async ({ tx, ctx, stored }) => {
  if (!concerns(ctx)) return []
  const territory = ctx.territory.code
  const clause = stored?.regulation.contract?.clause[0] ?? null
  const isOperator = may(ctx, 'contract.edit')
  const unsigned = await unsignedContracts(tx, ctx)
  const toSign = unsigned.flatMap((row): Task[] => {
    const subject = { territoryId: ctx.territory.id, siteId: row.siteId, organisationIds: row.organisationIds }
    const mine =
      (!row.signedBySite && may(ctx, 'contract.signForSite', subject)) ||
      (!row.signedByOperator && may(ctx, 'contract.signForOperator', subject))
    return mine ? [contractTask(row, territory, clause, `Подписать договор: ${row.siteName}`, 'Договор ждёт подписи', null)] : []
  })
  if (!isOperator) return toSign.slice(0, mostOfOneSource)
  const without = (await sitesWithoutContract(tx, ctx)).map(
    (site): Task => ({
      key: `contract:${site.siteId}`,
      what: `Заключить договор: ${site.siteName}`,
      why: 'Площадка получила статус, договора с оператором ещё нет',
      clause,
      who: null,
      due: site.due,
      href: paths.siteContracts({ territory, site: site.siteId }),
      action: 'Начать',
    }),
  )
  const ending = (await contractsEnding(tx, ctx, { from: ctx.today, to: addDays(ctx.today, contractDays) })).map((row) =>
    contractTask(
      row,
      territory,
      clause,
      `Договор с площадкой ${row.siteName} кончается`,
      'Заключите новый или дайте ему кончиться',
      row.endsOn,
    ),
  )
  const orphaned = (await contractsOfEndedSites(tx, ctx)).map((row) =>
    contractTask(
      row,
      territory,
      clause,
      `Расторгнуть договор: ${row.siteName}`,
      'Статус площадки кончился, договор ещё действует',
      null,
    ),
  )
  return [...toSign, ...without, ...orphaned, ...ending].slice(0, mostOfOneSource)
}

const contractTask = (
  row: Pick<ContractRow, 'id' | 'siteName'>,
  territory: string,
  clause: string | null,
  what: string,
  why: string,
  due: Day | null,
): Task => ({
  key: `contract:${row.id}`,
  what,
  why,
  clause,
  who: null,
  due,
  href: paths.contract({ territory, contract: row.id }),
  action: 'Открыть договор',
})
