import { longPeriod, shortDate, shortPeriod } from '../../../kernel/dates.ts'
import { type Column, Facts, RowLink, SummaryList, Table, TextLink } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import type {
  Assembled,
  AssembledAdaptations,
  AssembledGroup,
  AssembledPairs,
  AssembledPapers,
  AssembledPerson,
  AssembledPlan,
  AssembledSchool,
  AssembledVersion,
  NamedNumbers,
} from '../model.ts'
import { papersFigures } from '../papers-rules.ts'
import { paths } from '../paths.ts'
import type { LinesQuery } from '../supporting-facts.ts'
import { adaptationsWords, changesOf, groupWords, pairsWords } from '../wording.ts'

/** Where the numbers of a report lead: to their lines of the plan on the same page. */
export type Links = { readonly territory: string; readonly lines: (query: LinesQuery) => string }

/** What the report says of the site itself. */
export function SiteSheet({ report: { site, addressee }, links }: { report: Assembled; links: Links }) {
  const order = <TextLink href={paths.order({ territory: links.territory, order: site.order.id })}>{site.order.text}</TextLink>
  return (
    <Sheet title="Площадка">
      <SummaryList
        rows={[
          { key: site.fullNames.length > 1 ? 'Организации' : 'Организация', value: site.fullNames.join(', ') },
          { key: 'Тема', value: site.theme },
          ...(site.direction === null ? [] : [{ key: 'Направление', value: site.direction }]),
          { key: 'Статус', value: longPeriod(site) },
          { key: 'Основание', value: order },
          ...(addressee === null ? [] : [{ key: 'Кому отчёт', value: addressee }]),
        ]}
      />
    </Sheet>
  )
}

/** Plan against fact: the whole, by form of work, by direction. */
export function NumbersSheet({ plan, links }: { plan: AssembledPlan; links: Links }) {
  const { numbers } = plan
  return (
    <>
      <Sheet title="План и факт">
        <Facts
          facts={[
            { name: 'В плане', value: numbers.planned, href: links.lines({}) },
            { name: 'Проведено', value: numbers.held, href: links.lines({ outcome: 'held' }) },
            { name: 'Отменено', value: numbers.cancelled, href: links.lines({ outcome: 'cancelled' }) },
            { name: 'Не проведено', value: numbers.notHeld, href: links.lines({ outcome: 'notHeld' }) },
            ...(numbers.ahead > 0
              ? [{ name: 'Впереди', value: numbers.ahead, href: links.lines({ outcome: 'ahead' as const }) }]
              : []),
            { name: 'Посещений', value: numbers.attendances, href: links.lines({ outcome: 'held' }) },
          ]}
        />
      </Sheet>
      <GroupSheet title="По формам работы" name="Форма работы" by="form" rows={plan.byForm} links={links} />
      {plan.byDirection.length > 0 && (
        <GroupSheet title="По направлениям" name="Направление" by="direction" rows={plan.byDirection} links={links} />
      )}
    </>
  )
}

type GroupProps = { title: string; name: string; by: 'form' | 'direction'; rows: readonly NamedNumbers[]; links: Links }
function GroupSheet({ title, name, by, rows, links }: GroupProps) {
  const number = (value: number, query: LinesQuery) =>
    value === 0 ? '0' : <TextLink href={links.lines(query)}>{value}</TextLink>
  const columns: Column<NamedNumbers>[] = [
    { title: name, cell: (row) => row.name },
    { title: 'План', numeric: true, cell: (row) => number(row.planned, { [by]: row.name }) },
    { title: 'Проведено', numeric: true, cell: (row) => number(row.held, { [by]: row.name, outcome: 'held' }) },
    { title: 'Отменено', numeric: true, cell: (row) => number(row.cancelled, { [by]: row.name, outcome: 'cancelled' }) },
    { title: 'Не проведено', numeric: true, cell: (row) => number(row.notHeld, { [by]: row.name, outcome: 'notHeld' }) },
    { title: 'Посещений', numeric: true, cell: (row) => number(row.attendances, { [by]: row.name, outcome: 'held' }) },
  ]
  return (
    <Sheet title={title} flush>
      <Table caption={title} columns={columns} rows={rows} />
    </Sheet>
  )
}

/** Papers given in these days. */
export const PapersSheet = (papers: AssembledPapers) => (
  <Sheet title="Справки и сертификаты">
    <Facts facts={papersFigures(papers)} />
  </Sheet>
)

/** Temporary working groups of these days, and what came of each. (L-31g) */
export const GroupsSheet = ({ groups }: { groups: readonly AssembledGroup[] }) => (
  <Sheet title="Рабочие группы">
    <SummaryList rows={groups.map((group) => ({ key: group.theme, value: groupWords(group) }))} />
  </Sheet>
)

/** What trainees brought into their own schools in these days, and why what did not fit did not; without names. (L-13) */
export const AdaptationsSheet = ({ adaptations }: { adaptations: AssembledAdaptations }) => (
  <Sheet title="Внедрение в школах стажёров">
    <SummaryList
      rows={[
        { key: 'Что вышло', value: adaptationsWords(adaptations) },
        ...adaptations.reasons.map((reason, n) => ({ key: n === 0 ? 'Почему не подошло' : `Ещё причина ${n}`, value: reason })),
      ]}
    />
  </Sheet>
)

/** Pairs of mentors of these days, and what came of those that have ended; without names. (L-O42) */
export const PairsSheet = ({ pairs }: { pairs: AssembledPairs }) => (
  <Sheet title="Наставнические пары">
    <SummaryList
      rows={[
        { key: 'Пар', value: pairsWords(pairs) },
        ...pairs.outcomes.map((outcome, n) => ({ key: `Итог ${n + 1}`, value: outcome })),
      ]}
    />
  </Sheet>
)

export function PeopleSheet({ people, territory }: { people: readonly AssembledPerson[]; territory: string }) {
  const columns: Column<AssembledPerson>[] = [
    {
      title: 'Люди площадки',
      cell: (person) => <RowLink href={paths.person({ territory, person: person.id })} name={person.name} />,
    },
    { title: 'Кто на площадке', cell: (person) => person.role },
    { title: 'Когда', cell: (person) => shortPeriod(person) },
  ]
  return (
    <Sheet flush>
      <Table caption="Люди площадки за время отчёта" columns={columns} rows={people} />
    </Sheet>
  )
}

export function SchoolsSheet({ schools, territory }: { schools: readonly AssembledSchool[]; territory: string }) {
  if (schools.length === 0) return null
  const columns: Column<AssembledSchool>[] = [
    {
      title: 'Закреплённые школы',
      cell: (school) => <RowLink href={paths.organisation({ territory, organisation: school.id })} name={school.name} />,
    },
    { title: 'Когда', cell: (school) => shortPeriod(school) },
  ]
  return (
    <Sheet flush>
      <Table caption="Закреплённые школы за время отчёта" columns={columns} rows={schools} />
    </Sheet>
  )
}

export function VersionsSheet({ plan, territory }: { plan: AssembledPlan; territory: string }) {
  const columns: Column<AssembledVersion>[] = [
    {
      title: 'Редакции плана',
      cell: ({ number, plan: of }) => (
        <RowLink href={paths.plan({ territory, plan: of ?? plan.id }, { version: number })} name={`Редакция ${number}`} />
      ),
    },
    { title: 'Утверждена', cell: ({ approvedOn }) => (approvedOn === null ? '' : shortDate(approvedOn)) },
    { title: 'Почему', cell: ({ reason }) => reason ?? '' },
    { title: 'Что изменилось', cell: changesOf },
  ]
  return (
    <Sheet flush>
      <Table caption="Редакции плана и причины" columns={columns} rows={plan.versions} />
    </Sheet>
  )
}
