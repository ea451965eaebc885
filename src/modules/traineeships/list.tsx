import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import { holds, questionOf } from '../../db/words.ts'
import { shortPeriod } from '../../kernel/dates.ts'
import { asId } from '../../kernel/ids.ts'
import type { SiteId } from '../../kernel/types.ts'
import { papersOf } from '../../kit/case-page.tsx'
import { type Column, day, inFile, number, onPage, opens, state, text } from '../../kit/list/columns.tsx'
import { alwaysOne } from '../../kit/list/filters.ts'
import { down } from '../../kit/list/keys.ts'
import { list } from '../../kit/list/routes.tsx'
import { asksTryOuts } from '../../regulation/work/questions.ts'
import { nb, Second } from '../../ui/content.ts'
import { ButtonLink } from '../../ui/frame.ts'
import { paths as links } from '../../web/paths.ts'
import { nameOfPerson } from '../people/name-queries.ts'
import { numberText } from '../programmes/hours-rules.ts'
import { titleOfProgramme } from '../programmes/queries.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { siteNameOf } from '../sites/people-queries.ts'
import { theSite } from '../sites/site-queries.ts'
import { siteStanding } from '../sites/standing-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { paths } from './paths.ts'
import { isUnderWayIn, onPaper, seenBy, type TraineeshipRow, traineeshipsBy } from './queries.ts'
import { stateTagFor } from './texts.ts'

/** «12 из 36» */
export const hoursWords = ({ given, planned }: Pick<TraineeshipRow, 'given' | 'planned'>): string =>
  `${numberText(given)} из ${numberText(planned)}`

const columnsOf = (ctx: Ctx, ofOneSite: boolean): Column<TraineeshipRow>[] => [
  opens(
    'Стажёр',
    (row) => row.person,
    (row) => paths.traineeship({ territory: ctx.territory.code, traineeship: row.id }),
    (row) => [row.organisation, row.post, row.atHost ? 'работает на площадке' : null].filter(Boolean).join(' · '),
  ),
  text('Организация', (row) => row.organisation, inFile),
  text('Должность', (row) => row.post, inFile),
  text('Работает на площадке', (row) => (row.atHost ? 'да' : 'нет'), inFile),
  text(
    'Программа',
    (row) => row.title,
    (row) => (
      <>
        {nb(row.title)}
        {!ofOneSite && <Second>{row.siteName}</Second>}
      </>
    ),
  ),
  text('Площадка', (row) => row.siteName, inFile),
  state('Состояние', (row) => stateTagFor(row, ctx)),
  onPage('Срок', (row) => nb(shortPeriod({ from: row.startsOn, to: row.endedOn ?? row.endsOn }))),
  day('Первый день', (row) => row.startsOn, inFile),
  day('Последний день', (row) => row.endedOn ?? row.endsOn, inFile),
  text('Вид', (row) => row.format, inFile),
  text('Лицензия', (row) => row.licenceHolder, inFile),
  text('Ведёт', (row) => row.guide),
  onPage('Часы', (row) => (row.planned === 0 ? '' : nb(hoursWords(row)))),
  number('Часов в плане', (row) => row.planned, inFile),
  number('Часов дано', (row) => row.given, inFile),
  text('Почему закончилась', (row) => row.endReason, inFile),
]

const shown = { now: 'Идут и ждут', done: 'Завершённые', all: 'Все' } as const
const which = alwaysOne(['now', 'done', 'all'], shown, { label: 'Показать', usual: 'now', look: 'links' })
const stateIs = (show: keyof typeof shown) =>
  show === 'all'
    ? sql`true`
    : show === 'done'
      ? sql`t.state in ('finished', 'left', 'transferred', 'declined')`
      : sql`(t.state in ('asked', 'offered') or ${isUnderWayIn(sql`t`)})`

const named = (ctx: Ctx, q: string | null) =>
  q === null
    ? sql`true`
    : holds(
        sql`concat_ws(' ', ${nameOfPerson(ctx, sql`t.person_id`)}, t.post, ${titleOfProgramme(ctx, sql`t.programme_id`)})`,
        questionOf(q),
      )

const common = {
  nouns: ['стажировка', 'стажировки', 'стажировок'] as const,
  search: 'Фамилия, должность или программа',
  filters: { show: which },
}

/** How somebody comes by the first traineeship: whoever heads a site offers it, the head of a school sends, a teacher asks, an office looks on. */
export function howToBegin(ctx: Ctx): string {
  if (ctx.actor.headsSites.length > 0)
    return 'Предложите стажировку педагогу со страницы своей площадки или дождитесь, когда попросятся.'
  if (may(ctx, 'traineeship.send')) return 'Направить своего педагога можно на странице площадки, рядом с её программой.'
  if (may(ctx, 'traineeship.ask')) return 'Попроситься на стажировку можно на странице площадки, рядом с её программой.'
  return 'Стажировки начинают площадки, школы и сами педагоги.'
}

/** Whom one may know of: a site its own, a teacher theirs, the head of a school those whom the school has sent. (C-12) */
export const traineeshipList = list({
  ...common,
  path: paths.traineeships,
  permits: 'traineeship.listOwn',
  title: 'Стажировки',
  section: 'traineeships',
  name: ({ ctx }, { show }) => `traineeships-${ctx.territory.code}-${show}`,
  rows: ({ tx, ctx }, { show, q }) =>
    traineeshipsBy(tx, ctx, {
      where: sql`${seenBy(ctx)} and ${stateIs(show)} and ${named(ctx, q)}`,
      // Whoever knows of all has very many: they are found by an index, which no name stands in.
      ...(may(ctx, 'traineeship.listAll') && { order: [down(sql`t.starts_on`), sql`t.id`] }),
    }),
  columns: ({ ctx }) => columnsOf(ctx, false),
  empty: ({ where: { ctx } }) => {
    const [own] = ctx.actor.headsSites
    const territory = ctx.territory.code
    return {
      title: 'Стажировок здесь пока нет',
      text: howToBegin(ctx),
      actions:
        own === undefined ? (
          <ButtonLink href={paths.sites({ territory })}>Открыть площадки</ButtonLink>
        ) : (
          <ButtonLink href={paths.siteTrainees({ territory, site: own })}>Стажёры вашей площадки</ButtonLink>
        ),
    }
  },
  tools: async ({ where: { ctx, tx } }) =>
    (await regulationsInForce(tx, ctx)).some(({ regulation }) => asksTryOuts(regulation).value)
      ? [{ href: links.tryouts({ territory: ctx.territory.code }), label: 'Стажёрские пробы' }]
      : [],
  intro: 'Кто, где и по какой программе стажируется.',
})

const mayOffer = (ctx: Ctx, site: string) =>
  may(ctx, 'traineeship.run', { territoryId: ctx.territory.id, siteId: asId<SiteId>(site) })

/** The trainees of one site. */
export const siteTrainees = list({
  ...common,
  path: paths.siteTrainees,
  permits: 'traineeship.list',
  sees: 'site.view',
  subject: theSite.subjectFor('traineeship.list'),
  title: 'Стажёры площадки',
  section: 'traineeships',
  load: async ({ tx, ctx, params: { site } }) => {
    const id = asId<SiteId>(site)
    const [name, standing, onList] = await Promise.all([
      siteNameOf(tx, ctx, site),
      id && siteStanding(tx, ctx.territory.id, id),
      traineeshipsBy(tx, ctx, { where: onPaper(site) }).count(),
    ])
    return { name, onList, isOpen: standing !== null && siteIsOpen(standing, ctx.today).ok }
  },
  name: ({ ctx }, { show }) => `trainees-${ctx.territory.code}-${show}`,
  rows: ({ tx, ctx, params }, { show, q }) =>
    traineeshipsBy(tx, ctx, { where: sql`t.site_id = ${params.site} and ${stateIs(show)} and ${named(ctx, q)}` }),
  columns: ({ ctx }) => columnsOf(ctx, true),
  empty: () => ({
    title: 'Стажёров пока нет',
    text: 'Педагоги просятся сами, или площадка предлагает стажировку.',
  }),
  tools: ({ where: { ctx, params, loaded } }) => [
    ...(loaded.isOpen && mayOffer(ctx, params.site)
      ? [{ href: paths.newTraineeship({ territory: ctx.territory.code, site: params.site }), label: 'Предложить стажировку' }]
      : []),
    ...(loaded.onList === 0
      ? []
      : papersOf('Список стажёров', (format) =>
          paths.traineesPaper({ territory: ctx.territory.code, site: params.site, format }),
        )),
  ],
  intro: 'Кто стажируется на площадке, кто ведёт и сколько часов дано.',
  way: ({ ctx, params, loaded }) => [
    { href: paths.site({ territory: ctx.territory.code, site: params.site }), label: loaded.name },
  ],
})
