import type { Ctx } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import { Clause, nb, RowList } from '../../../ui/content.ts'
import { Form, type FormState, TextArea } from '../../../ui/fields.ts'
import {
  Breadcrumbs,
  ButtonLink,
  Columns,
  ErrorSummary,
  Notice,
  PageHead,
  Sheet,
  Stack,
  SubmitButton,
  type Tool,
} from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { WholeApplication } from '../../applications/view-blocks.tsx'
import { clauseHref } from '../../regulation/links.ts'
import { declaration } from '../declaration.ts'
import type { ExpertSheet } from '../expert-sheet.ts'
import { isOpen } from '../machine.ts'
import { reviewClause } from '../reviewing.ts'
import { expertStateNames, momentWords } from '../wording.ts'
import { dueWords, ReviewTag, WrittenReview } from './review-parts.tsx'

export type ReviewPageProps = { ctx: Ctx; sheet: ExpertSheet; form: FormState | null }

/** A review at its expert: first the declaration, then the application as it was submitted, in the end what came of it. */
export function ReviewPage({ ctx, sheet, form }: ReviewPageProps) {
  const { review, app, call } = sheet
  const at = { territory: ctx.territory.code, review: review.id }
  return (
    <>
      <Breadcrumbs links={[{ href: paths.reviews(at), label: 'Экспертиза' }]} />
      <ErrorSummary outcome="Ответ не записан" form={form} />
      <PageHead
        kicker={call.title}
        title={`Заявка № ${app.number}`}
        more={sheet.kept?.view.theme}
        line={[
          <ReviewTag state={review.state} dueOn={review.dueOn} today={ctx.today} words={expertStateNames} />,
          isOpen(review.state) && `заключение ждут ${dueWords(review.dueOn, ctx.today)}`,
        ]}
        actions={review.state === 'accepted' && <ButtonLink href={paths.reviewEdit(at)}>Написать заключение</ButtonLink>}
        tools={toolsOf(sheet, at)}
      />
      <Outcome sheet={sheet} />
      {review.state === 'assigned' && <Declare ctx={ctx} sheet={sheet} form={form} />}
      {sheet.kept ? <Opened ctx={ctx} sheet={sheet} form={form} /> : <Taken sheet={sheet} />}
    </>
  )
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

function Declare({ ctx, sheet, form }: ReviewPageProps) {
  const { review, organisations } = sheet
  const at = { territory: ctx.territory.code, review: review.id }
  return (
    <Columns kind="form">
      <Stack>
        <Sheet title="Кто подал заявку">
          <RowList rows={organisations.map((name) => nb(name))} />
          <p class="pl-quiet">{nb('Тема и содержание откроются после вашего заявления.')}</p>
        </Sheet>
        <Sheet title="Заявление об отсутствии конфликта интересов">
          <p>{nb(declaration)}</p>
          <Form action={paths.reviewDeclarations(at)} label="Заявление">
            <SubmitButton>Заявить и открыть заявку</SubmitButton>
          </Form>
        </Sheet>
      </Stack>
      <Stack label="Отказ">
        <Refuse
          at={at}
          form={form}
          hint="Например, работали вместе с авторами программы. Причину увидит методист, заявку передадут другому."
        />
      </Stack>
    </Columns>
  )
}

function Refuse({ at, form, hint }: { at: { territory: string; review: string }; form: FormState | null; hint: string }) {
  return (
    <Sheet title="Отказаться от заявки">
      <Form action={paths.reviewRefusals(at)} guard label="Отказ">
        <TextArea form={form} name="reason" label="Почему отказываетесь" hint={hint} rows={3} />
        <SubmitButton kind="warning">Отказаться</SubmitButton>
      </Form>
    </Sheet>
  )
}

/** The application as it was submitted, and beside it what the expert has written and what the others have. */
function Opened({ ctx, sheet, form }: ReviewPageProps) {
  const { review, kept, regulation, call } = sheet
  const at = { territory: ctx.territory.code, review: review.id }
  const { view } = kept!
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
        {review.state === 'accepted' && (
          <Refuse
            at={at}
            form={form}
            hint="Если конфликт обнаружился при чтении или не успеваете. Написанное останется только у вас, заявку передадут другому."
          />
        )}
      </Stack>
    </Columns>
  )
}

function ClauseOf({ ctx, sheet }: { ctx: Ctx; sheet: ExpertSheet }) {
  const clause = reviewClause(sheet)
  return clause ? (
    <p>
      {nb('Экспертиза программ — ')}
      <Clause number={clause} href={clauseHref(ctx.territory.code, clause)} of="Положения" />
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
