import type { Ctx } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import { DeedSheet, DeedSheets } from '../../../kit/deed-sheets.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { nb, RowList } from '../../../ui/content.ts'
import { ButtonLink, Columns, Notice, PageFrame, Sheet, Stack, type Tool } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { ApplicationView } from '../../applications/model.ts'
import { WholeApplication } from '../../applications/view-blocks.tsx'
import { clauseLink } from '../../regulation/clause-links.tsx'
import type { ReviewCase } from '../case.ts'
import { declareNoConflict, declineReview } from '../deeds/write.ts'
import { type ExpertSheet, expertSheet } from '../expert-sheet.ts'
import { isOpen } from '../machine.ts'
import { reviewClause } from '../reviewing.ts'
import { expertStateNames, momentWords } from '../wording.ts'
import { dueWords, ReviewTag, WrittenReview } from './review-parts.tsx'

type Shown = { found: ReviewCase; request: ThingRequest; sheet: ExpertSheet }

/** A review at its expert: first the declaration, then the application as it was submitted, in the end what came of it. */
export const reviewPage: ThingPage<ReviewCase> = async (found, request) => {
  const { ctx, tx, form } = request
  const { one: review } = found
  const sheet = await expertSheet(tx, ctx, found)
  const { app, call, kept } = sheet
  const shown = { found, request, sheet }
  const at = { territory: ctx.territory.code, review: review.id }
  const body = (
    <PageFrame
      way={[{ href: paths.reviews(at), label: 'Экспертиза' }]}
      outcome="Ответ не записан"
      form={form}
      kicker={call.title}
      title={`Заявка № ${app.number}`}
      more={kept?.view.theme}
      line={[
        <ReviewTag state={review.state} dueOn={review.dueOn} today={ctx.today} words={expertStateNames} />,
        isOpen(review.state) && `заключение ждут ${dueWords(review.dueOn, ctx.today)}`,
      ]}
      actions={review.state === 'accepted' && <ButtonLink href={paths.reviewEdit(at)}>Написать заключение</ButtonLink>}
      tools={toolsOf(sheet, at)}
    >
      <Outcome sheet={sheet} />
      {review.state === 'assigned' && <Declare {...shown} />}
      {kept ? <Opened {...shown} view={kept.view} /> : <Taken sheet={sheet} />}
    </PageFrame>
  )
  return { title: `Экспертиза: заявка № ${app.number}`, section: 'reviews', body }
}

function toolsOf({ review, kept }: ExpertSheet, at: { territory: string; review: string }): Tool[] | undefined {
  if (!kept) return undefined
  return [
    ...(kept.view.programme
      ? [{ href: paths.reviewProgrammeDocument({ ...at, format: 'pdf' }), label: 'Программа для печати', icon: 'print' as const }]
      : []),
    ...(review.state === 'sent'
      ? [{ href: paths.reviewDocument({ ...at, format: 'pdf' }), label: 'Заключение для печати', icon: 'print' as const }]
      : []),
  ]
}

/** What became of the application the expert has read. (C-33) */
function Outcome({ sheet: { review, app } }: { sheet: ExpertSheet }) {
  if (review.state !== 'sent' || app.decidedOn === null || (app.state !== 'granted' && app.state !== 'declined')) return null
  const granted = app.state === 'granted'
  return (
    <Notice
      tone={granted ? 'ok' : 'now'}
      title={`${granted ? 'Статус присвоен' : 'Заявка отклонена'} ${longDate(app.decidedOn)}`}
    >
      {app.decisionReason && <p>{nb(app.decisionReason)}</p>}
    </Notice>
  )
}

const Declare = ({ found, request, sheet }: Shown) => (
  <Columns kind="form">
    <Stack>
      <Sheet title="Кто подал заявку">
        <RowList rows={sheet.organisations.map((name) => nb(name))} />
        <p class="pl-quiet">{nb('Тема и содержание откроются после вашего заявления.')}</p>
      </Sheet>
      <DeedSheet deed={declareNoConflict} opened={found} request={request} />
    </Stack>
    <Stack label="Отказ">
      <DeedSheet deed={declineReview} opened={found} request={request} />
    </Stack>
  </Columns>
)

/** The application as it was submitted, and beside it what the expert has written and what the others have. */
function Opened({ found, request, sheet, view }: Shown & { view: ApplicationView }) {
  const { review, regulation, call } = sheet
  const { ctx } = request
  const at = { territory: ctx.territory.code, review: review.id }
  return (
    <Columns kind="side">
      <Stack>
        {review.state === 'sent' && (
          <Sheet title="Ваше заключение">
            <WrittenReview criteria={call.criteria} text={sheet.text} total={review.total} />
          </Sheet>
        )}
        <Others sheet={sheet} />
        <WholeApplication
          title="Заявка, как её подали"
          view={view}
          level={3}
          regulation={regulation}
          fileHref={(file) => paths.reviewFile({ ...at, file })}
        />
      </Stack>
      <Stack label="О вашей работе">
        <Sheet title="Вы заявили">
          <p>{nb(review.declaration ?? 'Заключение внесено с бумаги.')}</p>
          {review.declaredAt && <p class="pl-quiet">{momentWords(review.declaredAt, ctx)}</p>}
          <ClauseOf ctx={ctx} sheet={sheet} />
        </Sheet>
        <DeedSheets deeds={[declineReview]} opened={found} request={request} />
      </Stack>
    </Columns>
  )
}

function ClauseOf({ ctx, sheet }: { ctx: Ctx; sheet: ExpertSheet }) {
  const clause = reviewClause(sheet)
  return clause ? (
    <p>
      {nb('Экспертиза программ — ')}
      {clauseLink(ctx, clause)}
    </p>
  ) : null
}

/** Conclusions of the others: only when nobody can be swayed any more. */
function Others({ sheet: { review, others, awaited, call } }: { sheet: ExpertSheet }) {
  if (review.state !== 'sent') return null
  if (others === null)
    return (
      <Sheet title="Заключения других экспертов">
        <p>{nb(`Откроются, когда отправят все: ждём ещё ${awaited}.`)}</p>
      </Sheet>
    )
  return (
    <>
      {others.map(({ name, total, ...text }, at) => (
        <Sheet title={name === null ? `Другой эксперт, ${at + 1}` : `Эксперт ${name}`}>
          <WrittenReview criteria={call.criteria} text={text} total={total} />
        </Sheet>
      ))}
    </>
  )
}

/** A review that is not this expert's any more: nothing of the application is shown. */
function Taken({ sheet: { review } }: { sheet: ExpertSheet }) {
  if (review.state === 'declined')
    return (
      <Notice title="Вы отказались от этой заявки">
        <p>{nb(`Причина: ${review.declineReason}`)}</p>
      </Notice>
    )
  if (review.state === 'replaced')
    return (
      <Notice title="Заявка передана другому эксперту">
        <p>{nb('Писать заключение не нужно, содержание заявки закрыто.')}</p>
      </Notice>
    )
  if (review.state === 'closed')
    return (
      <Notice title="Экспертиза прервана">
        <p>{nb(`${review.closeReason}. Писать заключение не нужно.`)}</p>
      </Notice>
    )
  return null
}
