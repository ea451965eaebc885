import { shortDate } from '../../../kernel/dates.ts'
import { FormFields } from '../../../kit/form/view.tsx'
import type { ThingPage } from '../../../kit/thing.ts'
import { nb } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { PageFrame, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { notFound, seeOther } from '../../../web/route.ts'
import type { ReviewCase } from '../case.ts'
import { replaceExpert } from '../deeds/lead.ts'
import { leadingSheet } from '../leading-sheet.ts'
import { usualDueOn } from '../proposing.ts'
import { divided, Excluded } from './excluded.tsx'

/** Another expert instead of one who is late or has declined; what can no longer be replaced leads to the application's page. */
export const replacementPage: ThingPage<ReviewCase> = async (found, { ctx, tx, form }) => {
  const { one: review, reviewing, isCurrent } = found
  if (!isCurrent) return notFound
  const { app, call } = reviewing
  const back = paths.applicationReviews({ territory: ctx.territory.code, application: app.id })
  if (!replaceExpert.offered(ctx, found)) return seeOther(back)
  const { candidates, nameOf } = await leadingSheet(tx, ctx, reviewing)
  const { free, others } = divided(candidates)
  const reason = review.declineReason ? `Отказ эксперта: ${review.declineReason}` : ''
  const body = (
    <PageFrame
      way={[{ href: back, label: `Заявка № ${app.number}` }]}
      outcome="Эксперт не заменён"
      form={form}
      kicker={`Заявка № ${app.number}. ${app.theme}`}
      title={`Кем заменить: ${nameOf(review.expertId)}`}
      more="Прежний эксперт узнает, что писать заключение больше не нужно, и заявки не увидит. Новый получит уведомление и письмо."
    >
      <Sheet>
        {free.length === 0 ? (
          <p>{nb('Передать некому: остальным мешает конфликт интересов. Добавьте экспертов.')}</p>
        ) : (
          <Form action={replaceExpert.address(ctx, found)} guard within={call.year} label="Замена">
            <FormFields
              of={replaceExpert.form}
              form={form}
              begins={{ dueOn: shortDate(usualDueOn(call, ctx.today)), reason }}
              rows={{ personId: free }}
            />
            <SubmitButton>Заменить эксперта</SubmitButton>
          </Form>
        )}
        <Excluded candidates={others} />
      </Sheet>
    </PageFrame>
  )
  return { title: 'Замена эксперта', section: 'applications', body }
}
