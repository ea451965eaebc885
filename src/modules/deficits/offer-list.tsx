import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { capital } from '../../kernel/names.ts'
import { academicYears, periodAt } from '../../kernel/periods.ts'
import { type Column, day, inFile, number, onPage, opens, state, text } from '../../kit/list/columns.tsx'
import { alwaysOne, oneId, oneNamed, oneText } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { nb } from '../../ui/content.ts'
import { isSite, sitesOfList } from '../sites/site-queries.ts'
import { type Competence, groupNames, labelOf } from './framework.ts'
import { monthsFrom } from './map-rules.ts'
import { type OfferRow, offerRows } from './offer-queries.ts'
import { paths } from './paths.ts'
import { frameworkHere } from './store.ts'
import { monthWords, offerTags, offerWords } from './texts.ts'
import { notHere } from './views/parts.tsx'
import { deficitsHere } from './whether.ts'

/** The school year that today belongs to. */
export function yearOf(today: string) {
  const { key, from, to } = periodAt(academicYears, today, { from: today, to: null })
  return { key, from, to: to ?? from, months: monthsFrom(from) }
}

const opensAt = ({ territory: { code: territory } }: Ctx, row: OfferRow) => {
  if (row.kind === 'event') return paths.event({ territory, event: row.id })
  if (row.kind === 'line' && row.planId) return paths.planLine({ territory, plan: row.planId, line: row.id })
  return row.programmeId ? paths.programme({ territory, programme: row.programmeId }) : paths.deficitMap({ territory })
}
const monthOf = ({ month }: OfferRow) => (month === null ? 'весь год' : monthWords(month))

const columns = (ctx: Ctx, framework: readonly Competence[]): Column<OfferRow>[] => [
  opens(
    'Что и где',
    (row) => row.title,
    (row) => opensAt(ctx, row),
    (row) => `${offerWords[row.kind]} · ${row.site}`,
  ),
  text('Вид', (row) => offerWords[row.kind], inFile),
  text('Площадка', (row) => row.site, inFile),
  onPage('Чему учит', (row) => nb(labelOf(framework, row.competenceId))),
  text('Компетенция', (row) => labelOf(framework, row.competenceId), inFile),
  text('Месяц', monthOf),
  day('С какого дня', (row) => row.startsOn, inFile),
  state('Места', (row) => offerTags(row)),
  number('Ждут в очереди', (row) => row.waiting, inFile),
]

/** What stands behind every cell of the map: who teaches what in which month, in words. (T-32) */
export const offerList = list({
  path: paths.deficitOffers,
  permits: 'deficit.map',
  title: 'Кто чему учит',
  section: 'deficits',
  name: ({ ctx }) => `offers-${ctx.territory.code}`,
  intro: 'Мероприятия, строки планов и темы программ, о которых площадки сказали, чему они учат.',
  nouns: ['предложение', 'предложения', 'предложений'],
  way: ({ ctx }) => [{ href: paths.deficitMap({ territory: ctx.territory.code }), label: 'Карта дефицитов' }],
  filters: {
    show: alwaysOne(
      ['ahead', 'all'],
      { ahead: 'Впереди', all: 'Весь учебный год' },
      { label: 'Показать', usual: 'ahead', look: 'links' },
    ),
    competence: oneId<string, AtTerritory>({
      label: 'Чему учит',
      empty: 'Чему угодно',
      choices: async ({ tx, ctx }) =>
        (await frameworkHere(tx, ctx)).map(({ id, label, group }) => ({ value: id, label: `${label} (${groupNames[group]})` })),
    }),
    month: oneText({
      label: 'Месяц',
      empty: 'Любой',
      choices: async ({ ctx }: AtTerritory) =>
        yearOf(ctx.today).months.map((month) => ({ value: month, label: capital(monthWords(month)) })),
    }),
    site: oneNamed({ label: 'Площадка', empty: 'Любая', choices: sitesOfList }),
  },
  load: async ({ tx, ctx }: AtTerritory<typeof paths.deficitOffers.pattern>) => ({ framework: await frameworkHere(tx, ctx) }),
  absent: async ({ tx, ctx }) => {
    const [{ on }] = await Promise.all([deficitsHere(tx, ctx), frameworkHere(tx, ctx)])
    return on ? null : notHere(ctx)
  },
  rows: async ({ tx, ctx }, { show, competence, month, site }) =>
    readyRows(
      await offerRows(
        tx,
        ctx,
        yearOf(ctx.today),
        sql.join(
          [
            show === 'all' || month !== null ? sql`true` : sql`o.state <> 'held'`,
            ...(competence === null ? [] : [sql`o.competence_id = ${competence}`]),
            ...(month === null ? [] : [sql`(o.month = ${month} or o.month is null)`]),
            ...(site === null ? [] : [isSite(ctx, sql`o.site_id`, site)]),
          ],
          sql` and `,
        ),
      ),
    ),
  columns: ({ ctx, loaded: { framework } }) => columns(ctx, framework),
  empty: ({ where: { ctx } }) => ({
    picture: 'paper',
    title: 'Этому здесь пока никто не учит',
    text: 'Площадки отмечают, чему учат, на страницах мероприятий, строк плана и тем программ. Чего не покрывает никто, можно сделать темой на карте.',
    action: { href: paths.deficitMap({ territory: ctx.territory.code }), label: 'Открыть карту' },
  }),
})
