import type { Ctx } from '../../../authz/ctx.ts'
import { reviewRule } from '../../../regulation/review/questions.ts'
import { Form, type FormState, TextArea, valueOf } from '../../../ui/fields.ts'
import {
  Breadcrumbs,
  ButtonGroup,
  ButtonLink,
  Conflict,
  ErrorSummary,
  PageHead,
  Sheet,
  Stack,
  SubmitButton,
} from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { OpenSubmission } from '../case.ts'
import { listValues, rowsOf, shownRows } from '../forms.ts'
import type { Assessment, Candidate, Written } from '../model.ts'
import { CandidateFacts, namesOf, placeOf, proposalChoices, VerdictFields } from './parts.tsx'

export type EditPageProps = {
  ctx: Ctx
  opened: OpenSubmission
  form: FormState | null
  conflict: boolean
}

/** The list as it stands, and behind it what is ready and stands in no list. */
function storedRows({ places, others }: OpenSubmission): Written[] {
  return [
    ...places.map(({ applicationId, proposal, proposalReason }) => ({
      applicationId,
      verdict: proposal,
      reason: proposalReason,
    })),
    ...others.map(({ id }): Written => ({ applicationId: id, verdict: 'later', reason: '' })),
  ]
}

/** The operator's list and letter: order, choice and reason of every application. Works without scripts. (R-31) */
export function EditPage({ ctx, opened, form, conflict }: EditPageProps) {
  const { one, places, others } = opened
  const at = { territory: ctx.territory.code, submission: one.id }
  const stored = listValues(storedRows(opened), { text: one.text })
  const shown: FormState = form ?? { values: stored, errors: [] }
  const known = new Map<string, Candidate>([...places.map(({ candidate }) => candidate), ...others].map((one) => [one.id, one]))
  const figures = new Map<string, Assessment | null>(places.map((place) => [place.applicationId, place.assessment]))
  const rows = shownRows(shown.values, known)
  return (
    <>
      <Breadcrumbs links={[{ href: paths.operatorSubmission(at), label: `Представление № ${one.number}` }]} />
      <ErrorSummary outcome="Список не сохранён" form={form} placeOf={placeOf(rows.map(({ candidate }) => candidate))} />
      {conflict && form && (
        <Conflict
          what="представление изменил кто-то другой"
          fields={[
            { label: 'Сопроводительный текст', yours: valueOf(form, 'text'), theirs: one.text },
            { label: 'Список', yours: inWords(form.values, known), theirs: inWords(stored, known) },
          ]}
        />
      )}
      <PageHead
        title={`Представление № ${one.number}: список и текст`}
        more="Заявки стоят по медиане заключений. Порядок можно изменить: таким он будет и в решении."
      />
      <Form action={paths.operatorSubmissionEdit(at)} version={one.editVersion} guard label="Список и текст">
        <Stack>
          {/* Enter in a field presses the first button of a form: it must save and not move a row. */}
          <div class="govuk-visually-hidden">
            <SubmitButton>Сохранить список</SubmitButton>
          </div>
          <Sheet title="Письмо">
            <TextArea form={shown} name="text" label="Сопроводительный текст" rows={6} />
          </Sheet>
          {rows.map(({ candidate }, index) => (
            <VerdictFields
              form={atPlace(shown, rows, index)}
              index={index}
              candidate={candidate}
              options={proposalChoices}
              reasonHint="Нужно, если предлагаете отклонить; его увидит тот, кто решает"
              after={<MoveButtons index={index} count={rows.length} number={candidate.number} />}
            >
              <CandidateFacts
                territory={ctx.territory}
                candidate={candidate}
                assessment={figures.get(candidate.id) ?? null}
                clause={reviewRule(opened.regulation).basis?.clause}
              />
            </VerdictFields>
          ))}
          <ButtonGroup>
            <SubmitButton>Сохранить</SubmitButton>
            <ButtonLink href={paths.operatorSubmission(at)} kind="secondary">
              Вернуться без сохранения
            </ButtonLink>
          </ButtonGroup>
        </Stack>
      </Form>
    </>
  )
}

/** Rows that name nothing of ours have fallen out, so what is shown at a place is put under its number. */
function atPlace(form: FormState, rows: readonly { row: Written }[], index: number): FormState {
  const { row } = rows[index]!
  return {
    values: { ...form.values, [`items.${index}.verdict`]: row.verdict ?? '', [`items.${index}.reason`]: row.reason },
    errors: form.errors,
  }
}

function inWords(values: FormState['values'], known: ReadonlyMap<string, Candidate>): string {
  const words = { include: 'присвоить статус', exclude: 'отклонить', later: 'не включать' }
  return rowsOf(values)
    .map(({ applicationId, verdict, reason }, index) => {
      const candidate = known.get(applicationId)
      const name = candidate ? `заявка № ${candidate.number}, ${namesOf(candidate)}` : 'неизвестная заявка'
      return `${index + 1}. ${name}: ${verdict ? words[verdict] : 'не выбрано'}${reason ? `. ${reason}` : ''}`
    })
    .join('\n')
}

function MoveButtons({ index, count, number }: { index: number; count: number; number: number }) {
  const button = (deed: 'up' | 'down', caption: string) => (
    <SubmitButton kind="secondary" small name="change" value={`${deed}:${index}`}>
      {`${caption} заявку № ${number}`}
    </SubmitButton>
  )
  return (
    <ButtonGroup>
      {index > 0 && button('up', 'Поднять')}
      {index < count - 1 && button('down', 'Опустить')}
    </ButtonGroup>
  )
}
