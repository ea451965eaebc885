import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import { fullName, postWords } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import { categories, categoryName, postKindName, postKinds } from '../../../regulation/kinds.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Filter } from '../../../ui/filter.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Results } from '../../../ui/results.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { SubNavigation } from '../../../ui/sub-navigation.tsx'
import { type Column, RowLink, Second, Table } from '../../../ui/table.tsx'
import { dayAsked } from '../../../web/address.ts'
import { paths } from '../../../web/paths.ts'
import type { Choice } from '../../organisations/queries.ts'
import type { PeopleAddress } from '../forms.ts'
import { type PeopleQuery, type PersonLine, pageSize } from '../queries.ts'
import { categoryTitle } from '../texts.ts'

type PeoplePageProps = {
  ctx: Ctx
  address: PeopleAddress
  query: PeopleQuery
  lines: readonly PersonLine[]
  total: number
  organisations: readonly Choice[]
}

/** Everyone of the territory with the posts held on a day. */
export function PeoplePage(props: PeoplePageProps) {
  const { ctx, address, query, lines, total } = props
  const territory = ctx.territory.code
  const tags = tagsOf(props)
  const { q: _, page: __, ...conditions } = address
  const mayRegister = may(ctx, 'person.register', {
    territoryId: ctx.territory.id,
    organisationIds: ctx.actor.headsOrganisations,
  })
  return (
    <>
      <PageHead
        title="Люди и организации"
        actions={mayRegister && <ButtonLink href={paths.newPerson({ territory })}>Записать человека</ButtonLink>}
      />
      <SubNavigation
        label="Люди и организации"
        links={[
          { href: paths.organisations({ territory }), label: 'Организации' },
          { href: paths.people({ territory }), label: 'Люди', current: true },
        ]}
      />
      <Columns kind="left">
        <Conditions {...props} />
        <Results
          search={{
            action: paths.people({ territory }),
            label: 'Фамилия, имя, отчество',
            value: address.q ?? '',
            keep: conditions,
          }}
          found={`${counted(total, 'человек', 'человека', 'человек')} на ${longDate(query.on)}`}
          tags={tags}
          tools={[
            { href: paths.peopleCsv({ territory }, { ...address, page: undefined }), label: 'Выгрузить', icon: 'download' },
          ]}
          pager={{
            label: 'Страницы списка людей',
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
  ({ ctx, address }: PeoplePageProps) =>
  (change: Partial<PeopleAddress>) =>
    paths.people({ territory: ctx.territory.code }, { ...address, page: undefined, ...change })

const categoryWords = { highest: categoryName.highest, first: categoryName.first, none: 'без категории' } as const

function Conditions({ ctx, address, query, organisations }: PeoplePageProps) {
  const { problem } = dayAsked(address.date, ctx.today)
  const form = problem ? { values: { date: address.date ?? '' }, errors: [{ field: 'date', message: problem }] } : null
  return (
    <Filter action={paths.people({ territory: ctx.territory.code })} keep={{ q: address.q }}>
      <SelectField
        name="organisation"
        label="Организация"
        empty="Любая"
        initial={query.organisation ?? ''}
        choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="post"
        label="Должность"
        empty="Любая"
        initial={query.post ?? ''}
        choices={postKinds.map((value) => ({ value, label: postKindName[value] }))}
      />
      <SelectField
        name="category"
        label="Категория"
        empty="Любая"
        initial={query.category ?? ''}
        choices={[...categories, 'none' as const].map((value) => ({ value, label: categoryWords[value] }))}
      />
      <DateField
        form={form}
        name="date"
        label="На дату"
        hint="Покажем должности и категории на этот день"
        initial={shortDate(query.on)}
      />
    </Filter>
  )
}

function tagsOf(props: PeoplePageProps) {
  const { ctx, query, organisations } = props
  const href = hrefOf(props)
  const organisation = organisations.find((one) => one.id === query.organisation)
  return [
    ...(organisation ? [{ label: organisation.name, without: href({ organisation: undefined }) }] : []),
    ...(query.post === null ? [] : [{ label: postKindName[query.post], without: href({ post: undefined }) }]),
    ...(query.category === null ? [] : [{ label: categoryWords[query.category], without: href({ category: undefined }) }]),
    ...(query.on === ctx.today ? [] : [{ label: `на ${shortDate(query.on)}`, without: href({ date: undefined }) }]),
    ...(query.q === null ? [] : [{ label: `«${query.q}»`, without: href({ q: undefined }) }]),
  ]
}

function Lines({ ctx, query, lines }: PeoplePageProps) {
  const territory = ctx.territory.code
  const columns: Column<PersonLine>[] = [
    {
      title: 'Человек',
      cell: (line) => <RowLink href={paths.person({ territory, person: line.id })} name={fullName(line)} />,
    },
    {
      title: 'Должность',
      cell: ({ posts }) =>
        posts.length === 0
          ? 'не записана'
          : posts.map((post) => (
              <>
                {nb(postWords(post))}
                <Second>{post.organisation}</Second>
              </>
            )),
    },
    { title: 'Категория', cell: ({ category }) => (category ? categoryTitle(category) : 'нет') },
  ]
  return (
    <Sheet flush>
      <Table caption={`Люди на ${longDate(query.on)}`} columns={columns} rows={lines} even />
    </Sheet>
  )
}

function Nothing({ ctx }: PeoplePageProps) {
  return (
    <Empty
      picture="paper"
      title="Никто не нашёлся"
      actions={<ButtonLink href={paths.people({ territory: ctx.territory.code })}>Показать всех</ButtonLink>}
    >
      <p class="govuk-body">Проверьте фамилию, снимите условия или выберите другую дату.</p>
    </Empty>
  )
}
