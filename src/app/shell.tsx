import { sql } from 'kysely'
import type { ComponentChildren } from 'preact'
import { type Ctx, may } from '../authz/ctx.ts'
import { installation } from '../authz/installation.ts'
import { isAdministrator } from '../db/administrators.ts'
import { once } from '../db/once.ts'
import { oneRow } from '../db/one-row.ts'
import type { Tx } from '../db/pool.ts'
import { localTime } from '../kernel/clock.ts'
import { longDate } from '../kernel/dates.ts'
import { counted } from '../kernel/plural.ts'
import type { Day } from '../kernel/types.ts'
import { navigations } from '../kit/install.ts'
import { type Chosen, footerLinks, publicLinks, workLinks } from '../kit/navigation.ts'
import { unread } from '../modules/notices/queries.ts'
import { regulationsInForce } from '../modules/regulation/queries.ts'
import { chosenOf } from '../modules/settings/queries.ts'
import { waitingFor } from '../modules/tasks/queries.ts'
import { countOf } from '../modules/tasks/rules.ts'
import { act } from '../regulation/acts.ts'
import type { StoredRegulation } from '../regulation/stored.ts'
import { pageAssets } from '../ui/assets.ts'
import { ErrorPage, errorTitle } from '../ui/error-page.tsx'
import type { HeaderProps } from '../ui/header-parts.tsx'
import { renderPage } from '../ui/render-page.tsx'
import type { SessionEnd } from '../ui/session-line.tsx'
import { visionOf } from '../ui/vision.ts'
import type { Around, Shell } from '../web/deps.ts'
import { paths, type Section } from '../web/paths.ts'
import { type Switch, switcherOf } from '../web/territories.ts'

type OfHeader = { readonly unread: number; readonly territories: readonly Switch[]; readonly keepsAll: boolean }

/** All that the layout asks the database, in any page once. */
const askedByLayout = (tx: Tx, ctx: Ctx) =>
  once(tx, 'layout', () => Promise.all([headerOf(tx, ctx), waitingFor(tx, ctx), regulationsInForce(tx, ctx), chosenOf(tx, ctx)]))

/** All that the header says of the person, but for what waits. */
async function headerOf(tx: Tx, ctx: Ctx): Promise<OfHeader> {
  const { accountId } = ctx.actor
  return oneRow(
    tx,
    sql<OfHeader>`select ${unread(ctx)} as unread, ${switcherOf(accountId)} as territories, ${isAdministrator(accountId)} as keeps_all`,
  )
}

/** The layout of every page of the program. */
export const shell: Shell = {
  prepare: async (tx, ctx) => (isInstallation(ctx) ? null : askedByLayout(tx, ctx)),

  async territoryPage(tx, ctx, page, around) {
    if (isInstallation(ctx))
      return frame({
        title: page.title,
        failed: (page.status ?? 200) >= 400,
        around,
        session: sessionOf(ctx, around),
        header: installationHeader(ctx, page.section),
        children: page.body,
      })
    const [{ unread, territories, keepsAll }, tasks, regulations, { chosen }] = await askedByLayout(tx, ctx)
    return frame({
      title: page.title,
      failed: (page.status ?? 200) >= 400,
      around,
      clock: clockOf(ctx),
      session: sessionOf(ctx, around),
      today: ctx.today,
      header: {
        ...workHeader(ctx, regulations, page.section, { territories, unread, keepsAll }, chosen),
        tasks: { href: paths.tasks({ territory: ctx.territory.code }), count: countOf(tasks) },
      },
      children: page.body,
    })
  },

  publicPage(visitor, page, around) {
    const header: Omit<HeaderProps, 'vision' | 'path'> = {
      kind: 'public',
      home: paths.register({}),
      sections: publicLinks(navigations(), page.section),
      ...(visitor.session ? { tasks: { href: paths.myTerritories({}), count: 0 } } : { signIn: paths.signIn({}) }),
    }
    return frame({ title: page.title, around, header, children: page.body })
  },

  errorPage(status, around, { ctx, sentences, reference, typed }) {
    const header: Omit<HeaderProps, 'vision' | 'path'> = ctx
      ? isInstallation(ctx)
        ? installationHeader(ctx)
        : workHeader(ctx, [], undefined, { territories: [], unread: 0, keepsAll: false })
      : { kind: 'public', home: paths.register({}), sections: publicLinks(navigations()) }
    const ways =
      ctx && !isInstallation(ctx)
        ? [
            { label: 'К моим делам', href: paths.tasks({ territory: ctx.territory.code }) },
            { label: 'Площадки', href: paths.sites({ territory: ctx.territory.code }) },
          ]
        : [
            { label: 'К реестру площадок', href: paths.register({}) },
            { label: 'Мои дела', href: paths.myTerritories({}) },
          ]
    const who = ctx && status === 403 ? `Вы вошли как ${ctx.actor.name}` : undefined
    return frame({
      title: errorTitle(status, sentences),
      around,
      header,
      children: <ErrorPage status={status} sentences={sentences} who={who} reference={reference} typed={typed} ways={ways} />,
    })
  },
}

type Frame = {
  title: string
  failed?: boolean
  around: Around
  clock?: { today: string; action: string }
  session?: SessionEnd | null
  today?: Day | undefined
  header: Omit<HeaderProps, 'vision' | 'path'>
  children: ComponentChildren
}

function frame({ title, failed, around, clock, session, today, header, children }: Frame): string {
  const { address, cookies, formKey, notice, noticeWaits, sentVersion, isDemonstration } = around
  return renderPage({
    ...header,
    title,
    failed,
    notice,
    noticeWaits,
    clock,
    isSample: isDemonstration,
    session,
    today,
    formKey,
    sentVersion,
    footer: footerLinks(navigations()),
    assets: pageAssets(),
    vision: visionOf(cookies),
    path: address,
    children,
  })
}

const sessionOf = ({ territory }: Ctx, { sessionEndsAt }: Around): SessionEnd | null =>
  sessionEndsAt
    ? {
        at: sessionEndsAt.toISOString(),
        time: localTime(sessionEndsAt, territory.timeZone).time.slice(0, 5),
        address: paths.session({}),
      }
    : null

const clockOf = (ctx: Ctx) =>
  ctx.territory.demoToday
    ? { today: longDate(ctx.territory.demoToday), action: paths.clock({ territory: ctx.territory.code }) }
    : undefined

const isInstallation = ({ territory }: Ctx) => territory.id === installation.id

/** Above pages of the installation: what is done in it, and nothing of any territory. */
const installationHeader = ({ actor }: Ctx, section?: Section): Omit<HeaderProps, 'vision' | 'path'> => ({
  kind: 'work',
  home: paths.installation({}),
  sections: [
    { label: 'Территории установки', href: paths.installation({}), current: section === 'installation' },
    { label: 'История установки', href: paths.installationHistory({}), current: section === 'installationHistory' },
  ],
  person: {
    name: actor.name,
    links: [
      { label: 'Мои территории', href: paths.myTerritories({}) },
      { label: 'Пароль и входы', href: paths.access({}) },
      { label: 'Публичный реестр', href: paths.register({}) },
    ],
    signOut: paths.signOut({}),
  },
})

function workHeader(
  ctx: Ctx,
  regulations: readonly StoredRegulation[],
  section: Section | undefined,
  { territories, unread, keepsAll }: OfHeader,
  chosen: Chosen = {},
): Omit<HeaderProps, 'vision' | 'path'> {
  const to = { territory: ctx.territory.code }
  const { shown, rest } = workLinks(navigations(), ctx, regulations, section, chosen)
  return {
    kind: 'work',
    home: paths.tasks(to),
    sections: shown,
    otherSections: rest,
    territory: ctx.territory.shortName,
    territories: territories.map(({ id, code, shortName }) => ({
      label: shortName,
      href: paths.tasks({ territory: code }),
      current: id === ctx.territory.id,
    })),
    search: { action: paths.search(to), label: `Площадка, человек, ${act(ctx).nominative}` },
    person: {
      name: ctx.actor.name,
      links: [
        { label: 'Мои данные', href: paths.person({ ...to, person: ctx.actor.personId }) },
        { label: 'Пароль и входы', href: paths.access({}) },
        {
          label: unread === 0 ? 'Уведомления' : `Уведомления: ${counted(unread, 'новое', 'новых', 'новых')}`,
          href: paths.notices(to),
        },
        ...(may(ctx, 'history.view') ? [{ label: 'История территории', href: paths.history(to) }] : []),
        ...(keepsAll ? [{ label: 'Территории установки', href: paths.installation({}) }] : []),
        { label: 'Публичный реестр', href: paths.register({}) },
      ],
      signOut: paths.signOut({}),
    },
  }
}
