import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import { withInitials } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import { organisationKinds } from '../../../regulation/kinds.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Filter } from '../../../ui/filter.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Results } from '../../../ui/results.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { SubNavigation } from '../../../ui/sub-navigation.tsx'
import { type Column, RowLink, Table } from '../../../ui/table.tsx'
import { dayAsked } from '../../../web/address.ts'
import { paths } from '../../../web/paths.ts'
import type { OrganisationsAddress } from '../forms.ts'
import { type OrganisationLine, type OrganisationsQuery, pageSize } from '../queries.ts'
import { kindName } from '../texts.ts'

type OrganisationsPageProps = {
  ctx: Ctx
  address: OrganisationsAddress
  query: OrganisationsQuery
  lines: readonly OrganisationLine[]
  total: number
}

/** The register of organisations with their heads and staff as of a day. */
export function OrganisationsPage(props: OrganisationsPageProps) {
  const { ctx, address, query, lines, total } = props
  const territory = ctx.territory.code
  const tags = tagsOf(props)
  return (
    <>
      <PageHead
        title="Люди и организации"
        actions={
          may(ctx, 'organisation.register') && (
            <ButtonLink href={paths.newOrganisation({ territory })}>Внести организацию</ButtonLink>
          )
        }
      />
      <SubNavigation
        label="Люди и организации"
        links={[
          { href: paths.organisations({ territory }), label: 'Организации', current: true },
          { href: paths.people({ territory }), label: 'Люди' },
        ]}
      />
      <Columns kind="left">
        <Conditions {...props} />
        <Results
          search={{
            action: paths.organisations({ territory }),
            label: 'Название или населённый пункт',
            value: address.q ?? '',
            keep: { kind: address.kind, date: address.date },
          }}
          found={`${counted(total, 'организация', 'организации', 'организаций')} на ${longDate(query.on)}`}
          tags={tags}
          tools={[
            {
              href: paths.organisationsCsv({ territory }, { ...address, page: undefined }),
              label: 'Выгрузить',
              icon: 'download',
            },
          ]}
          pager={{
            label: 'Страницы реестра организаций',
            page: query.page,
            pages: Math.ceil(total / pageSize),
            href: (page) => hrefOf(props)({ page: String(page) }),
          }}
        >
          {lines.length === 0 ? <Nothing {...props} /> : <Lines {...props} />}
        </Results>
      </Columns>
    </>
  )
}

const hrefOf =
  ({ ctx, address }: OrganisationsPageProps) =>
  (change: Partial<OrganisationsAddress>) =>
    paths.organisations({ territory: ctx.territory.code }, { ...address, page: undefined, ...change })

function Conditions({ ctx, address, query }: OrganisationsPageProps) {
  const { problem } = dayAsked(address.date, ctx.today)
  const form = problem ? { values: { date: address.date ?? '' }, errors: [{ field: 'date', message: problem }] } : null
  return (
    <Filter action={paths.organisations({ territory: ctx.territory.code })} keep={{ q: address.q }}>
      <SelectField
        name="kind"
        label="Вид"
        empty="Любой"
        initial={query.kind ?? ''}
        choices={organisationKinds.map((value) => ({ value, label: kindName(value) }))}
      />
      <DateField
        form={form}
        name="date"
        label="На дату"
        hint="Покажем руководителей и работников на этот день"
        initial={shortDate(query.on)}
      />
    </Filter>
  )
}

function tagsOf(props: OrganisationsPageProps) {
  const { ctx, query } = props
  const href = hrefOf(props)
  return [
    ...(query.kind === null ? [] : [{ label: kindName(query.kind), without: href({ kind: undefined }) }]),
    ...(query.on === ctx.today ? [] : [{ label: `на ${shortDate(query.on)}`, without: href({ date: undefined }) }]),
    ...(query.q === null ? [] : [{ label: `«${query.q}»`, without: href({ q: undefined }) }]),
  ]
}

function Lines({ ctx, query, lines }: OrganisationsPageProps) {
  const territory = ctx.territory.code
  const columns: Column<OrganisationLine>[] = [
    {
      title: 'Организация',
      cell: (line) => (
        <RowLink
          href={paths.organisation({ territory, organisation: line.id })}
          name={line.shortName}
          more={[kindName(line.kind), line.settlement].filter(Boolean).join(', ')}
        />
      ),
    },
    {
      title: 'Руководитель',
      cell: ({ head }) =>
        head ? (
          <a class="govuk-link" href={paths.person({ territory, person: head.id })}>
            {withInitials(head)}
          </a>
        ) : (
          'не записан'
        ),
    },
    {
      title: 'Работников',
      numeric: true,
      cell: (line) =>
        line.people === 0 ? (
          '0'
        ) : (
          <a
            class="govuk-link"
            href={paths.people(
              { territory },
              { organisation: line.id, date: query.on === ctx.today ? null : shortDate(query.on) },
            )}
          >
            {line.people}
          </a>
        ),
    },
    {
      title: 'Площадок',
      numeric: true,
      cell: (line) =>
        line.hosts === 0 ? (
          '0'
        ) : (
          <a
            class="govuk-link"
            href={paths.sites({ territory }, { q: line.shortName, date: query.on === ctx.today ? null : shortDate(query.on) })}
          >
            {line.hosts}
          </a>
        ),
    },
  ]
  return (
    <Sheet flush>
      <Table caption={`Организации на ${longDate(query.on)}`} columns={columns} rows={lines} even />
    </Sheet>
  )
}

function Nothing({ ctx, query }: OrganisationsPageProps) {
  const territory = ctx.territory.code
  if (query.q === null && query.kind === null)
    return (
      <Empty picture="house" title="Организаций ещё нет">
        <p class="govuk-body">Здесь будут школы, детские сады, методический центр и орган управления территории.</p>
      </Empty>
    )
  return (
    <Empty
      picture="house"
      title="Ничего не нашлось"
      actions={<ButtonLink href={paths.organisations({ territory })}>Показать все организации</ButtonLink>}
    >
      <p class="govuk-body">Проверьте слова или снимите условия.</p>
    </Empty>
  )
}
