import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import type { Day } from '../../../kernel/types.ts'
import { Clause, Facts, nb, RowLink, RowList, TextLink } from '../../../ui/content.ts'
import { Checkboxes, DateField, Form, type FormState, TextArea } from '../../../ui/fields.ts'
import { Breadcrumbs, Columns, Details, ErrorSummary, Notice, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { yearOf } from '../../calls/rules.ts'
import { clauseHref } from '../../regulation/links.ts'
import type { LeadingSheet } from '../leading-sheet.ts'
import { isOpen, isStanding } from '../machine.ts'
import type { Review } from '../model.ts'
import { reviewClause } from '../reviewing.ts'
import { textOf } from '../store.ts'
import { momentWords, percent, recommendationWords, spreadWords } from '../wording.ts'
import { divided, Excluded } from './excluded.tsx'
import { dueWords, ReviewTag, WrittenReview } from './review-parts.tsx'

export type ApplicationReviewsProps = { ctx: Ctx; sheet: LeadingSheet; dueOn: Day; form: FormState | null }

/** The review of one application for those who lead it: who reads it, what they wrote, whom else to give it. */
export function ApplicationReviewsPage(props: ApplicationReviewsProps) {
  const { ctx, sheet, form } = props
  const { app, call } = sheet
  const at = { territory: ctx.territory.code, application: app.id }
  const manages = may(ctx, 'review.manage')
  const clause = reviewClause(sheet)
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.call({ ...at, call: call.id }), label: call.title },
          { href: paths.callReviews({ ...at, call: call.id }), label: 'Экспертиза заявок' },
        ]}
      />
      <ErrorSummary outcome="Не записано" form={form} />
      <PageHead
        kicker={`Заявка № ${app.number}`}
        title={app.theme}
        line={[
          <TextLink href={paths.application(at)}>Открыть заявку</TextLink>,
          clause && <Clause number={clause} href={clauseHref(at.territory, clause)} of="Положения" />,
        ]}
      />
      <Warnings sheet={sheet} />
      {sheet.figures.sent > 0 && (
        <>
          <Figures sheet={sheet} />
          <div class="pl-gap" />
        </>
      )}
      <Columns kind="side">
        <Stack>
          <Experts {...props} manages={manages} />
          {sheet.reviews
            .filter(({ state }) => state === 'sent')
            .map((review) => (
              <Written ctx={ctx} sheet={sheet} review={review} />
            ))}
        </Stack>
        {manages && (
          <Stack label="Что можно сделать">
            <Assign {...props} form={form?.values.dueOn === undefined ? null : form} />
            <Finish {...props} form={form?.values.reason === undefined ? null : form} />
          </Stack>
        )}
      </Columns>
    </>
  )
}

function Warnings({ sheet }: { sheet: LeadingSheet }) {
  const { figures, call, app } = sheet
  if (sheet.needsExtra)
    return (
      <Notice tone="late" title="Оценки разошлись: нужен ещё один эксперт">
        <p>{nb(`Разница — ${spreadWords(figures.spread)}, приём допускает ${call.spreadLimit} п. п.`)}</p>
      </Notice>
    )
  if (app.state === 'submitted')
    return (
      <Notice tone="wait" title="Заявка ещё не прошла проверку документов">
        <p>{nb('Передать её экспертам можно после проверки.')}</p>
      </Notice>
    )
  return null
}

function Figures({ sheet }: { sheet: LeadingSheet }) {
  const { figures, wide } = sheet
  return (
    <Facts
      facts={[
        { name: 'Медиана', value: percent(figures.median) },
        { name: 'Среднее', value: percent(figures.mean) },
        { name: 'Разница оценок', value: spreadWords(figures.spread), of: wide ? 'больше допустимой' : undefined },
        { name: 'Рекомендации', value: recommendationWords(sheet) },
      ]}
    />
  )
}

function Experts({ ctx, sheet, manages }: ApplicationReviewsProps & { manages: boolean }) {
  const { reviews, nameOf } = sheet
  const standing = reviews.filter(({ state }) => isStanding(state))
  const gone = reviews.filter(({ state }) => !isStanding(state))
  return (
    <Sheet title="Эксперты">
      {standing.length === 0 ? (
        <p>{nb('Эту заявку ещё никому не передали.')}</p>
      ) : (
        <RowList rows={standing.map((review) => <Expert ctx={ctx} sheet={sheet} review={review} manages={manages} />)} />
      )}
      {gone.length > 0 && (
        <Details summary={`Больше не читают: ${gone.length}`}>
          <RowList
            rows={gone.map((review) => nb(`${nameOf(review.expertId)}. ${review.replaceReason ?? review.closeReason ?? ''}`))}
          />
        </Details>
      )}
    </Sheet>
  )
}

function Expert({ ctx, sheet, review, manages }: { ctx: Ctx; sheet: LeadingSheet; review: Review; manages: boolean }) {
  const at = { territory: ctx.territory.code, review: review.id }
  const name = `${sheet.nameOf(review.expertId)}${review.isExtra ? ', дополнительный эксперт' : ''}`
  const replaceable = manages && sheet.app.state === 'underReview' && (isOpen(review.state) || review.state === 'declined')
  return (
    <>
      <RowLink
        name={name}
        more={isOpen(review.state) ? dueWords(review.dueOn, ctx.today) : (review.declineReason ?? sentWords(ctx, review))}
      />{' '}
      <ReviewTag state={review.state} dueOn={review.dueOn} today={ctx.today} />
      {replaceable && (
        <p>
          <TextLink href={paths.reviewReplacements(at)} of={name}>
            Заменить
          </TextLink>
          {isOpen(review.state) && (
            <>
              {' · '}
              <TextLink href={paths.reviewPaper(at)} of={name}>
                Внести с бумаги
              </TextLink>
            </>
          )}
        </p>
      )}
    </>
  )
}

const sentWords = (ctx: Ctx, { sentAt }: Review): string => (sentAt ? momentWords(sentAt, ctx) : '')

function Written({ ctx, sheet, review }: { ctx: Ctx; sheet: LeadingSheet; review: Review }) {
  const at = { territory: ctx.territory.code, review: review.id }
  const text = textOf(review, sheet.scores)
  return (
    <Sheet
      title={`Заключение: ${sheet.nameOf(review.expertId)}`}
      aside={<TextLink href={paths.reviewDocument({ ...at, format: 'pdf' })}>Для печати</TextLink>}
    >
      {review.enteredBy !== null && (
        <p class="pl-quiet">
          {nb(`Внесено с бумаги от ${longDate(review.paperOn!)}: ${sheet.nameOf(review.enteredBy)}. `)}
          {review.paperFileId !== null && (
            <TextLink href={paths.reviewFile({ ...at, file: review.paperFileId })}>Снимок</TextLink>
          )}
        </p>
      )}
      <WrittenReview criteria={sheet.call.criteria} text={text} total={review.total} />
    </Sheet>
  )
}

/** States in which the application may be given to experts. */
const assignable = new Set(['admitted', 'underReview', 'reviewed'])

function Assign({ ctx, sheet, dueOn, form }: ApplicationReviewsProps) {
  const { app, candidates } = sheet
  if (!assignable.has(app.state)) return null
  const at = { territory: ctx.territory.code, application: app.id }
  const { free, others } = divided(candidates)
  return (
    <Sheet title="Передать эксперту">
      {free.length === 0 ? (
        <p>
          {nb('Передать некому. ')}
          <TextLink href={paths.experts(at)}>Посмотреть экспертов</TextLink>
        </p>
      ) : (
        <Form action={paths.applicationReviews(at)} within={yearOf(sheet.call)} label="Передать эксперту">
          <Checkboxes form={form} name="experts[]" label="Кому" choices={free.map(({ hint: _, ...choice }) => choice)} />
          <DateField form={form} name="dueOn" label="Заключение ждут до" initial={shortDate(dueOn)} />
          <SubmitButton>Передать заявку</SubmitButton>
        </Form>
      )}
      <Excluded candidates={others} />
    </Sheet>
  )
}

/** Ending early: when nobody is writing and somebody has sent. */
function Finish({ ctx, sheet, form }: ApplicationReviewsProps) {
  const { app, reviews } = sheet
  const mayEnd = app.state === 'underReview' && sheet.figures.sent > 0 && !reviews.some(({ state }) => isOpen(state))
  if (!mayEnd) return null
  return (
    <Sheet title="Закончить экспертизу">
      <p>{nb('Заключений меньше, чем задано, или не хватает дополнительного. Закончить можно, если объяснить причину.')}</p>
      <Form
        action={paths.applicationReviewEndings({ territory: ctx.territory.code, application: app.id })}
        guard
        label="Закончить экспертизу"
      >
        <TextArea form={form} name="reason" label="Причина" rows={3} />
        <SubmitButton kind="secondary">Закончить экспертизу</SubmitButton>
      </Form>
    </Sheet>
  )
}
