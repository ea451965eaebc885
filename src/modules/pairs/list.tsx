import { type RawBuilder, sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import { holds, idsFound, questionOf } from '../../db/words.ts'
import { shortPeriod } from '../../kernel/dates.ts'
import { asId } from '../../kernel/ids.ts'
import type { SiteId } from '../../kernel/types.ts'
import { absent } from '../../kit/absent.tsx'
import { type Column, day, inFile, number, onPage, opens, state, text } from '../../kit/list/columns.tsx'
import { alwaysOne } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { roleWordOfAll } from '../../regulation/people/questions.ts'
import { type LinkItem, nb } from '../../ui/content.ts'
import { ButtonLink } from '../../ui/frame.ts'
import { paths as links } from '../../web/paths.ts'
import type { Page } from '../../web/route.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import { siteNameOf } from '../sites/people-queries.ts'
import { theSite } from '../sites/site-queries.ts'
import { standingSite } from '../sites/standing-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { paths } from './paths.ts'
import { isLed, isSilentIn, type PairRow, pairsBy, seenBy } from './queries.ts'
import { minutesWords, tagOf } from './texts.ts'
import { pairsAt, pairsInTerritory } from './whether.ts'

const shown = {
  now: 'Работают',
  waiting: 'Ждут ответа',
  orphan: 'Ничьи',
  silent: 'Нет вестей',
  done: 'Закончены',
  all: 'Все',
} as const
const which = alwaysOne(['now', 'waiting', 'orphan', 'silent', 'done', 'all'], shown, {
  label: 'Показать',
  usual: 'now',
  look: 'links',
})
const part = (ctx: Ctx, show: keyof typeof shown, silence: number): RawBuilder<unknown> =>
  ({
    now: sql`g.state = 'running'`,
    waiting: sql`g.state in ('proposed', 'waitsForMentor', 'waitsForMentee')`,
    orphan: sql`g.state = 'running' and g.ends_on >= ${ctx.today} and not ${isLed(ctx)}`,
    silent: isSilentIn(ctx, silence),
    done: sql`g.state in ('ended', 'declined')`,
    all: sql`true`,
  })[show]
const asked = (q: string | null) => {
  if (q === null) return sql`true`
  const people = idsFound('person', questionOf(q))
  return sql`(g.mentor_id = any(${people}) or g.mentee_id = any(${people}) or ${holds(sql`concat_ws(' ', g.goal, g.outcome)`, questionOf(q))})`
}

const schoolOf = ({ posts }: PairRow) => [...new Set(posts.map(({ organisation }) => organisation))].join('; ')

type Loaded = { readonly wordOf: (code: string) => string; readonly silence: number }
const columnsOf = ({ territory, today }: Ctx, { wordOf, silence }: Loaded, withSite: boolean): Column<PairRow>[] => [
  opens(
    'Пара',
    (row) => `${row.mentor} — ${row.mentee}`,
    (row) => paths.pair({ territory: territory.code, pair: row.id }),
    (row) => (withSite ? row.siteName : schoolOf(row)),
  ),
  text('Площадка', (row) => row.siteName, inFile),
  text('Кто ведёт', (row) => row.mentor, inFile),
  text('Роль', (row) => wordOf(row.role), inFile),
  text('С кем', (row) => row.mentee, inFile),
  text('Организация', schoolOf, inFile),
  text('Цель', (row) => row.goal),
  state('Состояние', (row) => tagOf(row, today, silence)),
  number('Встреч', (row) => row.meetings),
  text('Время', (row) => (row.minutes === 0 ? '' : minutesWords(row.minutes))),
  number('Минут', (row) => row.minutes, inFile),
  onPage('Срок', (row) => nb(shortPeriod({ from: row.startsOn, to: row.closedOn ?? row.endsOn }))),
  day('Первый день', (row) => row.startsOn, inFile),
  day('Последний день', (row) => row.closedOn ?? row.endsOn, inFile),
  text('Что получилось', (row) => row.outcome ?? '', inFile),
]

const common = {
  nouns: ['пара', 'пары', 'пар'] as const,
  search: 'Фамилия, цель или итог',
  filters: { show: which },
}

/** Where no regulation speaks of mentoring: says so instead of an empty list. */
const noPairs = ({ territory }: Ctx, back: LinkItem): Page =>
  absent({
    ...{ title: 'Наставничество', section: 'pairs', back, picture: 'two' },
    says: 'Наставнических пар здесь нет',
    why: 'Положение этой территории о наставничестве не говорит, и методический центр его не включил.',
    actions: <ButtonLink href={links.regulation({ territory: territory.code })}>Открыть Положение</ButtonLink>,
  })

const sitesLink = ({ territory }: Ctx) => ({ href: links.sites({ territory: territory.code }), label: 'Площадки' })

/** Pairs that a person may know of: an office all, a site its own, the two theirs. (L-O42) */
export const pairList = list({
  ...common,
  path: paths.pairs,
  permits: 'pair.listOwn',
  title: 'Наставничество',
  section: 'pairs',
  load: async ({ tx, ctx }) => {
    const [all, silence] = await Promise.all([regulationsInForce(tx, ctx), settingOf(tx, ctx, settings.pairSilence)])
    return { silence, wordOf: (code: string) => roleWordOfAll(all, code) }
  },
  name: ({ ctx }, { show }) => `pairs-${ctx.territory.code}-${show}`,
  rows: ({ tx, ctx, loaded }, { show, q }) =>
    pairsBy(tx, ctx, sql`${seenBy(ctx)} and ${part(ctx, show, loaded.silence)} and ${asked(q)}`),
  columns: ({ ctx, loaded }) => columnsOf(ctx, loaded, true),
  empty: ({ where: { ctx } }) => ({
    picture: 'two',
    title: 'Таких пар нет',
    text: 'Пару предлагает руководитель площадки на её странице, или педагог сам просит наставника.',
    action: { ...sitesLink(ctx), label: 'Открыть площадки' },
  }),
  absent: async ({ ctx, tx }) =>
    (await pairsInTerritory(tx, ctx)) || (await pairsBy(tx, ctx, seenBy(ctx)).count(1)) > 0 ? null : noPairs(ctx, sitesLink(ctx)),
  intro: 'Наставнические пары площадок: кто кого ведёт, ради чего, до какого дня и что получилось.',
  way: ({ ctx }) => [sitesLink(ctx)],
})

/** The pairs of one site. */
export const sitePairs = list({
  ...common,
  path: paths.sitePairs,
  permits: 'pair.list',
  sees: 'site.view',
  subject: theSite.subjectFor('pair.list'),
  title: 'Наставнические пары площадки',
  section: 'pairs',
  load: async ({ tx, ctx, params: { site } }) => {
    const id = asId<SiteId>(site)
    const [name, standing, all, silence] = await Promise.all([
      siteNameOf(tx, ctx, site),
      id && standingSite(tx, ctx, id),
      regulationsInForce(tx, ctx),
      settingOf(tx, ctx, settings.pairSilence),
    ])
    const subject = { territoryId: ctx.territory.id, ...(id && { siteId: id }) }
    const isOn = standing ? (await pairsAt(tx, ctx, standing.regulation)).on : false
    const isOpen = standing ? siteIsOpen(standing.standing, ctx.today).ok : false
    return {
      ...{ name, silence },
      wordOf: (code: string) => roleWordOfAll(all, code),
      proposes: isOn && isOpen && may(ctx, 'pair.propose', subject),
    }
  },
  name: ({ ctx }, { show }) => `site-pairs-${ctx.territory.code}-${show}`,
  rows: ({ tx, ctx, params, loaded }, { show, q }) =>
    pairsBy(tx, ctx, sql`g.site_id = ${params.site} and ${part(ctx, show, loaded.silence)} and ${asked(q)}`),
  columns: ({ ctx, loaded }) => columnsOf(ctx, loaded, false),
  empty: ({ where: { ctx, params, loaded } }) => ({
    picture: 'two',
    title: 'Таких пар нет',
    text: 'В паре опытный педагог помогает одному человеку достичь одной цели.',
    ...(loaded.proposes && {
      action: { href: paths.newPair({ territory: ctx.territory.code, site: params.site }), label: 'Предложить пару' },
    }),
  }),
  absent: async ({ ctx, tx, params: { site } }) => {
    const id = asId<SiteId>(site)
    const standing = id && (await standingSite(tx, ctx, id))
    const isOn = standing && (await pairsAt(tx, ctx, standing.regulation)).on
    if (isOn || (await pairsBy(tx, ctx, sql`g.site_id = ${site}`).count(1)) > 0) return null
    const href = links.site({ territory: ctx.territory.code, site })
    return noPairs(ctx, { href, label: standing ? standing.name : 'Площадка' })
  },
  tools: ({ where: { ctx, params, loaded } }) =>
    loaded.proposes
      ? [
          {
            href: paths.newPair({ territory: ctx.territory.code, site: params.site }),
            label: 'Предложить пару',
            icon: 'draft' as const,
          },
        ]
      : [],
  intro: 'Кто кого ведёт, ради чего, до какого дня и что получилось.',
  way: ({ ctx, params, loaded }) => [
    { href: links.site({ territory: ctx.territory.code, site: params.site }), label: loaded.name },
  ],
})
