import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import { withInitials } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import type { Day } from '../../../kernel/types.ts'
import { organisationKindName, organisationKinds } from '../../../regulation/kinds.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Filter } from '../../../ui/filter.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Results } from '../../../ui/results.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { type Column, RowLink, Second, Table } from '../../../ui/table.tsx'
import { StateTag } from '../../../ui/tag.tsx'
import type { Tool } from '../../../ui/tools.tsx'
import { paths } from '../../../web/paths.ts'
import type { SitesAddress } from '../forms.ts'
import { stateFilterWords } from '../naming-rules.ts'
import { pageSize, type SiteLine, type SitesQuery, type Sort } from '../queries.ts'
import { siteStateOn, stateFilters } from '../rules.ts'
import { stateTag } from '../state-blocks.ts'
import { OrderLink } from './order-link.tsx'

type SitesPageProps = {
  ctx: Ctx
  address: SitesAddress
  query: SitesQuery
  lines: readonly SiteLine[]
  total: number
  /** Set when the typed date is no date. */
  dateError: string | null
  /** Whether sites here make contracts with the operator. */
  hasContracts: boolean
}

/** The register of the territory: what its signed orders say, as of a day. */
export function SitesPage(props: SitesPageProps) {
  const { ctx, address, query, lines, total } = props
  const href = hrefOf(ctx, address)
  return (
    <>
      <PageHead title="Площадки" more="Каждая строка следует из пункта подписанного приказа: откройте его в последнем столбце." />
      <Columns kind="left">
        <Conditions {...props} />
        <Results
          search={{
            action: paths.sites({ territory: ctx.territory.code }),
            label: 'Организация, тема или населённый пункт',
            value: address.q ?? '',
            keep: { date: address.date, state: address.state, kind: address.kind, sort: address.sort },
          }}
          found={`${counted(total, 'площадка', 'площадки', 'площадок')} на ${longDate(query.on)}`}
          tags={tagsOf(props)}
          tools={[
            ...lists(props),
            {
              href: paths.sitesCsv({ territory: ctx.territory.code }, { ...address, page: undefined }),
              label: 'Выгрузить',
              icon: 'download',
            },
          ]}
          pager={{
            label: 'Страницы реестра',
            page: query.page,
            pages: Math.ceil(total / pageSize),
            href: (page) => href({ page: String(page) }),
          }}
        >
          {lines.length === 0 ? <Nothing {...props} /> : <Lines {...props} href={href} />}
        </Results>
      </Columns>
    </>
  )
}

const hrefOf = (ctx: Ctx, address: SitesAddress) => (change: Partial<SitesAddress>) =>
  paths.sites({ territory: ctx.territory.code }, { ...address, page: undefined, ...change })

/** Lists beside the register, for those who lead it. */
function lists({ ctx, hasContracts }: SitesPageProps): Tool[] {
  const at = { territory: ctx.territory.code }
  return [
    ...(may(ctx, 'statusCase.view') ? [{ href: paths.statusCases(at), label: 'Дела о статусе' }] : []),
    ...(hasContracts && may(ctx, 'contract.view') ? [{ href: paths.contracts(at), label: 'Договоры' }] : []),
  ]
}

function Conditions({ ctx, address, query, dateError }: SitesPageProps) {
  const form: FormState | null =
    (dateError && {
      values: { date: address.date ?? '' },
      errors: [{ field: 'date', message: dateError }],
    }) ||
    null
  return (
    <Filter action={paths.sites({ territory: ctx.territory.code })} keep={{ q: address.q, sort: address.sort }}>
      <DateField
        form={form}
        name="date"
        label="На дату"
        hint="Покажем реестр, каким он был в этот день"
        initial={shortDate(query.on)}
      />
      <SelectField
        name="state"
        label="Состояние"
        initial={query.state}
        choices={stateFilters.map((value) => ({ value, label: stateFilterWords[value] }))}
      />
      <SelectField
        name="kind"
        label="Организация"
        empty="Любая"
        initial={query.kind ?? ''}
        choices={organisationKinds.map((value) => ({ value, label: organisationKindName[value] }))}
      />
    </Filter>
  )
}

function tagsOf({ ctx, address, query }: SitesPageProps) {
  const href = hrefOf(ctx, address)
  return [
    ...(query.on === ctx.today ? [] : [{ label: `на ${shortDate(query.on)}`, without: href({ date: undefined }) }]),
    ...(query.state === 'active'
      ? []
      : [{ label: stateFilterWords[query.state].toLowerCase(), without: href({ state: undefined }) }]),
    ...(query.kind === null ? [] : [{ label: organisationKindName[query.kind], without: href({ kind: undefined }) }]),
    ...(query.q === null ? [] : [{ label: `«${query.q}»`, without: href({ q: undefined }) }]),
  ]
}

function Lines({ ctx, query, lines, href }: SitesPageProps & { href: ReturnType<typeof hrefOf> }) {
  return (
    <Sheet flush>
      <Table caption={`Площадки на ${longDate(query.on)}`} columns={columnsOf(ctx, query, href)} rows={lines} even />
    </Sheet>
  )
}

function columnsOf(ctx: Ctx, query: SitesQuery, href: ReturnType<typeof hrefOf>): Column<SiteLine>[] {
  const territory = ctx.territory.code
  const sort = (by: Sort) => ({ href: href({ sort: by }), ...(query.sort === by && { now: 'ascending' as const }) })
  return [
    {
      title: 'Площадка и тема',
      sort: sort('name'),
      cell: (line) => <RowLink href={paths.site({ territory, site: line.id })} name={line.name} more={line.theme} />,
    },
    { title: 'Состояние', sort: sort('term'), cell: (line) => <StateCell line={line} day={query.on} /> },
    { title: 'Люди', cell: (line) => <PeopleCell line={line} /> },
    {
      title: 'Основание',
      sort: sort('order'),
      cell: (line) => (
        <>
          <OrderLink territory={territory} by={line} />
          <Second>{`от ${shortDate(line.orderSignedOn)}, п. ${line.orderPoint}`}</Second>
        </>
      ),
    },
  ]
}

function StateCell({ line, day }: { line: SiteLine; day: Day }) {
  return (
    <>
      <StateTag {...stateTag(siteStateOn(line, day))} />
      <Second>{line.to === null ? `с ${shortDate(line.from)}` : `по ${shortDate(line.to)}`}</Second>
    </>
  )
}

function PeopleCell({ line }: { line: SiteLine }) {
  return (
    <>
      {line.head ? withInitials(line.head) : 'руководителя нет'}
      {line.coordinator && <Second>{`координатор ${withInitials(line.coordinator)}`}</Second>}
      {line.attached > 0 && (
        <Second>{counted(line.attached, 'закреплённая школа', 'закреплённые школы', 'закреплённых школ')}</Second>
      )}
    </>
  )
}

function Nothing({ ctx, address, query }: SitesPageProps) {
  const asked = query.q !== null || query.kind !== null || query.state !== 'active' || query.on !== ctx.today
  const orders = <ButtonLink href={paths.orders({ territory: ctx.territory.code })}>Открыть приказы</ButtonLink>
  if (!asked)
    return (
      <Empty picture="house" title="Сегодня ни одна площадка не действует" actions={orders}>
        <p class="govuk-body">
          Площадка появится здесь в первый день статуса, который даёт ей подписанный приказ.{' '}
          <a class="govuk-link" href={hrefOf(ctx, address)({ state: 'all' })}>
            Показать и те, что ещё не начали или уже завершены
          </a>
          .
        </p>
      </Empty>
    )
  return (
    <Empty
      picture="house"
      title="Ничего не нашлось"
      actions={<ButtonLink href={hrefOf(ctx, {} as SitesAddress)({})}>Показать все действующие</ButtonLink>}
    >
      <p class="govuk-body">
        {nb(
          address.q
            ? `По словам «${address.q}» в этот день ничего нет. Проверьте слова или снимите условия.`
            : 'В этот день таких площадок нет. Снимите условия или выберите другую дату.',
        )}
      </p>
    </Empty>
  )
}
