import type { ComponentChildren } from 'preact'
import type { Territory } from '../../../authz/ctx.ts'
import type { PersonId } from '../../../kernel/types.ts'
import { ownSaid } from '../../../regulation/fields.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { ownPlanColumns } from '../../../regulation/work/questions.ts'
import { Second, StateTag, Table } from '../../../ui/content.ts'
import { Breadcrumbs, PageHead, Sheet } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { ComparedField, KnownField, LineChange } from '../comparison.ts'
import type { Line, PlanVersion } from '../model.ts'
import type { OpenPlan } from '../store.ts'
import { datesOf, directionOf, formOf, planTitle } from '../wording.ts'

type ComparisonPageProps = {
  territory: Pick<Territory, 'code'>
  opened: OpenPlan
  from: PlanVersion
  to: PlanVersion
  changes: readonly LineChange[]
  nameOf: (id: PersonId) => string
}

/** What changed from one version to another, line by line: before and after. */
export function ComparisonPage({ territory, opened, from, to, changes, nameOf }: ComparisonPageProps) {
  const { plan, regulation } = opened
  const at = { territory: territory.code, plan: plan.id }
  const own = new Map(ownPlanColumns(regulation).map((column) => [`own.${column.code}`, column]))
  const textOf = (line: Line, field: ComparedField) =>
    (isKnown(field)
      ? told[field](line, regulation, nameOf)
      : ownSaid(own.get(field) ?? { kind: 'text' }, line.own[field.slice(4)])) || 'пусто'
  const nameOfField = (field: ComparedField) =>
    isKnown(field) ? fieldNames[field] : (own.get(field)?.caption ?? 'прежняя графа')
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.plans({ territory: territory.code }, { period: plan.period.key }), label: 'Планы' },
          { href: paths.plan(at, { version: to.number }), label: planTitle(regulation, plan.period) },
        ]}
      />
      <PageHead title={`Чем редакция ${to.number} отличается от редакции ${from.number}`} more={to.reason ?? undefined} />
      {changes.length === 0 ? (
        <Sheet>
          <p>Строки обеих редакций одинаковы.</p>
        </Sheet>
      ) : (
        <Sheet flush>
          <Table
            caption="Изменённые строки"
            rows={changes}
            columns={[
              { title: 'Мероприятие', cell: (change) => (change.kind === 'changed' ? change.after : change.line).activity },
              { title: 'Что сделано', cell: (change) => <ChangeTag kind={change.kind} /> },
              { title: `Редакция ${from.number}`, cell: (change) => side(change, 'before', textOf, nameOfField) },
              { title: `Редакция ${to.number}`, cell: (change) => side(change, 'after', textOf, nameOfField) },
            ]}
          />
        </Sheet>
      )}
    </>
  )
}

const tags = {
  added: { tone: 'ok', icon: 'plus', word: 'Добавлено' },
  removed: { tone: 'calm', icon: 'cross', word: 'Убрано' },
  changed: { tone: 'now', icon: 'draft', word: 'Изменено' },
} as const
const ChangeTag = ({ kind }: { kind: LineChange['kind'] }) => <StateTag {...tags[kind]} />

const isKnown = (field: ComparedField): field is KnownField => !field.startsWith('own.')
const fieldNames: Readonly<Record<KnownField, string>> = {
  activity: 'мероприятие',
  form: 'форма работы',
  dates: 'сроки',
  people: 'ответственные',
  direction: 'направление',
}
const told: Readonly<Record<KnownField, (line: Line, regulation: Regulation, nameOf: (id: PersonId) => string) => string>> = {
  activity: (line) => line.activity,
  form: (line, regulation) => formOf(regulation, line.form),
  dates: (line) => datesOf(line),
  people: (line, _, nameOf) => line.personIds.map(nameOf).join(', '),
  direction: (line, regulation) => directionOf(regulation, line.direction),
}

/** The fields of one side: of a changed line only those that differ, of a new or removed one its dates and people. */
function side(
  change: LineChange,
  which: 'before' | 'after',
  textOf: (line: Line, field: ComparedField) => string,
  nameOf: (field: ComparedField) => string,
): ComponentChildren {
  if (change.kind !== 'changed') {
    if ((change.kind === 'added') !== (which === 'after')) return '—'
    return (['dates', 'form', 'people'] as const).map((field) => <Second>{textOf(change.line, field)}</Second>)
  }
  return change.fields.map((field) => (
    <>
      <Second>{nameOf(field)}</Second>
      {textOf(change[which], field)}
    </>
  ))
}
