import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../../authz/ctx.ts'
import { act } from '../../../regulation/acts.ts'
import type { Answer } from '../../../regulation/answer.ts'
import { nb, RowLink, RowList, TextLink } from '../../../ui/content.ts'
import { Form, type FormState } from '../../../ui/fields.ts'
import { ButtonGroup, ButtonLink, Empty, ErrorSummary, Notice, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { listValues, shownRows } from '../forms.ts'
import type { Assessment, Candidate } from '../model.ts'
import { CandidateFacts, ClauseLink, directChoices, namesOf, placeOf, VerdictFields } from './parts.tsx'

export type DirectPageProps = {
  ctx: Ctx
  /** The way to applications under other Положения of the territory. */
  lines?: ComponentChildren
  /** How applications are decided here: at once, by a submission, or there are none. */
  way: 'direct' | 'submission' | 'none'
  /** Who gives the status, in words. */
  grants: Answer<string>
  candidates: readonly Candidate[]
  /** What experts came to, by the application. */
  assessments: ReadonlyMap<string, Assessment>
  /** Where the regulation asks for experts. */
  reviewClause: string | undefined
  form: FormState | null
}

/** Applications that wait for a decision where the regulation knows no submission. (C-33, T-2) */
export function DirectPage(props: DirectPageProps) {
  const { ctx, way, grants, candidates, form } = props
  const waiting = candidates.filter(({ draftOrderId }) => draftOrderId === null)
  const { basis } = grants
  return (
    <>
      <ErrorSummary
        outcome="Проект не составлен"
        form={form}
        placeOf={placeOf(rowsOfPage(waiting, form).map(({ candidate }) => candidate))}
      />
      <PageHead
        title="Решение по заявкам"
        more={`${grants.value}. Решение — только ${act(ctx).agreed('подписанный')} ${act(ctx).nominative}: здесь составляют проект, до подписи выбор можно изменить.`}
        line={[basis && /^\d/.test(basis.clause) ? <ClauseLink territory={ctx.territory} clause={basis.clause} /> : null]}
      />
      {props.lines}
      {way !== 'direct' ? (
        <Elsewhere {...props} />
      ) : (
        <Stack>
          <InDrafts {...props} />
          {waiting.length > 0 ? <DirectForm {...props} waiting={waiting} /> : <Nothing ctx={ctx} />}
        </Stack>
      )}
    </>
  )
}

const rowsOfPage = (waiting: readonly Candidate[], form: FormState | null) =>
  shownRows((form ?? startOf(waiting)).values, new Map(waiting.map((one) => [one.id as string, one])))

const startOf = (waiting: readonly Candidate[]): FormState => ({
  values: listValues(waiting.map(({ id }) => ({ applicationId: id, verdict: 'later', reason: '' }))),
  errors: [],
})

function DirectForm({ ctx, form, assessments, reviewClause, waiting }: DirectPageProps & { waiting: readonly Candidate[] }) {
  const shown = form ?? startOf(waiting)
  return (
    <Form action={paths.directDecisions({ territory: ctx.territory.code })} guard label="Решение по заявкам">
      <Stack>
        <h2 class="govuk-heading-m">Заявки, которые ждут решения</h2>
        {rowsOfPage(waiting, form).map(({ candidate }, index) => (
          <VerdictFields
            form={shown}
            index={index}
            candidate={candidate}
            options={directChoices}
            reasonHint="Нужно, если отклоняете; заявитель прочтёт его в своём деле и в письме"
          >
            <CandidateFacts
              territory={ctx.territory}
              candidate={candidate}
              assessment={assessments.get(candidate.id) ?? null}
              clause={reviewClause}
            />
          </VerdictFields>
        ))}
        <ButtonGroup>
          <SubmitButton>{`Составить проект ${act(ctx).genitive}`}</SubmitButton>
        </ButtonGroup>
      </Stack>
    </Form>
  )
}

/** What is already written down in an order that nobody has signed. */
function InDrafts({ ctx, candidates }: DirectPageProps) {
  const drafted = candidates.filter(({ draftOrderId }) => draftOrderId !== null)
  if (drafted.length === 0) return null
  return (
    <Sheet title={`Уже в проекте ${act(ctx).genitive}`}>
      <RowList
        rows={drafted.map((candidate) => (
          <RowLink
            href={paths.order({ territory: ctx.territory.code, order: candidate.draftOrderId! })}
            name={`Заявка № ${candidate.number}: ${namesOf(candidate)}`}
            more="Открыть проект"
          />
        ))}
      />
    </Sheet>
  )
}

const Nothing = ({ ctx }: { ctx: Ctx }) => (
  <Empty
    picture="paper"
    title="Заявок, которые ждут решения, нет"
    actions={
      <ButtonLink href={paths.applications({ territory: ctx.territory.code })} kind="secondary">
        Посмотреть все заявки
      </ButtonLink>
    }
  >
    <p>{nb('Здесь появятся заявки, документы которых проверены.')}</p>
  </Empty>
)

function Elsewhere({ ctx, way }: DirectPageProps) {
  const at = { territory: ctx.territory.code }
  return way === 'submission' ? (
    <Notice title="Здесь решают по представлению оператора">
      <p>
        <TextLink href={paths.operatorSubmissions(at)}>Перейти к представлениям</TextLink>
      </p>
    </Notice>
  ) : (
    <Notice title={`По Положению заявок не подают: статус присваивают ${act(ctx).instrumental}`}>
      <p>
        <TextLink href={paths.orders(at)}>{`Перейти к ${act(ctx).many.dative}`}</TextLink>
      </p>
    </Notice>
  )
}
