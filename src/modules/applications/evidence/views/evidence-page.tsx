import type { ComponentChildren } from 'preact'
import type { Territory } from '../../../../authz/ctx.ts'
import { capital } from '../../../../kernel/names.ts'
import type { eligibilityCriteria } from '../../../../regulation/application-questions.ts'
import type { Criterion } from '../../../../regulation/schema.ts'
import { type Column, nb, RowList, StateTag, Table, TextLink } from '../../../../ui/content.ts'
import { Form, type FormState } from '../../../../ui/fields.ts'
import { Breadcrumbs, ButtonLink, ErrorSummary, Notice, PageHead, Sheet, Stack, SubmitButton } from '../../../../ui/frame.ts'
import { paths } from '../../../../web/paths.ts'
import type { OfferedHead } from '../../head-queries.ts'
import type { Application } from '../../model.ts'
import type { Remark } from '../../operator/model.ts'
import { BasisLink } from '../../views/section-frame.tsx'
import { wayTo } from '../../wording.ts'
import type { Evidence } from '../model.ts'
import { atLeastOf, type Gap } from '../rules.ts'
import { fileSize } from '../wording.ts'
import { HeadRight } from './head-right.tsx'

export type EvidencePageProps = {
  territory: Pick<Territory, 'code'>
  app: Application
  /** What the regulation asks to be proved. */
  asks: ReturnType<typeof eligibilityCriteria>
  evidence: readonly Evidence[]
  gaps: readonly Gap[]
  remarks: readonly Remark[]
  head: OfferedHead | null
  mayEdit: boolean
  form: FormState | null
}

/** «Право на статус»: what the regulation asks an applicant to prove, and what proves it. (C-31, T-2, C-41) */
export function EvidencePage(props: EvidencePageProps) {
  const { territory, app, asks, remarks } = props
  const { base, further, furtherNeeded } = asks.value
  const at = { territory: territory.code, application: app.id }
  return (
    <>
      <Breadcrumbs links={wayTo(territory.code, app)} />
      <ErrorSummary outcome="Не сделано" form={props.form} />
      <PageHead
        title="Право на статус"
        more={
          <>
            Показатели задаёт {asks.basis && <BasisLink basis={asks.basis} territory={territory.code} />}
            {'. К каждому приложите то, что его доказывает'}
          </>
        }
      />
      <Stack>
        <Missing {...props} />
        {remarks.length > 0 && (
          <Notice tone="wait" title="Замечания к этому разделу">
            <RowList rows={remarks.map(({ text }) => nb(text))} />
          </Notice>
        )}
        {base.length > 0 && (
          <Sheet title="Обязательно">
            <Criteria {...props} criteria={base} />
          </Sheet>
        )}
        {further.length > 0 && (
          <Sheet title={`Кроме того, ${atLeastOf(furtherNeeded, further.length)}`}>
            <Criteria {...props} criteria={further} />
          </Sheet>
        )}
        <HeadRight territory={territory.code} application={app.id} head={props.head} mayEdit={props.mayEdit} />
        <div>
          <ButtonLink href={paths.application(at)}>Вернуться к заявке</ButtonLink>
        </div>
      </Stack>
    </>
  )
}

/** Said first: what is missing, with the clause, or that nothing is. */
function Missing({
  gaps,
  territory,
  asks: {
    value: { base, further },
  },
}: EvidencePageProps) {
  if (base.length + further.length === 0)
    return <Notice tone="ok" title="Положение не просит доказывать право на статус: прикладывать ничего не нужно" />
  if (gaps.length === 0) return <Notice tone="ok" title="По каждому показателю, который требует Положение, что-то приложено" />
  return (
    <Notice tone="wait" title="Пока не хватает">
      <RowList
        rows={gaps.map(({ text, basis }) => (
          <>
            {nb(capital(text))} <BasisLink basis={basis} territory={territory.code} />
          </>
        ))}
      />
    </Notice>
  )
}

function Criteria({ criteria, ...props }: EvidencePageProps & { criteria: readonly Criterion[] }) {
  return (
    <>
      {criteria.map((criterion) => (
        <OneCriterion {...props} criterion={criterion} />
      ))}
    </>
  )
}

function OneCriterion({
  criterion: { code, text },
  evidence,
  territory,
  app,
  mayEdit,
}: EvidencePageProps & { criterion: Criterion }) {
  const own = evidence.filter(({ criterionCode }) => criterionCode === code)
  const add = paths.applicationEvidence({ territory: territory.code, application: app.id }, { criterion: code })
  return (
    <div class="pl-check">
      <h3 class="govuk-heading-s">{nb(capital(text))}</h3>
      {own.length > 0 ? (
        <Table caption={`Приложено: ${text}`} columns={columnsOf(territory.code, mayEdit)} rows={own} />
      ) : (
        <p>
          <StateTag tone="calm" word="Пока ничего не приложено" />
        </p>
      )}
      {mayEdit && (
        <p class="pl-gap">
          <ButtonLink kind="secondary" small href={add} of={text}>
            {own.length > 0 ? 'Приложить ещё' : 'Приложить'}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

function columnsOf(territory: string, mayEdit: boolean): Column<Evidence>[] {
  const at = ({ applicationId }: Evidence) => ({ territory, application: applicationId })
  return [
    { title: 'Что приложено', cell: (one) => <Proof at={at(one)} one={one} /> },
    { title: 'Пояснение', cell: ({ note }) => note },
    {
      title: 'Что сделать',
      quiet: true,
      cell: (one) =>
        mayEdit && (
          <Form action={paths.applicationEvidenceRemoval({ ...at(one), evidence: one.id })}>
            <SubmitButton kind="secondary" small of={one.fileName ?? one.link ?? one.registerText}>
              Убрать
            </SubmitButton>
          </Form>
        ),
    },
  ]
}

function Proof({ at, one }: { at: { territory: string; application: string }; one: Evidence }): ComponentChildren {
  if (one.fileId !== null)
    return (
      <>
        <TextLink href={paths.applicationFile({ ...at, file: one.fileId })}>{one.fileName}</TextLink>{' '}
        <span class="pl-quiet">{fileSize(one.fileSize ?? 0)}</span>
      </>
    )
  if (one.link !== null)
    return (
      <TextLink href={one.link} out="web">
        {one.link}
      </TextLink>
    )
  return <>{nb(`По реестру: ${one.registerText}`)}</>
}
