import { may } from '../../authz/ctx.ts'
import { addDays } from '../../kernel/dates.ts'
import type { Day, SiteId } from '../../kernel/types.ts'
import { endingReminders } from '../../kit/reminders.ts'
import type { Task, TaskSource } from '../../kit/tasks.ts'
import { asksContract } from '../../regulation/status/questions.ts'
import { pointsToCarryOut } from '../orders/execution-queries.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import { officeOf, peopleOfSite } from '../sites/people-queries.ts'
import { regulationOfSites } from '../sites/standing-queries.ts'
import { paths } from './paths.ts'
import { type ContractRow, contractsEnding, contractsOfEndedSites, sitesWithoutContract, unsignedContracts } from './queries.ts'
import { asksToConclude } from './rules.ts'

/** Contracts that wait for this person: to be made, signed, renewed, closed. */
export const contractsInHand: TaskSource = {
  serves: ['methodist', 'official', 'signatory', 'siteHead', 'schoolHead'],
  find: async ({ tx, ctx }) => {
    const territory = ctx.territory.code
    const [unsigned, lives] = await Promise.all([unsignedContracts(tx, ctx), regulationOfSites(tx, ctx)])
    const clauseOf = (site: SiteId) => {
      const stored = lives(site)
      return stored ? asksContract(stored.regulation).basis?.clause : undefined
    }
    const about = ({ id, siteId }: Pick<ContractRow, 'id' | 'siteId'>, what: string, why: string, due?: Day): Task => ({
      ...{ key: `contract:${id}`, what, why, clause: clauseOf(siteId), due },
      href: paths.contract({ territory, contract: id }),
      action: 'Открыть договор',
    })
    const toSign = unsigned
      .filter(({ siteId, organisationIds, siteSignedOn, operatorSignedOn }) => {
        const subject = { territoryId: ctx.territory.id, siteId, organisationIds }
        return (
          (!siteSignedOn && may(ctx, 'contract.signForSite', subject)) ||
          (!operatorSignedOn && may(ctx, 'contract.signForOperator', subject))
        )
      })
      .map((row): Task => ({ ...about(row, `Подписать договор: ${row.siteName}`, 'Договор ждёт подписи'), decides: true }))
    if (!may(ctx, 'contract.edit')) return toSign
    const [uncontracted, ordered] = await Promise.all([sitesWithoutContract(tx, ctx), pointsToCarryOut(tx, ctx)])
    const without = uncontracted.map(
      ({ siteId, siteName, orderId, due }): Task => ({
        key: `contract:${siteId}`,
        what: `Заключить договор: ${siteName}`,
        why: 'Площадка получила статус, договора с оператором ещё нет',
        ...{ clause: clauseOf(siteId), due },
        covers: ordered.filter((one) => one.orderId === orderId && asksToConclude(one.text)).map(({ key }) => key),
        href: paths.siteContracts({ territory, site: siteId }),
        action: 'Начать',
      }),
    )
    const orphaned = (await contractsOfEndedSites(tx, ctx)).map((row) =>
      about(row, `Расторгнуть договор: ${row.siteName}`, 'Статус площадки кончился, договор ещё действует'),
    )
    const days = await settingOf(tx, ctx, settings.contractReminders)
    const soon = { from: ctx.today, to: addDays(ctx.today, Math.max(0, ...days)) }
    const ending = (await contractsEnding(tx, ctx, soon)).map((row) =>
      about(row, `Договор с площадкой ${row.siteName} кончается`, 'Заключите новый или дайте ему кончиться', row.endsOn),
    )
    return [...toSign, ...without, ...orphaned, ...ending]
  },
}

/** A contract that ends: some days before, to the site and to the operator. */
export const contractNotices = endingReminders({
  days: (tx, of) => settingOf(tx, of, settings.contractReminders),
  rows: contractsEnding,
  tell: ({ id, siteName: site, number, endsOn: on }) => ({
    kind: 'contract.endsSoon',
    subjectId: id,
    to: [peopleOfSite, officeOf],
    params: { site, number: number ?? '', on },
  }),
})
