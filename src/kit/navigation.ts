import type { Ctx } from '../authz/ctx.ts'
import type { Role } from '../authz/roles.ts'
import type { StoredRegulation } from '../regulation/stored.ts'
import type { LinkItem } from '../ui/content.ts'
import type { Section } from '../web/paths.ts'

/** A row of a navigation. Rows of all modules stand in the order of their places. */
type Row = { readonly place: number; readonly label: string }
/** A row that may be called otherwise in another territory. */
type NamedHere = Omit<Row, 'label'> & {
  readonly label: string | ((ctx: Ctx, regulations: readonly StoredRegulation[]) => string)
}
/** Null where the person, or what the territory lives by, has no use for it. */
export type WorkRow = NamedHere & {
  readonly section: Section
  /** Whose own work it is; absent: everybody's. Others find it behind «Ещё». */
  readonly workOf?: readonly Role[]
  readonly href: (to: { territory: string }, ctx: Ctx, regulations: readonly StoredRegulation[], chosen: Chosen) => string | null
}
/** What the territory has chosen among what the product sets by itself, by the keys of settings. */
export type Chosen = Readonly<Record<string, unknown>>
export type PublicRow = Row & { readonly section: Section; readonly href: string }
export type FooterRow = Row & { readonly href: string }

/** What a module adds to the navigations of the program. */
export type Navigation = {
  readonly work?: readonly WorkRow[]
  readonly open?: readonly PublicRow[]
  readonly footer?: readonly FooterRow[]
}

const inOrder = <R extends Pick<Row, 'place'>>(rows: readonly (readonly R[] | undefined)[]): R[] =>
  rows.flatMap((own) => own ?? []).sort((a, b) => a.place - b.place)

/** So many sections stand in the row; the rest is one press away. */
const mostShown = 7
type OwnLink = LinkItem & { readonly own: boolean }
export type Links = { readonly shown: readonly LinkItem[]; readonly rest: readonly LinkItem[] }

/** The rows of the working navigation for this person; the current one is that of the page. */
export function workLinks(
  all: readonly Navigation[],
  ctx: Ctx,
  regulations: readonly StoredRegulation[],
  current?: Section,
  chosen: Chosen = {},
): Links {
  const links = inOrder(all.map(({ work }) => work)).flatMap(({ section, label, href, workOf }): OwnLink[] => {
    const to = href({ territory: ctx.territory.code }, ctx, regulations, chosen)
    const said = typeof label === 'function' ? label(ctx, regulations) : label
    const own = workOf === undefined || workOf.some((role) => ctx.actor.roles.includes(role))
    return to === null ? [] : [{ label: said, href: to, current: section === current, own }]
  })
  return ownFirst(links)
}

/** A person's own work stands in the row, with where they are now. */
export function ownFirst(links: readonly OwnLink[]): Links {
  if (links.length <= mostShown) return { shown: links, rest: [] }
  const here = links.filter(({ current, own }, at) => current && !(own && ownBefore(links, at) < mostShown))
  const own = links.filter((link) => link.own && !here.includes(link)).slice(0, mostShown - here.length)
  const shown = links.filter((link) => own.includes(link) || here.includes(link))
  return { shown, rest: links.filter((link) => !shown.includes(link)) }
}

const ownBefore = (links: readonly OwnLink[], at: number) => links.slice(0, at).filter(({ own }) => own).length

/** The rows of the public navigation. */
export const publicLinks = (all: readonly Navigation[], current?: Section): LinkItem[] =>
  inOrder(all.map(({ open }) => open)).map(({ section, label, href }) => ({ label, href, current: section === current }))

/** The links under every page. */
export const footerLinks = (all: readonly Navigation[]): LinkItem[] =>
  inOrder(all.map(({ footer }) => footer)).map(({ label, href }) => ({ label, href }))
