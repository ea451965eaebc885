import type { Ctx } from '../../../authz/ctx.ts'
import { nb } from '../../../ui/content.ts'
import { DateField, FileField, Form, type FormState } from '../../../ui/fields.ts'
import { Breadcrumbs, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { paths } from '../../../web/paths.ts'
import { yearOf } from '../../calls/rules.ts'
import type { LeadingSheet } from '../leading-sheet.ts'
import type { Review } from '../model.ts'
import { reviewClause } from '../reviewing.ts'
import { placeOf } from './review-edit-page.tsx'
import { ReviewFields } from './review-fields.tsx'

type PaperPageProps = { ctx: Ctx; sheet: LeadingSheet; review: Review; form: FormState | null }

const blank = { scores: [], conclusion: '', recommendation: null }

/** A review that came on paper, typed in by the secretary. What the expert may have kept as a draft is not shown. */
export function PaperPage({ ctx, sheet, review, form }: PaperPageProps) {
  const { app, call, nameOf } = sheet
  const at = { territory: ctx.territory.code, review: review.id }
  return (
    <>
      <Breadcrumbs
        links={[{ href: paths.applicationReviews({ ...at, application: app.id }), label: `Заявка № ${app.number}` }]}
      />
      <ErrorSummary outcome="Заключение не внесено" form={form} placeOf={(field) => placeOf(field, call.criteria)} />
      <PageHead
        kicker={`Заявка № ${app.number}. ${app.theme}`}
        title={`Заключение с бумаги: ${nameOf(review.expertId)}`}
        more="Внесите всё, как написал эксперт. Заключение останется с пометкой, кто его внёс; изменить его потом нельзя."
      />
      <Form action={paths.reviewPaper(at)} version={review.version} guard within={yearOf(call)} files label="Заключение с бумаги">
        <Stack>
          <Sheet title="Бумага">
            <DateField form={form} name="paperOn" label="Дата на бумаге" />
            <FileField
              form={form}
              name="paper"
              label="Снимок заключения"
              hint={nb('Одним файлом: PDF, JPEG или PNG, не больше 20 МБ')}
              accept=".pdf,.jpg,.jpeg,.png"
            />
          </Sheet>
          <ReviewFields ctx={ctx} criteria={call.criteria} form={form} text={blank} clause={reviewClause(sheet)} />
        </Stack>
        <Dock text={nb('Внесённое заключение считается отправленным.')}>
          <SubmitButton>Внести заключение</SubmitButton>
        </Dock>
      </Form>
    </>
  )
}
