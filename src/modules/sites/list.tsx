import { type Ctx, may } from '../../authz/ctx.ts'
import { shortDate } from '../../kernel/dates.ts'
import { withInitials } from '../../kernel/names.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day, SiteId } from '../../kernel/types.ts'
import { type Column, day, inFile, number, onPage, text } from '../../kit/list/columns.tsx'
import { alwaysOne, oneKind } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { act, numberedAct } from '../../regulation/acts.ts'
import { asksContract } from '../../regulation/status/questions.ts'
import { shownNumber } from '../../regulation/weak-schools.ts'
import { RowLink, Second, StateTag, TextLink } from '../../ui/content.ts'
import { ButtonLink, type Tool } from '../../ui/frame.ts'
import { isOfSeveral, oneLine } from '../regulation/line-queries.ts'
import { regulationsInForce, regulationVersions } from '../regulation/queries.ts'
import { paths } from './paths.ts'
import { siteRemarks } from './ports.ts'
import { type SiteLine, sitesAsOf, sorts } from './queries.ts'
import { siteStateOn, stateFilters, stateFilterWords, stateWords, termWords } from './rules.ts'
import { stateTag } from './state-blocks.ts'
import { OrderLink } from './views/site-frame.tsx'

type Remarks = readonly ReadonlyMap<SiteId, string>[]
type Loaded = { readonly remarks: Remarks; readonly several: boolean }

function columnsOf(ctx: Ctx, on: Day, { remarks, several }: Loaded): Column<SiteLine>[] {
  const territory = ctx.territory.code
  const remarksOf = ({ id }: SiteLine) => (on === ctx.today ? remarks.flatMap((all) => all.get(id) ?? []) : [])
  const stateCell = (line: SiteLine) => (
    <>
      <StateTag {...stateTag(siteStateOn(line, on))} />
      <Second>{termWords(line, on)}</Second>
      {remarksOf(line).map((remark) => (
        <Second>{remark}</Second>
      ))}
    </>
  )
  const orderCell = (line: SiteLine) => (
    <>
      <OrderLink territory={territory} by={line} />
      <Second>{`от ${shortDate(line.orderSignedOn)}, п. ${line.orderPoint}`}</Second>
    </>
  )
  // As on the site's page: a small number tells which schools they are to whoever knows the place.
  const partnersOf = ({ id, attached }: SiteLine) =>
    may(ctx, 'site.viewPartners', { territoryId: ctx.territory.id, siteId: id }) ? attached : shownNumber(attached)
  return [
    onPage(
      'Площадка и тема',
      (line) => <RowLink href={paths.site({ territory, site: line.id })} name={line.name} more={line.theme} />,
      {
        sort: 'name',
      },
    ),
    text('Площадка', (line) => line.name, inFile),
    text('Тема', (line) => line.theme, inFile),
    ...(several ? [text<SiteLine>('Положение', ({ line }) => line)] : []),
    text('Направление', (line) => line.direction, inFile),
    text('Состояние', (line) => stateWords[siteStateOn(line, on)], stateCell, { sort: 'term' }),
    text('Чего не хватает', (line) => remarksOf(line).join('; '), inFile),
    day('Первый день', (line) => line.from, inFile),
    day('Последний день', (line) => line.to, inFile),
    onPage('Люди', (line) => <PeopleCell line={line} partners={partnersOf(line)} />),
    text('Основание', (line) => numberedAct(line.orderKind, line.orderNumber), orderCell, { sort: 'order' }),
    day(`Дата ${act(ctx).genitive}`, (line) => line.orderSignedOn, inFile),
    text('Пункт', (line) => line.orderPoint, inFile),
    text('Руководитель', (line) => line.head && withInitials(line.head), inFile),
    text('Координатор', (line) => line.coordinator && withInitials(line.coordinator), inFile),
    number('Закреплено школ', (line) => partnersOf(line), inFile),
  ]
}

function PeopleCell({ line, partners }: { line: SiteLine; partners: number | null }) {
  return (
    <>
      {line.head ? withInitials(line.head) : 'руководителя нет'}
      {line.coordinator && <Second>{`координатор ${withInitials(line.coordinator)}`}</Second>}
      {partners === null && <Second>закреплённых школ меньше пяти</Second>}
      {partners !== null && partners > 0 && (
        <Second>{counted(partners, 'закреплённая школа', 'закреплённые школы', 'закреплённых школ')}</Second>
      )}
    </>
  )
}

/** Lists beside the register, for those who lead it. */
async function listsBeside({ ctx, tx }: AtTerritory): Promise<Tool[]> {
  const at = { territory: ctx.territory.code }
  const all = await regulationsInForce(tx, ctx)
  const hasContracts = all.some(({ regulation }) => asksContract(regulation).value)
  return [
    ...(may(ctx, 'statusCase.view') ? [{ href: paths.statusCases(at), label: 'Дела о статусе' }] : []),
    ...(hasContracts && may(ctx, 'contract.view') ? [{ href: paths.contracts(at), label: 'Договоры' }] : []),
  ]
}

/** The register of the territory: what its signed orders say, as of a day. */
export const siteList = list({
  path: paths.sites,
  permits: 'site.list',
  title: 'Площадки',
  section: 'sites',
  name: ({ ctx }, { on }) => `sites-${ctx.territory.code}-${on}`,
  nouns: ['площадка', 'площадки', 'площадок'],
  search: 'Организация, тема или населённый пункт',
  asOf: { hint: 'Покажем реестр, каким он был в этот день' },
  filters: {
    state: alwaysOne(stateFilters, stateFilterWords, { label: 'Состояние', usual: 'current' }),
    line: oneLine,
    kind: oneKind('organisation', { label: 'Организация', empty: 'Любая' }),
  },
  sorts,
  even: true,
  rows: ({ ctx, tx }, query) => sitesAsOf(tx, ctx, query),
  load: async ({ ctx, tx }: AtTerritory) => ({
    remarks: await Promise.all(siteRemarks.parts().map((part) => part(tx, ctx))),
    several: isOfSeveral(await regulationVersions(tx, ctx.territory.id)),
  }),
  columns: ({ ctx, loaded }, { on }) => columnsOf(ctx, on, loaded),
  tools: ({ where }) => listsBeside(where),
  empty: ({ where: { ctx }, href }) => ({
    picture: 'house',
    title: 'Ни одна площадка не действует',
    text: (
      <>
        Площадка появится здесь, когда подписано решение о её статусе.{' '}
        <TextLink href={href({ state: 'all' })}>Показать и те, что уже завершены</TextLink>.
      </>
    ),
    actions: (
      <ButtonLink href={paths.orders({ territory: ctx.territory.code })}>{`Открыть ${act(ctx).many.nominative}`}</ButtonLink>
    ),
  }),
  nothing: {
    picture: 'house',
    text: 'В этот день таких площадок нет. Проверьте слова, снимите условия или выберите другую дату.',
    all: 'Показать все площадки',
  },
  intro: ({ ctx }) => `Каждая строка следует из пункта подписанного ${act(ctx).genitive}: откройте его в последнем столбце.`,
})
