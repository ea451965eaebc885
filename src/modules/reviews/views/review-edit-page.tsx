import { longDate } from '../../../kernel/dates.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { nb, RowList, TextLink } from '../../../ui/content.ts'
import { DraftState, Form, type FormState, valueOf } from '../../../ui/fields.ts'
import { Columns, Conflict, Notice, PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { paths } from '../../../web/paths.ts'
import { seeOther } from '../../../web/route.ts'
import type { ReviewCriterion } from '../../calls/model.ts'
import type { ReviewCase } from '../case.ts'
import { saveReview, sendReview, storedReview } from '../deeds/write.ts'
import { type ExpertSheet, expertSheet } from '../expert-sheet.ts'
import { reviewClause } from '../reviewing.ts'
import { needsComment } from '../rules.ts'
import { expertStateNames, recommendationNames } from '../wording.ts'
import { ReviewFields } from './review-fields.tsx'
import { reviewPage } from './review-page.tsx'
import { dueWords, ReviewTag } from './review-parts.tsx'

/**
 * The form of a review, as stored or as typed: it keeps itself while the expert writes, and is sent once. What is not open to be written leads
 * to the review itself.
 */
export const reviewEditPage: ThingPage<ReviewCase> = async (found, request) => {
  const { ctx, tx, conflict } = request
  const { one: review } = found
  const at = { territory: ctx.territory.code, review: review.id }
  if (!saveReview.offered(ctx, found))
    return conflict ? reviewPage(found, { ...request, form: null }) : seeOther(paths.review(at))
  const sheet = await expertSheet(tx, ctx, found)
  const { app, call, text } = sheet
  const form = request.form ?? { values: storedReview(text), errors: [] }
  const body = (
    <PageFrame
      way={[
        { href: paths.reviews(at), label: 'Экспертиза' },
        { href: paths.review(at), label: `Заявка № ${app.number}` },
      ]}
      outcome="Заключение не отправлено"
      form={form}
      placeOf={(field) => placeOf(field, call.criteria)}
      kicker={`Заявка № ${app.number}`}
      title="Экспертное заключение"
      more={sheet.kept?.view.theme}
      line={[
        <ReviewTag state={review.state} dueOn={review.dueOn} today={ctx.today} words={expertStateNames} />,
        `ждут ${dueWords(review.dueOn, ctx.today)}`,
      ]}
    >
      {review.dueOn < ctx.today && (
        <Notice tone="late" title={`Срок прошёл ${longDate(review.dueOn)}`}>
          <p>{nb('Отправить заключение ещё можно: его примут и после срока, пока заявку не передали другому.')}</p>
        </Notice>
      )}
      {conflict && <Conflict what="заключение изменили в другом окне" fields={bothTexts(form, sheet)} />}
      <Form
        action={saveReview.address(ctx, found)}
        version={review.editVersion}
        guard
        autosave={saveReview.address(ctx, found)}
        label="Заключение"
      >
        <Columns kind="form">
          <Stack>
            <ReviewFields ctx={ctx} criteria={call.criteria} form={form} text={text} clause={reviewClause(sheet)} />
          </Stack>
          <Beside sheet={sheet} at={at} />
        </Columns>
        <Dock
          text={
            <>
              {nb('Отправленное заключение изменить нельзя. ')}
              <DraftState />
            </>
          }
        >
          <SubmitButton action={sendReview.address(ctx, found)}>Отправить заключение</SubmitButton>
          <SubmitButton kind="secondary">Сохранить черновик</SubmitButton>
        </Dock>
      </Form>
    </PageFrame>
  )
  return { title: `Заключение: заявка № ${app.number}`, section: 'reviews', body }
}

/** What an expert wants at hand while writing. */
function Beside({ sheet, at }: { sheet: ExpertSheet; at: { territory: string; review: string } }) {
  const { kept, call } = sheet
  const blank = call.criteria.filter(
    (criterion) => sheet.text.scores.find(({ code }) => code === criterion.code)?.points == null,
  ).length
  const unexplained = sheet.text.scores.filter(({ code, points, comment }) => {
    const criterion = call.criteria.find((one) => one.code === code)
    return criterion !== undefined && needsComment(criterion, points) && comment.trim() === ''
  }).length
  return (
    <Stack label="Под рукой">
      <Sheet title="Под рукой">
        <RowList
          rows={[
            <TextLink href={paths.review(at)} out="tab">
              Заявка и программа (в новой вкладке)
            </TextLink>,
            ...(kept?.view.programme
              ? [<TextLink href={paths.reviewProgrammeDocument({ ...at, format: 'docx' })}>Скачать программу</TextLink>]
              : []),
          ]}
        />
      </Sheet>
      <Sheet title="Сохранено">
        <RowList
          rows={[
            nb(`Критериев без уровня: ${blank}`),
            nb(`Уровней без обязательного обоснования: ${unexplained}`),
            nb('Другие эксперты и методист не видят заключения, пока вы его не отправите.'),
          ]}
        />
      </Sheet>
    </Stack>
  )
}

/** «Критерий 2» before a message about one of its fields. */
export function placeOf(field: string, criteria: readonly ReviewCriterion[]): string | undefined {
  const at = criteria.findIndex(({ code }) => field.startsWith(`scores.${code}.`))
  return at < 0 ? undefined : `Критерий ${at + 1}`
}

/** What was typed here and what is stored, field by field. */
function bothTexts(form: FormState, { text, call }: ExpertSheet) {
  const stored = storedReview(text)
  const both = (label: string, name: string, read = (value: string) => value) => ({
    label,
    yours: read(valueOf(form, name)),
    theirs: read(String(stored[name] ?? '')),
  })
  const level = (criterion: ReviewCriterion) => (value: string) =>
    criterion.levels.find((one) => String(one.points) === value)?.text ?? ''
  return [
    ...call.criteria.flatMap((criterion) => [
      both(`${criterion.title}: уровень`, `scores.${criterion.code}.points`, level(criterion)),
      both(`${criterion.title}: обоснование`, `scores.${criterion.code}.comment`),
    ]),
    both('Заключение', 'conclusion'),
    both('Рекомендация', 'recommendation', (value) => recommendationNames[value as keyof typeof recommendationNames] ?? ''),
  ]
}
