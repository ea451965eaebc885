import type { JSX } from 'preact'
import { longDate, shortDate } from '../../kernel/dates.ts'
import { plural } from '../../kernel/plural.ts'
import { partOf } from '../../kernel/records.ts'
import type { Day } from '../../kernel/types.ts'
import { nb, Pager, Table } from '../../ui/content.ts'
import {
  Checkboxes,
  Filter as Conditions,
  DateField,
  FilterOpener,
  FilterTags,
  SearchForm,
  SelectField,
  TextField,
} from '../../ui/fields.ts'
import { ButtonLink, Columns, Empty, Notice, Sheet, SubNavigation, type Tool, Tools } from '../../ui/frame.ts'
import { dayAsked } from '../../web/address.ts'
import type { Tag } from './ask.ts'
import { type Column, pageColumns } from './columns.tsx'
import type { Choice, Filter } from './filters.ts'
import { written } from './keys.ts'
import type { FoundPage } from './rows.ts'
import type { Address, Emptiness, Query } from './spec.ts'

/** A list as the page needs it: all that is particular has been asked already. */
export type ListView<Row> = FoundPage<Row> & {
  readonly title: string
  readonly search: string | undefined
  readonly asOf: { readonly hint: string } | undefined
  readonly usualOn: Day | null
  readonly filters: readonly (readonly [name: string, filter: Filter<unknown, never>])[]
  readonly choices: Readonly<Record<string, readonly Choice[]>>
  readonly columns: readonly Column<Row>[]
  readonly even: boolean
  readonly rowId: ((row: Row) => string) | undefined
  readonly body: JSX.Element | undefined
  readonly framed: boolean
  /** The caption of the column sorted by turns the order round. */
  readonly twoWays: boolean
  readonly emptiness: Emptiness
  readonly isAsked: boolean
  readonly tools: readonly Tool[]
  readonly tags: readonly Tag[]
  readonly query: Query<object, string, Day | null>
  readonly address: Address
  readonly action: string
  readonly href: (change: Address) => string
  readonly found: string
  readonly madeOn: Day
}

const valueOf = <Row,>(view: Pick<ListView<Row>, 'filters' | 'query'>, name: string): readonly string[] => {
  const filter = view.filters.find(([one]) => one === name)?.[1]
  return filter ? filter.typed(partOf(view.query, name)) : []
}

/** The rows with everything that leads to others: conditions, search, orders, pages, files. */
export function List<Row>({ view }: { view: ListView<Row> }) {
  if (view.query.print) return <Printed view={view} />
  if (isBare(view)) return <Nothing {...view.emptiness} />
  const beside = asksBeside(view)
  const found = <Found view={view} />
  return (
    <>
      {view.filters.map(([name, filter]) => filter.look === 'links' && <Links view={view} name={name} filter={filter} />)}
      {beside ? (
        <Columns kind="left">
          <Beside view={view} />
          {found}
        </Columns>
      ) : (
        found
      )}
    </>
  )
}

/** Nothing is there, and no condition could bring anything. */
const isBare = <Row,>({ total, isAsked, asOf, choices, framed }: ListView<Row>) =>
  total === 0 &&
  !framed &&
  !isAsked &&
  asOf === undefined &&
  !Object.values(choices).some((some) => some.some(({ usual }) => usual))

/** One condition as links over the list. */
function Links<Row>({ view, name, filter }: { view: ListView<Row>; name: string; filter: Filter<unknown, never> }) {
  const choices = view.choices[name] ?? []
  const [chosen] = valueOf(view, name)
  const all = filter.empty === undefined ? [] : [{ value: '', label: filter.empty }]
  if (choices.length < 1 + all.length) return null
  const links = [...all, ...choices].map(({ value, label, usual }: Choice) => ({
    href: view.href({ [name]: value || undefined }),
    label,
    current: chosen === undefined ? usual === true || value === '' : value === chosen,
  }))
  return <SubNavigation label={filter.label} links={links} />
}

/** Whether anything can be asked beside the rows: a condition with nothing to choose from is none. */
const asksBeside = <Row,>({ asOf, filters, choices }: ListView<Row>): boolean =>
  asOf !== undefined ||
  filters.some(([name, { look }]) => look === 'named' || (look !== 'links' && (choices[name] ?? []).length > 0))

/** The conditions in the column beside the rows. */
function Beside<Row>({ view }: { view: ListView<Row> }) {
  const { query, address, usualOn } = view
  const typed = typeof address.date === 'string' ? address.date : ''
  const problem = typed === '' ? null : dayAsked(typed, usualOn ?? '').problem
  const form = problem ? { values: { date: typed }, errors: [{ field: 'date', message: problem }] } : null
  const links = view.filters.filter(([, { look }]) => look === 'links').map(([name]) => [name, address[name]])
  return (
    <Conditions
      action={view.action}
      keep={{ q: address.q, sort: address.sort, down: address.down, ...Object.fromEntries(links) }}
    >
      {view.asOf && (
        <DateField
          form={form}
          name="date"
          label="На дату"
          hint={view.asOf.hint}
          initial={query.on === null ? '' : shortDate(query.on)}
        />
      )}
      {view.filters.map(([name, filter]) => filter.look !== 'links' && <Condition view={view} name={name} filter={filter} />)}
    </Conditions>
  )
}

function Condition<Row>({ view, name, filter }: { view: ListView<Row>; name: string; filter: Filter<unknown, never> }) {
  const choices = view.choices[name] ?? []
  const chosen = valueOf(view, name)
  if (filter.look === 'named' && choices.length < 2) {
    const words = choices.find(({ value }) => value === chosen[0])?.label ?? chosen[0] ?? ''
    return <TextField form={null} name={name} label={filter.label} hint="Название или его часть" initial={words} />
  }
  if (choices.length === 0) return null
  if (filter.look === 'boxes') return <Checkboxes name={name} label={filter.label} initial={chosen} choices={choices} />
  const usual = choices.find((choice) => choice.usual)?.value ?? ''
  return <SelectField name={name} label={filter.label} empty={filter.empty} initial={chosen[0] ?? usual} choices={choices} />
}

function Found<Row>({ view }: { view: ListView<Row> }) {
  const { search, query, address, action, tags, page, pages } = view
  const { q: _, page: __, after: ___, before: ____, print: _____, ...keep } = address
  const isEmpty = view.rows.length === 0
  return (
    <section id="results" aria-labelledby="found">
      {search !== undefined && <SearchForm id="q" action={action} label={search} value={query.q ?? ''} keep={keep} />}
      <div class="pl-bar">
        <h2 class="govuk-heading-m" id="found">
          {nb(view.found)}
        </h2>
        {asksBeside(view) && <FilterOpener chosen={tags.length} />}
        <Tools tools={view.tools} />
      </div>
      <FilterTags tags={tags} />
      {tags.length > 0 && <div class="pl-gap" />}
      {isEmpty && !view.framed ? <Nothing {...view.emptiness} /> : <Rows view={view} />}
      {pages > 1 && (
        <div class="pl-bar">
          <Pager label={`Страницы: ${view.title}`} page={page} pages={pages} href={(to) => pageHref(view, to)} />
          <p class="pl-small pl-quiet">{shownWords(view)}</p>
        </div>
      )}
    </section>
  )
}

/** The page beside this one begins where this one ends, whatever has come or gone; another is found by its number. */
function pageHref<Row>({ page, edges: [first, last], href }: ListView<Row>, to: number): string {
  if (to === 1) return href({})
  const after = to === page + 1 && last ? written(last) : undefined
  const before = to === page - 1 && first ? written(first) : undefined
  return href({ page: String(to), after, before })
}

/** «Показаны 26–50 из 128» */
function shownWords<Row>({ rows, first, total, isMore }: ListView<Row>): string {
  const span = rows.length === 1 ? first : `${first}–${first + rows.length - 1}`
  return nb(`${plural(rows.length, 'Показана', 'Показаны', 'Показаны')} ${span} из ${isMore ? `более чем ${total}` : total}`)
}

function Rows<Row>({ view }: { view: ListView<Row> }) {
  const { query, href } = view
  if (view.body) return view.body
  const sortOf = (order: string, highestFirst: boolean) => {
    const isNow = query.sort === order
    const down = isNow ? !query.down : highestFirst
    return {
      href: href({ sort: order, down: view.twoWays && down ? 'yes' : undefined }),
      ...(isNow && { now: query.down ? ('descending' as const) : ('ascending' as const) }),
    }
  }
  return (
    <Sheet flush>
      <Table
        caption={`${view.title}: ${view.found}`}
        rowId={view.rowId}
        columns={pageColumns(view.columns, sortOf)}
        rows={view.rows}
        even={view.even}
      />
    </Sheet>
  )
}

const Nothing = ({ title, text, picture = 'paper', actions, action }: Emptiness) => (
  <Empty
    picture={picture}
    title={title}
    actions={actions ?? (action && <ButtonLink href={action.href}>{action.label}</ButtonLink>)}
  >
    <p class="govuk-body">{typeof text === 'string' ? nb(text) : text}</p>
  </Empty>
)

/** All rows on one page: what is shown, under which conditions, and when it was made. */
function Printed<Row>({ view }: { view: ListView<Row> }) {
  const conditions = view.tags.map(({ label }) => label)
  const isCut = view.isMore || view.rows.length < view.total
  return (
    <section id="results" aria-labelledby="found">
      <Notice title="Список для печати: все строки на одной странице">
        <p>
          {nb('Напечатайте страницу средствами браузера. ')}
          <a class="govuk-link" href={view.href({ print: undefined })}>
            Вернуться к списку
          </a>
        </p>
      </Notice>
      <h2 class="govuk-heading-m" id="found">
        {nb(view.found)}
      </h2>
      <p class="pl-small">
        {nb(`${conditions.length > 0 ? `Условия: ${conditions.join(', ')}. ` : ''}Составлено ${longDate(view.madeOn)}`)}
      </p>
      {isCut && <p>{nb(`Здесь первые ${view.rows.length}: полный список выгружается таблицей.`)}</p>}
      {view.rows.length === 0 ? <Nothing {...view.emptiness} /> : <Rows view={view} />}
    </section>
  )
}

/** What a list under conditions says when nothing answers to them. */
export const nothingFound = (given: (Partial<Emptiness> & { readonly all?: string }) | undefined, all: string): Emptiness => ({
  title: 'Ничего не нашлось',
  text: 'Проверьте слова, снимите часть условий или выберите другую дату.',
  actions: <ButtonLink href={all}>{given?.all ?? 'Показать все'}</ButtonLink>,
  ...given,
})
