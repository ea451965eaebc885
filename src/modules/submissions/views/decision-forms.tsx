import { nb, StateTag } from '../../../ui/content.ts'
import { Form, type FormState, TextArea } from '../../../ui/fields.ts'
import { ButtonGroup, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { listValues, rowsOf } from '../forms.ts'
import type { Place } from '../model.ts'
import { AgainstAll, CandidateFacts, decisionChoices, type SubmissionPageProps, VerdictFields, VerdictTag } from './parts.tsx'

/** The form the authority chooses in; what was typed stays, also beside the remark of the other form. */
export function chosenForm(places: readonly Place[], form: FormState | null): FormState {
  if (form && rowsOf(form.values).length > 0) return form
  const rows = places.map(({ applicationId, proposal, proposalReason, decision, decisionReason }) => ({
    applicationId,
    verdict: decision ?? proposal,
    reason: decision === null ? (proposal === 'exclude' ? proposalReason : '') : decisionReason,
  }))
  return { values: listValues(rows), errors: form?.errors ?? [] }
}

/** The authority's choice, application by application; it may differ from what is proposed. Or the whole goes back. (R-31) */
export function DecisionForms({ ctx, opened, form }: SubmissionPageProps) {
  const { submission, places, call } = opened
  const at = { territory: ctx.territory.code, submission: submission.id }
  const shown = chosenForm(places, form)
  const proposed = places.filter(({ proposal }) => proposal === 'include').length
  return (
    <>
      <h2 class="govuk-heading-m">Решение по каждой заявке</h2>
      <p>
        {nb(
          `Предложено присвоить статус: ${proposed} из ${places.length}${call?.places ? `, объявлено мест: ${call.places}` : ''}. Можно решить иначе; основание отказа увидит заявитель. Решает только подписанный приказ: до подписи выбор можно изменить.`,
        )}
      </p>
      <Form action={paths.operatorSubmissionDecisions(at)} version={submission.version} guard label="Решение по заявкам">
        <Stack>
          {places.map((place, index) => (
            <PlaceFields ctx={ctx} form={shown} place={place} index={index} />
          ))}
          <ButtonGroup>
            <SubmitButton name="intent" value="draft">
              Составить проект приказа
            </SubmitButton>
            <SubmitButton name="intent" value="keep" kind="secondary">
              Сохранить выбор
            </SubmitButton>
          </ButtonGroup>
        </Stack>
      </Form>
      <Sheet title="Вернуть представление">
        <Form action={paths.operatorSubmissionReturns(at)} version={submission.version} guard>
          <TextArea
            form={form}
            name="remark"
            label="Замечание"
            hint="Что исправить: увидит оператор, заявки снова станут готовыми к представлению"
            rows={3}
          />
          <SubmitButton kind="secondary">Вернуть с замечанием</SubmitButton>
        </Form>
      </Sheet>
    </>
  )
}

type PlaceProps = Pick<SubmissionPageProps, 'ctx'> & { form: FormState; place: Place; index: number }

function PlaceFields({ ctx, form, place, index }: PlaceProps) {
  const { candidate, assessment, proposal, proposalReason } = place
  if (candidate.state !== 'proposed')
    return (
      <section class="pl-sheet">
        <h3 class="govuk-heading-s">{nb(`${index + 1}. Заявка № ${candidate.number}`)}</h3>
        <input type="hidden" name={`items.${index}.applicationId`} value={candidate.id} />
        <StateTag tone="calm" word={candidate.state === 'withdrawn' ? 'Отозвана заявителем' : 'Решать не нужно'} />
      </section>
    )
  return (
    <VerdictFields
      form={form}
      index={index}
      candidate={candidate}
      options={decisionChoices}
      reasonHint="Нужно, если отклоняете; заявитель прочтёт его в своём деле и в письме"
    >
      <CandidateFacts territory={ctx.territory} candidate={candidate} assessment={assessment} />
      <p>
        {nb('Предложено: ')}
        <VerdictTag verdict={proposal} /> {nb(proposalReason)}
        <AgainstAll verdict={proposal} assessment={assessment} />
      </p>
    </VerdictFields>
  )
}
