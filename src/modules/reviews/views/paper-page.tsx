import { only } from '../../../kit/form/fields.ts'
import { FormFields } from '../../../kit/form/view.tsx'
import type { ThingPage } from '../../../kit/thing.ts'
import { nb } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { paths } from '../../../web/paths.ts'
import { notFound, seeOther } from '../../../web/route.ts'
import { initialsOf } from '../../people/name-queries.ts'
import type { ReviewCase } from '../case.ts'
import { enterPaperReview } from '../deeds/write.ts'
import { reviewClause } from '../reviewing.ts'
import { placeOf } from './review-edit-page.tsx'
import { ReviewFields } from './review-fields.tsx'

const blank = { scores: [], conclusion: '', recommendation: null }

/** A review that came on paper, typed in by the secretary. What the expert may have kept as a draft is not shown. */
export const paperPage: ThingPage<ReviewCase> = async (found, { ctx, tx, form }) => {
  const { one: review, reviewing, isCurrent } = found
  if (!isCurrent) return notFound
  const { app, call } = reviewing
  const back = paths.applicationReviews({ territory: ctx.territory.code, application: app.id })
  if (!enterPaperReview.offered(ctx, found)) return seeOther(back)
  const nameOf = await initialsOf(tx, ctx, [review.expertId])
  const body = (
    <PageFrame
      way={[{ href: back, label: `Заявка № ${app.number}` }]}
      outcome="Заключение не внесено"
      form={form}
      placeOf={(field) => placeOf(field, call.criteria)}
      kicker={`Заявка № ${app.number}. ${app.theme}`}
      title={`Заключение с бумаги: ${nameOf(review.expertId)}`}
      more="Внесите всё, как написал эксперт. Заключение останется с пометкой, кто его внёс; изменить его потом нельзя."
    >
      <Form
        action={enterPaperReview.address(ctx, found)}
        version={review.editVersion}
        guard
        within={call.year}
        files
        label="Заключение с бумаги"
      >
        <Stack>
          <Sheet title="Бумага">
            <FormFields of={only(enterPaperReview.form, 'paperOn', 'paper')} form={form} />
          </Sheet>
          <ReviewFields ctx={ctx} criteria={call.criteria} form={form} text={blank} clause={reviewClause(reviewing)} />
        </Stack>
        <Dock text={nb('Внесённое заключение считается отправленным.')}>
          <SubmitButton>Внести заключение</SubmitButton>
        </Dock>
      </Form>
    </PageFrame>
  )
  return { title: 'Заключение с бумаги', section: 'applications', body }
}
