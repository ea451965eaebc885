import { longDate, shortDate } from '../../../kernel/dates.ts'
import { counted, plural } from '../../../kernel/plural.ts'
import { numberedAct } from '../../../regulation/acts.ts'
import { organisationKindName, organisationKinds } from '../../../regulation/kinds.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Filter } from '../../../ui/filter.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Results } from '../../../ui/results.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { type Column, RowLink, Second, Table } from '../../../ui/table.tsx'
import { StateTag } from '../../../ui/tag.tsx'
import { paths } from '../../../web/paths.ts'
import { stateFilterWords } from '../../sites/naming-rules.ts'
import { siteStateOn, stateFilters } from '../../sites/rules.ts'
import { stateTag } from '../../sites/state-blocks.ts'
import type { RegisterAddress } from '../forms.ts'
import { type PublicSort, pageSize, type RegisterChoices, type RegisterLine, type RegisterQuery } from '../queries.ts'

export type RegisterPageProps = {
  address: RegisterAddress
  query: RegisterQuery
  lines: readonly RegisterLine[]
  total: number
  choices: RegisterChoices
  dateError: string | null
}

const hrefOf = (address: RegisterAddress) => (change: Partial<RegisterAddress>) =>
  paths.register({}, { ...address, page: undefined, ...change })

/** The register anyone may open: what signed orders say about sites, as of a day. */
export function RegisterPage(props: RegisterPageProps) {
  const { address, query, lines, total } = props
  const href = hrefOf(address)
  const tags = tagsOf(props)
  const pages = Math.ceil(total / pageSize)
  return (
    <>
      <PageHead
        large
        title="Реестр стажировочных площадок"
        more="Школы, детские сады и методические центры, где учителя перенимают опыт работой. Каждая строка следует из подписанного приказа."
      />
      <Columns kind="left">
        <Conditions {...props} />
        <Results
          search={{
            action: paths.register({}),
            label: 'Школа, тема или город',
            value: address.q ?? '',
            keep: { ...address, q: undefined, page: undefined },
          }}
          found={foundWords(query, total)}
          tags={tags}
          tools={[
            { href: paths.registerCsv({}, { ...address, page: undefined }), label: 'Выгрузить таблицей', icon: 'download' },
            { href: paths.openData({}), label: 'Открытые данные' },
          ]}
          pager={{ label: 'Страницы реестра', page: query.page, pages, href: (page) => href({ page: String(page) }) }}
          note={lines.length > 0 && <p class="pl-small pl-quiet">{shownWords(query, lines.length, total)}</p>}
        >
          {lines.length === 0 ? (
            <Nothing asked={tags.length > 0} />
          ) : (
            <Sheet flush>
              <Table caption={foundWords(query, total)} columns={columnsOf(query, href)} rows={lines} even />
            </Sheet>
          )}
        </Results>
      </Columns>
    </>
  )
}

function foundWords({ on }: RegisterQuery, total: number): string {
  return `${counted(total, 'площадка', 'площадки', 'площадок')} ${on === null ? 'на сегодня' : `на ${longDate(on)}`}`
}

function shownWords({ page }: RegisterQuery, shown: number, total: number): string {
  const first = (page - 1) * pageSize + 1
  return `${plural(shown, 'Показана', 'Показаны', 'Показаны')} ${shown === 1 ? first : `${first}–${first + shown - 1}`} из ${total}`
}

function Conditions({ address, query, choices, dateError }: RegisterPageProps) {
  const form: FormState | null = dateError
    ? { values: { date: address.date ?? '' }, errors: [{ field: 'date', message: dateError }] }
    : null
  return (
    <Filter action={paths.register({})} keep={{ q: address.q, sort: address.sort }}>
      <DateField
        form={form}
        name="date"
        label="На дату"
        hint="Без даты — на сегодня"
        initial={query.on === null ? '' : shortDate(query.on)}
      />
      <SelectField
        name="territory"
        label="Территория"
        empty="Все территории"
        initial={query.territory ?? ''}
        choices={choices.territories.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Checkboxes
        name="kind"
        label="Организация"
        initial={query.kinds}
        choices={organisationKinds
          .filter((kind) => kind !== 'authority')
          .map((value) => ({ value, label: capital(organisationKindName[value]) }))}
      />
      {choices.directions.length > 0 && (
        <SelectField
          name="direction"
          label="Направление"
          empty="Любое"
          initial={query.direction ?? ''}
          choices={choices.directions.map((value) => ({ value, label: value }))}
        />
      )}
      <SelectField
        name="state"
        label="Состояние"
        initial={query.state}
        choices={stateFilters.map((value) => ({ value, label: stateFilterWords[value] }))}
      />
    </Filter>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function tagsOf({ address, query, choices }: RegisterPageProps) {
  const href = hrefOf(address)
  const territory = choices.territories.find((one) => one.code === query.territory)?.name ?? query.territory
  return [
    ...(query.on === null ? [] : [{ label: `на ${shortDate(query.on)}`, without: href({ date: undefined }) }]),
    ...(territory === null ? [] : [{ label: territory, without: href({ territory: undefined }) }]),
    ...query.kinds.map((kind) => ({
      label: organisationKindName[kind],
      without: href({ kind: query.kinds.filter((one) => one !== kind) }),
    })),
    ...(query.direction === null ? [] : [{ label: query.direction, without: href({ direction: undefined }) }]),
    ...(query.state === 'active'
      ? []
      : [{ label: stateFilterWords[query.state].toLowerCase(), without: href({ state: undefined }) }]),
    ...(query.q === null ? [] : [{ label: `«${query.q}»`, without: href({ q: undefined }) }]),
  ]
}

function columnsOf(query: RegisterQuery, href: ReturnType<typeof hrefOf>): Column<RegisterLine>[] {
  const sort = (by: PublicSort) => ({ href: href({ sort: by }), ...(query.sort === by && { now: 'ascending' as const }) })
  return [
    {
      title: 'Площадка и тема',
      sort: sort('name'),
      cell: (line) => (
        <RowLink
          href={paths.publicSite({ territory: line.territoryCode, site: line.siteId })}
          name={line.name}
          more={line.theme}
        />
      ),
    },
    { title: 'Территория', sort: sort('territory'), cell: (line) => line.territoryName },
    {
      title: 'Состояние',
      cell: (line) => (
        <>
          <StateTag {...stateTag(siteStateOn(line, line.day))} />
          <Second>{line.to === null ? `с ${shortDate(line.from)}` : `до ${shortDate(line.to)}`}</Second>
        </>
      ),
    },
    {
      title: 'Основание',
      sort: sort('order'),
      cell: (line) => (
        <>
          <PublicOrderLink line={line} />
          <Second>{`от ${shortDate(line.orderSignedOn)}, п. ${line.orderPoint}`}</Second>
        </>
      ),
    },
  ]
}

/** The order as a link when it is published, else by its number alone. */
export function PublicOrderLink({ line }: { line: RegisterLine }) {
  const label = numberedAct(line.orderKind, line.orderNumber)
  if (!line.orderPublished) return <>{label}</>
  return (
    <a class="govuk-link" href={paths.publicOrder({ territory: line.territoryCode, order: line.orderId })}>
      {label}
    </a>
  )
}

function Nothing({ asked }: { asked: boolean }) {
  if (!asked)
    return (
      <Empty picture="house" title="Действующих площадок нет">
        <p class="govuk-body">Площадка появляется здесь в тот же миг, когда подписан приказ о её статусе.</p>
      </Empty>
    )
  return (
    <Empty
      picture="house"
      title="Ничего не нашлось"
      actions={<ButtonLink href={paths.register({})}>Показать весь реестр</ButtonLink>}
    >
      <p class="govuk-body">Проверьте слова, снимите часть условий или выберите другую дату.</p>
    </Empty>
  )
}
