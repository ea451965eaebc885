import { type RawBuilder, sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import { holds, questionOf } from '../../db/words.ts'
import { shortPeriod } from '../../kernel/dates.ts'
import { asId } from '../../kernel/ids.ts'
import type { SiteId } from '../../kernel/types.ts'
import { absent } from '../../kit/absent.tsx'
import { type Column, day, inFile, number, onPage, opens, state, text } from '../../kit/list/columns.tsx'
import { alwaysOne } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { workingGroups } from '../../regulation/people/questions.ts'
import { directionLabel, directionsOfAll } from '../../regulation/work/questions.ts'
import { type LinkItem, nb } from '../../ui/content.ts'
import { ButtonLink } from '../../ui/frame.ts'
import { paths as links } from '../../web/paths.ts'
import type { Page } from '../../web/route.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { siteNameOf } from '../sites/people-queries.ts'
import { theSite } from '../sites/site-queries.ts'
import { standingSite } from '../sites/standing-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { paths } from './paths.ts'
import { type GroupRow, groupsBy, worksIn } from './queries.ts'
import { tagOf } from './texts.ts'

const shown = { now: 'Работают', done: 'Закончили', all: 'Все' } as const
const which = alwaysOne(['now', 'done', 'all'], shown, { label: 'Показать', usual: 'now', look: 'links' })
const parts: Readonly<Record<keyof typeof shown, RawBuilder<unknown>>> = {
  now: sql`g.state = 'atWork'`,
  done: sql`g.state = 'closed'`,
  all: sql`true`,
}
const asked = (q: string | null) =>
  q === null ? sql`true` : holds(sql`concat_ws(' ', g.theme, g.task, g.result)`, questionOf(q))

const columnsOf = ({ territory, today }: Ctx, labelOf: (code: string) => string, withSite: boolean): Column<GroupRow>[] => [
  opens(
    'Тема',
    (row) => row.theme,
    (row) => paths.group({ territory: territory.code, group: row.id }),
    (row) => withSite && row.siteName,
  ),
  text('Площадка', (row) => row.siteName, inFile),
  text('Направление', (row) => (row.direction === null ? '' : labelOf(row.direction)), inFile),
  state('Состояние', (row) => tagOf(row, today)),
  text('Руководит', (row) => row.leader),
  number('Участников', (row) => row.people),
  onPage('Срок', (row) => nb(shortPeriod({ from: row.startsOn, to: row.closedOn ?? row.endsOn }))),
  day('Первый день', (row) => row.startsOn, inFile),
  day('Последний день', (row) => row.closedOn ?? row.endsOn, inFile),
  text('Что получилось', (row) => row.result ?? '', inFile),
]

const common = {
  nouns: ['группа', 'группы', 'групп'] as const,
  search: 'Тема или результат',
  filters: { show: which },
}

/** Where no regulation knows such groups: says so instead of an empty list. */
const noGroups = ({ territory }: Ctx, back: LinkItem): Page =>
  absent({
    ...{ title: 'Рабочие группы', section: 'groups', back, picture: 'two' },
    says: 'Рабочих групп здесь не создают',
    why: 'Положение этой территории временных рабочих групп на площадках не предусматривает.',
    actions: <ButtonLink href={links.regulation({ territory: territory.code })}>Открыть Положение</ButtonLink>,
  })

const sitesLink = ({ territory }: Ctx) => ({ href: links.sites({ territory: territory.code }), label: 'Площадки' })

/** Groups that a person may know of: an office all, a site its own, a member theirs. (L-31g) */
export const groupList = list({
  ...common,
  path: paths.groups,
  permits: 'group.listOwn',
  title: 'Рабочие группы',
  section: 'groups',
  load: async ({ tx, ctx }) => {
    const all = await regulationsInForce(tx, ctx)
    const directions = directionsOfAll(all)
    return { labelOf: (code: string) => directions.find((one) => one.code === code)?.label ?? code }
  },
  name: ({ ctx }, { show }) => `groups-${ctx.territory.code}-${show}`,
  rows: ({ tx, ctx }, { show, q }) => groupsBy(tx, ctx, sql`${seenBy(ctx)} and ${parts[show]} and ${asked(q)}`),
  columns: ({ ctx, loaded }) => columnsOf(ctx, loaded.labelOf, true),
  empty: ({ where: { ctx } }) => ({
    picture: 'two',
    title: 'Рабочих групп пока нет',
    text: 'Группу создаёт руководитель площадки на её странице.',
    action: { ...sitesLink(ctx), label: 'Открыть площадки' },
  }),
  absent: async ({ ctx, tx }) =>
    (await regulationsInForce(tx, ctx)).some(({ regulation }) => workingGroups(regulation).value !== null) ||
    (await groupsBy(tx, ctx, seenBy(ctx)).count(1)) > 0
      ? null
      : noGroups(ctx, sitesLink(ctx)),
  intro: 'Временные рабочие группы площадок: кто в них работает, до какого дня и что получилось.',
  way: ({ ctx }) => [sitesLink(ctx)],
})

/** Of everybody's only who works in an office knows; others of those of their sites and of those they work in. */
function seenBy(ctx: Ctx): RawBuilder<unknown> {
  if (may(ctx, 'group.listAll')) return sql`true`
  const { headsSites, staffOfSites, coordinatesSites, personId } = ctx.actor
  const own = [...headsSites, ...staffOfSites, ...coordinatesSites]
  return sql`(g.site_id = any(${own}::uuid[]) or ${worksIn(ctx, personId)})`
}

/** The groups of one site. */
export const siteGroups = list({
  ...common,
  path: paths.siteGroups,
  permits: 'group.list',
  sees: 'site.view',
  subject: theSite.subjectFor('group.list'),
  title: 'Рабочие группы площадки',
  section: 'groups',
  load: async ({ tx, ctx, params: { site } }) => {
    const id = asId<SiteId>(site)
    const [name, standing] = await Promise.all([siteNameOf(tx, ctx, site), id && standingSite(tx, ctx, id)])
    const subject = { territoryId: ctx.territory.id, ...(id && { siteId: id }) }
    return {
      name,
      labelOf: (code: string) => (standing ? directionLabel(standing.regulation, code) : code),
      forms: standing ? siteIsOpen(standing.standing, ctx.today).ok && may(ctx, 'group.form', subject) : false,
    }
  },
  name: ({ ctx }, { show }) => `site-groups-${ctx.territory.code}-${show}`,
  rows: ({ tx, ctx, params }, { show, q }) =>
    groupsBy(tx, ctx, sql`g.site_id = ${params.site} and ${parts[show]} and ${asked(q)}`),
  columns: ({ ctx, loaded }) => columnsOf(ctx, loaded.labelOf, false),
  empty: ({ where: { ctx, params, loaded } }) => ({
    picture: 'two',
    title: 'Рабочих групп пока нет',
    text: 'Группа собирается на время, чтобы вместе сделать одно дело: памятку, сценарии, рекомендации.',
    ...(loaded.forms && {
      action: { href: paths.newGroup({ territory: ctx.territory.code, site: params.site }), label: 'Создать группу' },
    }),
  }),
  absent: async ({ ctx, tx, params: { site } }) => {
    const id = asId<SiteId>(site)
    const standing = id && (await standingSite(tx, ctx, id))
    const isAsked = standing && workingGroups(standing.regulation).value !== null
    if (isAsked || (await groupsBy(tx, ctx, sql`g.site_id = ${site}`).count(1)) > 0) return null
    return noGroups(ctx, {
      href: links.site({ territory: ctx.territory.code, site }),
      label: standing ? standing.name : 'Площадка',
    })
  },
  tools: ({ where: { ctx, params, loaded } }) =>
    loaded.forms
      ? [
          {
            href: paths.newGroup({ territory: ctx.territory.code, site: params.site }),
            label: 'Создать группу',
            icon: 'draft' as const,
          },
        ]
      : [],
  intro: 'Кто в группах работает, до какого дня и что получилось.',
  way: ({ ctx, params, loaded }) => [
    { href: links.site({ territory: ctx.territory.code, site: params.site }), label: loaded.name },
  ],
})
