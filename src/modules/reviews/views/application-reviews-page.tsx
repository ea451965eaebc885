import type { Ctx } from '../../../authz/ctx.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import { DeedSheets } from '../../../kit/deed-sheets.tsx'
import { FormFields } from '../../../kit/form/view.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { Clause, Facts, nb, RowLink, RowList, TextLink } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { Columns, Details, Notice, PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import { leads, type ReviewedCase } from '../case.ts'
import { assignExperts, finishReview } from '../deeds/lead.ts'
import { type LeadingSheet, leadingSheet } from '../leading-sheet.ts'
import { isOpen, isStanding } from '../machine.ts'
import type { Review } from '../model.ts'
import { usualDueOn } from '../proposing.ts'
import { reviewClause } from '../reviewing.ts'
import { textOf } from '../store.ts'
import { momentWords, percent, recommendationWords, spreadWords } from '../wording.ts'
import { divided, Excluded } from './excluded.tsx'
import { dueWords, ReviewTag, WrittenReview } from './review-parts.tsx'

type Shown = { found: ReviewedCase; request: ThingRequest; sheet: LeadingSheet }

/** The review of one application for those who lead it: who reads it, what they wrote, whom else to give it. */
export const applicationReviewsPage: ThingPage<ReviewedCase> = async (found, request) => {
  const { ctx, tx, form } = request
  const { app, call } = found
  const sheet = await leadingSheet(tx, ctx, found)
  const shown = { found, request, sheet }
  const at = { territory: ctx.territory.code, application: app.id }
  const manages = leads(ctx, found.regulation)
  const clause = reviewClause(sheet)
  const body = (
    <PageFrame
      way={
        call.id === null
          ? [{ href: paths.applications(at), label: 'Заявки' }]
          : [
              { href: paths.call({ ...at, call: call.id }), label: call.title },
              { href: paths.callReviews({ ...at, call: call.id }), label: 'Экспертиза заявок' },
            ]
      }
      outcome="Не записано"
      form={form}
      kicker={`Заявка № ${app.number}`}
      title={app.theme}
      line={[
        <TextLink href={paths.application(at)}>Открыть заявку</TextLink>,
        clause && <Clause number={clause} href={clauseHref(at.territory, clause)} of="Положения" />,
      ]}
    >
      <Warnings sheet={sheet} />
      {sheet.figures.sent > 0 && (
        <>
          <Figures sheet={sheet} />
          <div class="pl-gap" />
        </>
      )}
      <Columns kind="side">
        <Stack>
          <Experts {...shown} manages={manages} />
          {sheet.reviews
            .filter(({ state }) => state === 'sent')
            .map((review) => (
              <Written ctx={ctx} sheet={sheet} review={review} />
            ))}
        </Stack>
        {manages && (
          <Stack label="Что можно сделать">
            <Assign {...shown} />
            <DeedSheets deeds={[finishReview]} opened={found} request={request} />
          </Stack>
        )}
      </Columns>
    </PageFrame>
  )
  return { title: `Экспертиза: заявка № ${app.number}`, section: 'applications', body }
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

function Experts({ request: { ctx }, sheet, manages }: Shown & { manages: boolean }) {
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

/** Whom else it may be given, and why not the others. */
function Assign({ found, request, sheet }: Shown) {
  const { ctx, form, refused } = request
  if (!assignExperts.offered(ctx, found)) return null
  const { free, others } = divided(sheet.candidates)
  const own = refused === assignExperts.name ? form : null
  return (
    <Sheet title="Передать эксперту">
      {free.length === 0 ? (
        <p>
          {nb('Передать некому. ')}
          <TextLink href={paths.experts({ territory: ctx.territory.code })}>Посмотреть экспертов</TextLink>
        </p>
      ) : (
        <Form action={assignExperts.address(ctx, found)} guard within={sheet.call.year} label="Передать эксперту">
          <FormFields
            of={assignExperts.form}
            form={own}
            begins={{ dueOn: shortDate(usualDueOn(sheet.call, ctx.today)) }}
            rows={{ experts: free }}
          />
          <SubmitButton>Передать заявку</SubmitButton>
        </Form>
      )}
      <Excluded candidates={others} />
    </Sheet>
  )
}
