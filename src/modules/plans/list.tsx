import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import {
  kindOfPeriod,
  type NamedPeriod,
  type PeriodKey,
  periodAfter,
  periodName,
  periodOf,
  shortPeriodName,
  workingPeriod,
} from '../../kernel/periods.ts'
import { type Column, day, inFile, number, opens, text } from '../../kit/list/columns.tsx'
import { onePeriod, oneText } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { ownSaid } from '../../regulation/fields.ts'
import { ownPlanColumns } from '../../regulation/work/questions.ts'
import { StateTag, TextLink } from '../../ui/content.ts'
import { ButtonLink, Notice, PageHead } from '../../ui/frame.ts'
import { plans } from './case.ts'
import { paths } from './paths.ts'
import { type PlanRow, periodsWithPlans, plansOfPeriod, sitesWithoutPlan } from './queries.ts'
import { type PlanSheet, planSheet, type SheetLine } from './sheet.ts'
import { divisionsInForce } from './store.ts'
import { directionOf, formOf, reportOf } from './wording.ts'

function PlanState({ row: { approved, open, decider, isLate } }: { row: PlanRow }) {
  return (
    <>
      {approved !== null && <StateTag tone="ok" word={`Действует, редакция ${approved}`} />}
      {open?.state === 'submitted' && <StateTag tone="wait" word={decider ?? 'На согласовании'} />}
      {open?.state === 'draft' && open.returned && <StateTag tone="late" word="Возвращён" />}
      {open?.state === 'draft' && !open.returned && (
        <StateTag tone="calm" icon="draft" word={approved === null ? 'Черновик' : 'Правят'} />
      )}
      {approved === null && open === null && <StateTag tone={isLate ? 'late' : 'calm'} word="Плана нет" />}
    </>
  )
}

const stateOf = ({ approved, open, decider }: PlanRow) =>
  [
    approved === null ? '' : `действует, редакция ${approved}`,
    open?.state === 'submitted' ? (decider ?? 'на согласовании') : '',
    open?.state === 'draft' ? (open.returned ? 'возвращён' : approved === null ? 'черновик' : 'правят') : '',
    approved === null && open === null ? 'плана нет' : '',
  ]
    .filter(Boolean)
    .join('; ')

/** Without a plan in force there is nothing to count. */
const ofApproved = (row: PlanRow, figure: number) => (row.approved === null ? null : figure)

const columnsOf = ({ territory: { code: territory } }: Ctx): Column<PlanRow>[] => [
  opens(
    'Площадка',
    (row) => row.siteName,
    ({ id, siteId }) => (id === null ? paths.site({ territory, site: siteId }) : paths.plan({ territory, plan: id })),
    (row) => row.theme,
  ),
  text('Тема', (row) => row.theme, inFile),
  text('Состояние', stateOf, (row) => <PlanState row={row} />),
  number('Мероприятий', (row) => ofApproved(row, row.lines), inFile),
  number(
    'Проведено',
    (row) => ofApproved(row, row.held),
    (row) => (row.approved === null ? '—' : `${row.held} из ${row.lines}`),
  ),
  number('Отменено', (row) => ofApproved(row, row.cancelled), inFile),
  number(
    'Нет отметки',
    (row) => ofApproved(row, row.overdue),
    (row) => (row.approved === null ? '—' : row.overdue),
  ),
]

/** The period people work for, and that of a key. */
async function divided(tx: Tx, ctx: Ctx) {
  const divisions = await divisionsInForce(tx, ctx)
  const term = { from: ctx.today, to: null }
  const now = workingPeriod(divisions[0], ctx.today, term)
  const dividing = (key: PeriodKey) => divisions.find(({ kind }) => kind === kindOfPeriod(key)) ?? divisions[0]
  return {
    now,
    near: divisions.flatMap((division) => {
      const period = workingPeriod(division, ctx.today, term)
      return [period, periodAfter(period, division) ?? period]
    }),
    named: (key: PeriodKey | null): NamedPeriod => (key === null ? now : periodOf(key, dividing(key), term)),
  }
}

async function periods({ ctx, tx }: AtTerritory) {
  const { near, now } = await divided(tx, ctx)
  const known = [...(await periodsWithPlans(tx, ctx.territory.id)), ...near]
  return [...new Map(known.map((period) => [period.key, period])).values()]
    .sort((a, b) => b.from.localeCompare(a.from))
    .map(({ key }) => ({ value: key, label: shortPeriodName(key), usual: key === now.key }))
}

const nonePlanned = {
  title: 'В этом периоде площадок нет',
  text: 'Здесь будут планы площадок: их пишут руководители, а согласуют и утверждают по Положению.',
}

/** Plans of the territory for a period, the one people work for if none is asked for. */
export const planList = list({
  path: paths.plans,
  permits: 'plan.list',
  title: 'Планы',
  section: 'plans',
  name: (_where, { period }) => `plany${period === null ? '' : `-${period.replace('/', '-')}`}`,
  nouns: ['площадка', 'площадки', 'площадок'],
  even: true,
  filters: { period: onePeriod({ label: 'Периоды', choices: periods }) },
  rows: async ({ ctx, tx }, { period }) => plansOfPeriod(tx, ctx, (await divided(tx, ctx)).named(period)),
  columns: ({ ctx }) => columnsOf(ctx),
  empty: () => nonePlanned,
  nothing: { ...nonePlanned, all: 'Показать нынешний период' },
  head: async ({ where: { ctx, tx }, query, total }) => {
    const period = (await divided(tx, ctx)).named(query.period)
    const own = [...ctx.actor.headsSites, ...ctx.actor.staffOfSites]
    const without = await sitesWithoutPlan(tx, ctx, own, period)
    const start = (site: string) => paths.sitePlans({ territory: ctx.territory.code, site }, { period: period.key })
    return (
      <>
        <PageHead
          title={`Планы на ${periodName(period.key)}`}
          actions={total === 0 && without[0] && <ButtonLink href={start(without[0].id)}>Начать план</ButtonLink>}
        />
        {without.map((site) => (
          <Notice title={`${site.name}: плана на ${periodName(period.key)} ещё нет`}>
            <p>
              <TextLink href={start(site.id)}>Начать план</TextLink>
            </p>
          </Notice>
        ))}
      </>
    )
  },
})

/** Dates stand in columns of their own, so that a spreadsheet can sort by them. */
const lineColumns = ({ regulation, nameOf }: PlanSheet): Column<SheetLine>[] => [
  text('Мероприятие', ({ line }) => line.activity),
  text('Форма работы', ({ line }) => formOf(regulation, line.form)),
  day('Начало', ({ line }) => line.startsOn),
  day('Окончание', ({ line }) => line.endsOn),
  text('Ответственные', ({ line }) => line.personIds.map(nameOf).join(', ')),
  text('Направление', ({ line }) => directionOf(regulation, line.direction)),
  ...ownPlanColumns(regulation).map((field) =>
    text<SheetLine>(field.caption, ({ line }) => ownSaid(field, line.own[field.code])),
  ),
  text('Отчёт', ({ execution }) => reportOf(execution)),
  day('Дата проведения', ({ execution }) => execution?.heldOn),
  number('Людей', ({ execution }) => execution?.peopleCount),
]

/** The lines of a plan as files; its page is the plan itself. */
export const planLines = list({
  path: paths.plan,
  files: `${paths.plan.pattern}/lines`,
  permits: 'plan.view',
  subject: plans.subject,
  title: 'План',
  name: 'plan',
  nouns: ['строка', 'строки', 'строк'],
  filters: { version: oneText({ label: 'Редакция', empty: 'Действующая', choices: [] }) },
  load: async ({ ctx, tx, params }: AtTerritory<typeof paths.plan.pattern>) => {
    const opened = await plans.open(tx, ctx, params.plan)
    return opened && planSheet(tx, ctx, opened)
  },
  rows: async ({ ctx, tx, loaded }, { version }) => {
    const sheet = await planSheet(tx, ctx, loaded, Number(version) || null)
    return sheet?.version ? readyRows(sheet.lines) : null
  },
  columns: ({ loaded }) => lineColumns(loaded),
  empty: () => nonePlanned,
})
