import type { Ctx } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import type { Day } from '../../../kernel/types.ts'
import { nb } from '../../../ui/content.ts'
import { DateField, Form, type FormState, Radios, TextArea } from '../../../ui/fields.ts'
import { Breadcrumbs, ErrorSummary, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { yearOf } from '../../calls/rules.ts'
import type { LeadingSheet } from '../leading-sheet.ts'
import type { Review } from '../model.ts'
import { divided, Excluded } from './excluded.tsx'

type ReplacementProps = { ctx: Ctx; sheet: LeadingSheet; review: Review; dueOn: Day; form: FormState | null }

/** Another expert instead of one who is late or has declined. */
export function ReplacementPage({ ctx, sheet, review, dueOn, form }: ReplacementProps) {
  const { app, candidates, nameOf } = sheet
  const at = { territory: ctx.territory.code, review: review.id }
  const { free, others } = divided(candidates)
  return (
    <>
      <Breadcrumbs
        links={[{ href: paths.applicationReviews({ ...at, application: app.id }), label: `Заявка № ${app.number}` }]}
      />
      <ErrorSummary outcome="Эксперт не заменён" form={form} />
      <PageHead
        kicker={`Заявка № ${app.number}. ${app.theme}`}
        title={`Кем заменить: ${nameOf(review.expertId)}`}
        more="Прежний эксперт узнает, что писать заключение больше не нужно, и заявки не увидит. Новый получит уведомление и письмо."
      />
      <Sheet>
        {free.length === 0 ? (
          <p>{nb('Передать некому: остальным мешает конфликт интересов. Добавьте экспертов.')}</p>
        ) : (
          <Form action={paths.reviewReplacements(at)} guard within={yearOf(sheet.call)} label="Замена">
            <Radios form={form} name="personId" label="Новый эксперт" choices={free.map(({ more: _, ...choice }) => choice)} />
            <DateField form={form} name="dueOn" label="Заключение ждут до" initial={shortDate(dueOn)} />
            <TextArea
              form={form}
              name="reason"
              label="Почему заменяете"
              initial={review.declineReason ? `Отказ эксперта: ${review.declineReason}` : ''}
              rows={3}
            />
            <SubmitButton>Заменить эксперта</SubmitButton>
          </Form>
        )}
        <Excluded candidates={others} />
      </Sheet>
    </>
  )
}
