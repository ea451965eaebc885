import type { Ctx } from '../authz/ctx.ts'
import { lastChangeBy } from '../history/last-change.ts'
import type { LinkItem } from '../ui/content.ts'
import type { FoundRows } from '../ui/fields.ts'
import type { Section } from '../web/paths.ts'
import { seeOther } from '../web/route.ts'
import type { Movable, Offer } from './deed-types.ts'
import type { Option } from './form/fields.ts'
import { type Clash, FormFields, FormPage } from './form/view.tsx'
import { type At, filled, type ThingPage } from './thing.ts'

type DeedPageSpec<Open> = {
  readonly section: Section
  readonly title: string
  readonly more: (opened: Open) => string
  /** The way back, as far as the page of the thing. */
  readonly way: (ctx: Ctx, opened: Open) => readonly LinkItem[]
  /** What the summary of errors says came of it: «Договор не сохранён». */
  readonly outcome: string
  /** Reads before who it was: «договор изменил другой человек». */
  readonly changed: string
  /** Buttons by the intent each sends, the usual one first. */
  readonly buttons: Readonly<Record<string, string>>
  readonly leave: string
  /** Rows to choose from, by field. */
  readonly rows?: Readonly<Record<string, readonly Option[] | FoundRows>>
}

type Of<Param extends string> = { readonly param: Param; readonly home: At<Param> }

/** A page for the form of one deed: as the thing is stored, or as typed when it is shown again, with both texts when somebody was faster. */
export const deedPage =
  <Open extends Movable, Param extends string>(
    { param, home }: Of<Param>,
    deed: Offer<Open>,
    { section, title, more, way, outcome, changed, buttons, leave, rows }: DeedPageSpec<Open>,
  ): ThingPage<Open> =>
  async (opened, { ctx, tx, form, conflict }) => {
    const { id } = opened.one
    const back = filled(home, { territory: ctx.territory.code, [param]: id })
    if (!form && !deed.offered(ctx, opened)) return seeOther(back)
    const begins = deed.begins(ctx, opened)
    const clash: Clash | false = conflict && {
      of: deed.form,
      theirs: begins,
      what: `${changed}: ${(await lastChangeBy(tx, ctx, id)) ?? ''}`,
    }
    const body = (
      <FormPage
        {...{ title, outcome, form, wide: true, conflict: clash, version: deed.version(opened), button: buttons }}
        way={way(ctx, opened)}
        more={more(opened)}
        action={deed.address(ctx, opened)}
        leave={{ href: back, label: leave }}
      >
        <FormFields of={deed.form} form={form} begins={begins} hints={deed.hints(ctx, opened)} rows={rows} />
      </FormPage>
    )
    return { title, section, body }
  }
