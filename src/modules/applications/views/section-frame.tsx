import type { ComponentChildren } from 'preact'
import type { Territory } from '../../../authz/ctx.ts'
import type { Basis } from '../../../regulation/cite.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { DraftState, type FormState, valueOf } from '../../../ui/fields.ts'
import { Breadcrumbs, ButtonGroup, Conflict, ErrorSummary, Notice, PageHead, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import type { Application } from '../model.ts'
import type { Remark } from '../operator/model.ts'
import type { PartSave } from '../section-queries.ts'
import { momentOf, wayTo } from '../wording.ts'

/** What every page of a question is given. */
export type SectionProps = {
  readonly territory: Pick<Territory, 'code' | 'timeZone'>
  readonly app: Application
  readonly save: PartSave
  /** Remarks of the operator at this section, while the application is being revised. */
  readonly remarks: readonly Remark[]
  readonly form: FormState | null
  /** Somebody else has saved the same part meanwhile. */
  readonly conflict: boolean
}

type FrameProps = SectionProps & {
  title: string
  more?: ComponentChildren
  basis: Basis | null
  /** Fields of a conflict: their names, labels and what is stored now. */
  compared: readonly { readonly name: string; readonly label: string; readonly stored: string }[]
  children: ComponentChildren
}

/** A page of one question: way back, what went wrong, remarks, both texts of a conflict. */
export function SectionFrame(props: FrameProps) {
  const { territory, app, save, remarks, form, conflict, title, more, basis, compared, children } = props
  return (
    <>
      <Breadcrumbs links={wayTo(territory.code, app)} />
      {!conflict && <ErrorSummary outcome="Не сохранено" form={form} />}
      {conflict && (
        <Conflict
          what={`этот раздел уже сохранили: ${save.by ?? ''}`}
          fields={compared.map(({ name, label, stored }) => ({ label, yours: valueOf(form, name), theirs: stored }))}
        />
      )}
      <PageHead
        title={title}
        more={
          <>
            {more} {basis && <BasisLink territory={territory.code} basis={basis} />}
          </>
        }
      />
      {remarks.length > 0 && (
        <Notice tone="late" title="Замечания к этому разделу">
          {remarks.map(({ text, madeByName }) => (
            <p class="pl-pre">{nb(`${text} (${madeByName})`)}</p>
          ))}
        </Notice>
      )}
      {children}
    </>
  )
}

/** The clause a rule comes from, in its own words. */
export const BasisLink = ({ territory, basis }: { territory: string; basis: Basis }) => (
  <a class="pl-clause" href={clauseHref(territory, basis.clause)}>
    {nb(basis.text)}
  </a>
)

/** The buttons under a question: what is incomplete is kept too. */
export function SaveButtons({
  territory,
  app,
  save,
  auto,
}: Pick<SectionProps, 'territory' | 'app' | 'save'> & { auto?: boolean }) {
  const at = { territory: territory.code, application: app.id }
  return (
    <>
      <ButtonGroup>
        <SubmitButton>Сохранить и вернуться к заявке</SubmitButton>
        <TextLink href={paths.application(at)}>Вернуться, не сохраняя</TextLink>
      </ButtonGroup>
      <p class="pl-small pl-quiet">{auto ? <DraftState text={savedWords(territory, save)} /> : savedWords(territory, save)}</p>
    </>
  )
}

const savedWords = ({ timeZone }: SectionProps['territory'], { at, by }: PartSave): string =>
  at === null ? 'Можно сохранить и то, что не закончено' : `Сохранено ${momentOf(at, timeZone)}, ${by}`
