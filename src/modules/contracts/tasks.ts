import { may } from '../../authz/ctx.ts'
import type { Role } from '../../authz/roles.ts'
import { addDays } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { mostOfOneSource, type Task, type TaskSource } from '../../kit/tasks.ts'
import { paths } from '../../web/paths.ts'
import { type ContractRow, contractsEnding, contractsOfEndedSites, sitesWithoutContract, unsignedContracts } from './queries.ts'

/** A contract is spoken of this many days before it ends. */
const contractDays = 30

/** Whoever may have to do with contracts at all. */
const concerned: readonly Role[] = ['methodist', 'official', 'signatory', 'siteHead', 'schoolHead']

/** Contracts that wait for this person: to be made, signed, renewed, closed. */
const contractsInHand: TaskSource = {
  serves: concerned,
  find: async ({ tx, ctx, stored }) => {
    const territory = ctx.territory.code
    const clause = stored?.regulation.contract?.clause[0] ?? null
    const isOperator = may(ctx, 'contract.edit')
    const unsigned = await unsignedContracts(tx, ctx)
    const toSign = unsigned.flatMap((row): Task[] => {
      const subject = { territoryId: ctx.territory.id, siteId: row.siteId, organisationIds: row.organisationIds }
      const mine =
        (!row.signedBySite && may(ctx, 'contract.signForSite', subject)) ||
        (!row.signedByOperator && may(ctx, 'contract.signForOperator', subject))
      return mine
        ? [contractTask(row, territory, clause, `Подписать договор: ${row.siteName}`, 'Договор ждёт подписи', null)]
        : []
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
  },
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

export const tasks: readonly TaskSource[] = [contractsInHand]
