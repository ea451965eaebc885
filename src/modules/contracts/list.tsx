import type { Ctx } from '../../authz/ctx.ts'
import { daysBetween, shortPeriod } from '../../kernel/dates.ts'
import { restOfDays } from '../../kernel/plural.ts'
import { absent } from '../../kit/absent.tsx'
import { type Column, day, inFile, onPage, opens, state, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { asksContract } from '../../regulation/status/questions.ts'
import { type LinkItem, nb, Second } from '../../ui/content.ts'
import { ButtonLink } from '../../ui/frame.ts'
import type { Page } from '../../web/route.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { paths } from './paths.ts'
import { allContracts, type ContractRow } from './queries.ts'
import { standingOn } from './rules.ts'
import { contractTitle, standings } from './texts.ts'

/** Days before the last one when a list begins to count them. */
const soon = 60

/** Contracts as a table, with the name of the site where they are of several. */
export function columnsOf({ territory, today }: Ctx, withSite: boolean): Column<ContractRow>[] {
  const isEnding = (row: ContractRow) => standingOn(row, today) === 'inForce' && daysBetween(today, row.endsOn) <= soon
  const termCell = (row: ContractRow) => (
    <>
      {nb(shortPeriod({ from: row.startsOn, to: row.endsOn }))}
      {isEnding(row) && <Second>{restOfDays(daysBetween(today, row.endsOn))}</Second>}
    </>
  )
  return [
    opens(
      'Договор',
      (row) => contractTitle(row.number),
      (row) => paths.contract({ territory: territory.code, contract: row.id }),
      (row) => withSite && row.siteName,
    ),
    text('Площадка', (row) => row.siteName, inFile),
    state('Состояние', (row) => standings[standingOn(row, today)]),
    onPage('Срок', termCell),
    day('Первый день', (row) => row.startsOn, inFile),
    day('Последний день', (row) => row.endsOn, inFile),
    text('Подписи', signaturesIn),
  ]
}

function signaturesIn({ siteSignedOn, operatorSignedOn, state: at }: ContractRow): string {
  if (at === 'draft') return 'ещё не на подписи'
  if (siteSignedOn && operatorSignedOn) return 'обе стороны'
  if (siteSignedOn) return 'площадка; ждут оператора'
  return operatorSignedOn ? 'оператор; ждут площадку' : 'ждут обе стороны'
}

export const sitesLink = ({ territory }: Ctx) => ({ href: paths.sites({ territory: territory.code }), label: 'Площадки' })

/** Where the regulation knows no contracts: says so instead of an empty list. */
export const noContracts = ({ territory }: Ctx, back: LinkItem): Page =>
  absent({
    ...{ title: 'Договоры', section: 'sites', back, picture: 'paper' },
    says: 'Договоров здесь не заключают',
    why: 'Положение этой территории не просит договора между площадкой и оператором.',
    actions: <ButtonLink href={paths.regulation({ territory: territory.code })}>Открыть Положение</ButtonLink>,
  })

/** Contracts of the territory: what waits for a signature first. */
export const contractList = list({
  path: paths.contracts,
  permits: 'contract.view',
  title: 'Договоры',
  section: 'sites',
  name: ({ ctx }) => `contracts-${ctx.territory.code}`,
  nouns: ['договор', 'договора', 'договоров'],
  rows: ({ tx, ctx }) => allContracts(tx, ctx),
  columns: ({ ctx }) => columnsOf(ctx, true),
  empty: ({ where: { ctx } }) => ({
    picture: 'two',
    title: 'Договоров ещё нет',
    text: 'Договор начинают на странице площадки, в её разделе «Статус».',
    action: { ...sitesLink(ctx), label: 'Открыть площадки' },
  }),
  absent: async ({ ctx, tx }) => {
    const all = await regulationsInForce(tx, ctx)
    const isAsked = all.some(({ regulation }) => asksContract(regulation).value) || (await allContracts(tx, ctx).count(1)) > 0
    return isAsked ? null : noContracts(ctx, sitesLink(ctx))
  },
  intro: 'Договоры площадок с оператором: на подписи, действующие и прежние.',
  way: ({ ctx }) => [sitesLink(ctx)],
})
