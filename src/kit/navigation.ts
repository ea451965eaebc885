import type { Ctx } from '../authz/ctx.ts'
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
  readonly href: (to: { territory: string }, ctx: Ctx, regulations: readonly StoredRegulation[]) => string | null
}
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

/** The rows of the working navigation for this person; the current one is that of the page. */
export function workLinks(
  all: readonly Navigation[],
  ctx: Ctx,
  regulations: readonly StoredRegulation[],
  current?: Section,
): LinkItem[] {
  return inOrder(all.map(({ work }) => work)).flatMap(({ section, label, href }) => {
    const to = href({ territory: ctx.territory.code }, ctx, regulations)
    return to === null
      ? []
      : [{ label: typeof label === 'function' ? label(ctx, regulations) : label, href: to, current: section === current }]
  })
}

/** The rows of the public navigation. */
export const publicLinks = (all: readonly Navigation[], current?: Section): LinkItem[] =>
  inOrder(all.map(({ open }) => open)).map(({ section, label, href }) => ({ label, href, current: section === current }))

/** The links under every page. */
export const footerLinks = (all: readonly Navigation[]): LinkItem[] =>
  inOrder(all.map(({ footer }) => footer)).map(({ label, href }) => ({ label, href }))
