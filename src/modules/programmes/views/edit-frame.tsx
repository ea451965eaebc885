import type { ComponentChildren } from 'preact'
import type { Territory } from '../../../authz/ctx.ts'
import type { Basis } from '../../../regulation/cite.ts'
import type { ProgrammePart } from '../../../regulation/kinds.ts'
import { nb } from '../../../ui/content.ts'
import type { FormState } from '../../../ui/fields.ts'
import { Breadcrumbs, Conflict, ErrorSummary, Inset, PageHead, SubNavigation } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import type { ProgrammeOnPage } from '../sheet.ts'
import { namedParts } from '../wording.ts'
import { ownerLink } from './owner-link.ts'
import { Remarks } from './remarks.tsx'

export type EditProps = {
  territory: Pick<Territory, 'code'>
  sheet: ProgrammeOnPage
  form: FormState
  /** Someone saved the same part meanwhile: both texts. */
  conflict: { readonly what: string; readonly fields: readonly { label: string; yours: string; theirs: string }[] } | null
}

type FrameProps = EditProps & {
  part: ProgrammePart
  title: string
  placeOf?: (field: string) => string | undefined
  children: ComponentChildren
}

/** What every page of the editor has around its form: the way up, the parts, what is still missing. */
export function EditFrame({ territory, sheet, form, conflict, part, title, placeOf, children }: FrameProps) {
  const at = { territory: territory.code, programme: sheet.programme.id }
  return (
    <>
      <Breadcrumbs
        links={[ownerLink(territory.code, sheet.owner), { href: paths.programme(at), label: sheet.programme.title }]}
      />
      <ErrorSummary outcome="Не сохранено" form={form} placeOf={placeOf} />
      {conflict && <Conflict what={conflict.what} fields={conflict.fields} />}
      <PageHead title={title} />
      <SubNavigation
        label="Части программы"
        links={namedParts(sheet.regulation).map(({ code, name }) => ({
          href: paths.programmePart({ ...at, part: code }),
          label: name,
          current: code === part,
        }))}
      />
      <Remarks sheet={sheet} part={part} />
      <Lacks territory={territory} sheet={sheet} part={part} />
      {children}
    </>
  )
}

function Lacks({ territory, sheet, part }: Pick<FrameProps, 'territory' | 'sheet' | 'part'>) {
  const found = sheet.lacks.find((one) => one.part === part)
  if (!found || found.missing.length === 0) return null
  return (
    <Inset>
      <p>
        Чего не хватает по Положению: <Ground territory={territory} basis={found.basis} />
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
export const Ground = ({ territory, basis }: { territory: Pick<Territory, 'code'>; basis: Basis }) => (
  <a class="pl-clause" href={clauseHref(territory.code, basis.clause)}>
    {nb(basis.text)}
  </a>
)
