import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../../authz/ctx.ts'
import { lastChangeBy } from '../../../history/last-change.ts'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import type { Basis } from '../../../regulation/cite.ts'
import { type LinkItem, nb } from '../../../ui/content.ts'
import type { FormState } from '../../../ui/fields.ts'
import { Conflict, Inset, PageFrame, SubNavigation } from '../../../ui/frame.ts'
import { paths, type Section } from '../../../web/paths.ts'
import { notFound, seeOther } from '../../../web/route.ts'
import { clauseHref } from '../../regulation/links.ts'
import type { OpenProgramme, Owner } from '../case.ts'
import type { Part } from '../model.ts'
import { sidesOf, type WrittenPart } from '../part-values.ts'
import { type ProgrammeOnPage, programmeSheet } from '../sheet.ts'
import { namedParts } from '../wording.ts'
import { Remarks } from './remarks.tsx'

export const atProgramme = (ctx: Pick<Ctx, 'territory'>, { one }: Pick<OpenProgramme, 'one'>) => ({
  territory: ctx.territory.code,
  programme: one.id,
})

/** The page of the site or the application a programme belongs to. */
export const ownerLink = ({ territory: { code } }: Pick<Ctx, 'territory'>, owner: Owner): LinkItem => {
  const { siteId, applicationId, title: label } = owner
  const href = siteId
    ? paths.siteProgrammes({ territory: code, site: siteId })
    : paths.application({ territory: code, application: applicationId ?? '' })
  return { href, label }
}

/** The way to what stands on a page of its own. */
export const wayTo = (ctx: Pick<Ctx, 'territory'>, opened: OpenProgramme): LinkItem[] => [
  ownerLink(ctx, opened.owner),
  { href: paths.programme(atProgramme(ctx, opened)), label: opened.one.title },
]

export const sectionOf = ({ kind }: Owner): Section => (kind === 'site' ? 'sites' : 'applications')

type Shown = { readonly title: string; readonly body: preact.JSX.Element }

/** A page for whoever writes the draft; what is only read is led to the programme itself. */
export const draftPage =
  (show: (sheet: ProgrammeOnPage, request: ThingRequest) => Shown | null | Promise<Shown | null>): ThingPage<OpenProgramme> =>
  async (opened, request) => {
    const sheet = await programmeSheet(request.tx, request.ctx, opened)
    if (!sheet?.canWrite) return seeOther(paths.programme(atProgramme(request.ctx, opened)))
    const shown = await show(sheet, request)
    return shown === null
      ? notFound
      : { title: `${shown.title}: ${opened.one.title}`, section: sectionOf(opened.owner), body: shown.body }
  }

export type EditProps = {
  readonly ctx: Ctx
  readonly sheet: ProgrammeOnPage
  readonly form: FormState
  /** Someone saved the same part meanwhile: both texts. */
  readonly conflict: {
    readonly what: string
    readonly fields: readonly { label: string; yours: string; theirs: string }[]
  } | null
}

/** What the fields hold: the person's text while a form is shown again, else what is stored. */
export async function editing(
  sheet: ProgrammeOnPage,
  { ctx, tx, form, conflict }: ThingRequest,
  kind: WrittenPart | 'topic',
  stored: FormState['values'],
): Promise<EditProps> {
  if (!form || !conflict) return { ctx, sheet, form: form ?? { values: stored, errors: [] }, conflict: null }
  const person = await lastChangeBy(tx, ctx, sheet.one.id)
  const around = { regulation: sheet.owner.regulation, content: sheet.content }
  const what = person ? `программу сохранил другой человек: ${person}` : 'программу сохранил другой человек'
  return { ctx, sheet, form, conflict: { what, fields: sidesOf(kind, form.values, stored, around) } }
}

type FrameProps = EditProps & {
  part: Part
  title: string
  placeOf?: (field: string) => string | undefined
  children: ComponentChildren
}

/** What every page of the editor has around its form: the way up, the parts, what is still missing. */
export const EditFrame = ({ ctx, sheet, form, conflict, part, title, placeOf, children }: FrameProps) => (
  <PageFrame
    {...{ title, form, placeOf }}
    way={wayTo(ctx, sheet)}
    outcome="Не сохранено"
    before={conflict && <Conflict what={conflict.what} fields={conflict.fields} />}
  >
    <SubNavigation
      label="Части программы"
      links={namedParts(sheet.owner.regulation).map(({ code, name }) => ({
        href: paths.programmePart({ ...atProgramme(ctx, sheet), part: code }),
        label: name,
        current: code === part,
      }))}
    />
    <Remarks sheet={sheet} part={part} />
    <Lacks {...{ ctx, sheet, part }} />
    {children}
  </PageFrame>
)

function Lacks({ ctx, sheet, part }: Pick<FrameProps, 'ctx' | 'sheet' | 'part'>) {
  const found = sheet.lacks.find((one) => one.part === part)
  if (!found || found.missing.length === 0) return null
  return (
    <Inset>
      <p>
        Чего не хватает по Положению: <Ground ctx={ctx} basis={found.basis} />
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {found.missing.map((sentence) => (
          <li>{nb(sentence)}</li>
        ))}
      </ul>
    </Inset>
  )
}

/** The clause a demand comes from, as an official refers to it. */
export const Ground = ({ ctx, basis }: { ctx: Pick<Ctx, 'territory'>; basis: Basis }) => (
  <a class="pl-clause" href={clauseHref(ctx.territory.code, basis.clause)}>
    {nb(basis.text)}
  </a>
)
