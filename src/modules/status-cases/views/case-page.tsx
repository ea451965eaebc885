import type { Ctx } from '../../../authz/ctx.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { actionsFrom } from '../../../kernel/machine.ts'
import type { Instant, OrderId } from '../../../kernel/types.ts'
import { casePage, papersOf } from '../../../kit/case-page.tsx'
import { DeedSheets } from '../../../kit/deed-sheets.tsx'
import { act } from '../../../regulation/acts.ts'
import { changeBasis, changedOnSubmission } from '../../../regulation/status/questions.ts'
import { type MaybeRow, nb, StateTag, SummaryList } from '../../../ui/content.ts'
import { Notice, Sheet } from '../../../ui/frame.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import { statusCases } from '../case.ts'
import { draftCaseOrder, dropCase, sendBackCase, submitCase } from '../deeds/decide.ts'
import { askExplanation, explainCase } from '../deeds/hear.ts'
import { machine } from '../machine.ts'
import { paths } from '../paths.ts'
import { groundWords, heardOut, needsSubmission } from '../rules.ts'
import { dayNames, kindNames, proposerNames, reasonName, states } from '../texts.ts'
import { CaseFacts, loadCase, type ShownCase } from './case-facts.tsx'
import { EvidenceSheet, MismatchSheet } from './evidence-sheet.tsx'

/** A case about a status: what is wished and why, what speaks for and against it, and the next step of whoever looks. (R-35, C-71, C-33) */
export const statusCasePage = casePage({
  section: 'sites',
  load: loadCase,
  crumbs: ({ ctx: { territory }, site }: ShownCase) => [
    { href: paths.sites({ territory: territory.code }), label: 'Площадки' },
    { href: paths.siteStatus({ territory: territory.code, site: site.id }), label: `Статус: ${site.name}` },
  ],
  changed: 'Пока вы смотрели, дело изменилось. Прочитайте его снова и решите ещё раз',
  title: ({ one }) => kindNames[one.kind],
  more: ({ site }) => site.name,
  line: ({ one }) => [<StateTag {...states[one.state]} />],
  tools: ({ ctx, one, site }) =>
    changedOnSubmission(site.regulation, one.kind) && one.submissionText !== null
      ? papersOf('Представление', (format) => paths.statusCaseDocument({ territory: ctx.territory.code, case: one.id, format }))
      : [],
  sheets: (shown) => (
    <>
      <Course {...shown} />
      <WishSheet {...shown} />
      {shown.one.explanation !== null && <ExplanationSheet {...shown} />}
      <EvidenceSheet {...shown} />
      {shown.one.kind === 'termination' && <MismatchSheet {...shown} />}
    </>
  ),
  aside: {
    label: 'Что делать с делом',
    // Everything this person may do with the case in its state, the next step first.
    sheets: (shown) => (
      <>
        <DeedSheets {...shown} deeds={[explainCase, draftCaseOrder]} />
        <SubmissionFirst {...shown} />
        <DeedSheets {...shown} deeds={[submitCase, askExplanation, sendBackCase, dropCase]} />
        {shown.facts.length > 0 && <CaseFacts title="По чему судят о продлении" facts={shown.facts} />}
      </>
    ),
  },
})

/** To whoever could draft the order, had the operator sent its submission. */
function SubmissionFirst({ opened, one, site, ctx }: ShownCase) {
  const { value, clause } = needsSubmission(site.regulation, one.kind)
  const waits = value && one.state !== 'proposed' && heardOut(one, ctx.today).ok
  const drafts = actionsFrom(machine, one.state).includes('draft') && statusCases.may(ctx, 'statusCase.decide', opened)
  if (!waits || !drafts) return null
  return (
    <Sheet title={act(ctx).title}>
      <p class="govuk-body pl-small">
        {nb('Сначала оператор отправляет представление: без него статус не прекращают.')} {clauseLink(ctx, clause)}
      </p>
    </Sheet>
  )
}

const dayOf = (ctx: Ctx, at: Instant) => longDate(localTime(at, ctx.territory.timeZone).day)

/** Where the case stands and whose move it is. */
function Course({ ctx, one }: ShownCase) {
  const territory = ctx.territory.code
  switch (one.state) {
    case 'explanationAsked':
      return (
        <Notice tone="wait" title={`Ждёт объяснения площадки до ${longDate(one.explanationDueOn!)}`}>
          <p class="govuk-body">{nb('После этого дня дело пойдёт дальше и без объяснения.')}</p>
        </Notice>
      )
    case 'proposed':
      return <Notice tone="wait" title="Представление отправлено, решает орган управления" />
    case 'drafted':
      return (
        <Notice tone="wait" title={`Готовится ${act(ctx).nominative}`}>
          <OrderLine territory={territory} orderId={one.orderId} />
        </Notice>
      )
    case 'decided':
      return (
        <Notice tone="ok" title={`Решено ${act(ctx).instrumental} ${one.closedAt ? dayOf(ctx, one.closedAt) : ''}`}>
          <OrderLine territory={territory} orderId={one.orderId} />
        </Notice>
      )
    case 'dropped':
      return (
        <Notice title={`Прекращено без ${act(ctx).genitive} ${one.closedAt ? dayOf(ctx, one.closedAt) : ''}`}>
          <p class="govuk-body">{nb(one.dropReason ?? '')}</p>
        </Notice>
      )
    default:
      return one.remark === null ? null : (
        <Notice tone="late" title="Представление вернули">
          <p class="govuk-body pl-pre">{one.remark}</p>
        </Notice>
      )
  }
}

const OrderLine = ({ territory, orderId }: { territory: string; orderId: OrderId | null }) =>
  orderId === null ? null : (
    <p class="govuk-body">
      <a class="govuk-link" href={paths.order({ territory, order: orderId })}>
        {nb('Открыть решение')}
      </a>
    </p>
  )

function WishSheet({ one, site, ctx, nameOf, heirName }: ShownCase) {
  const clause = changeBasis(site.regulation, one.kind)?.clause
  const isEnd = one.kind === 'termination'
  const rows: MaybeRow[] = [
    { key: dayNames[one.kind], value: longDate(one.onDay) },
    one.untilDay !== null && { key: 'По какой день', value: longDate(one.untilDay) },
    isEnd && { key: 'Основание', value: groundWords(site.regulation, one.ground) },
    { key: reasonName(one.kind), value: <span class="pl-pre">{one.reason}</span> },
    isEnd && { key: 'Закреплённые школы', value: heirName === null ? 'Открепятся' : `Перейдут за площадку ${heirName}` },
    isEnd && {
      key: 'План после этого дня',
      value: one.planFate === 'cancelRest' ? 'Мероприятия будут отменены' : 'Останется без отметки',
    },
    {
      key: one.kind === 'question' ? 'Спросил' : 'Предложил',
      value: `${nameOf(one.startedBy)}, ${proposerNames[one.proposedBy]}, ${dayOf(ctx, one.startedAt)}`,
    },
    one.submissionText !== null && {
      key: one.submissionNumber === null ? 'Представление' : `Представление № ${one.submissionNumber}`,
      value: <span class="pl-pre">{one.submissionText}</span>,
    },
  ]
  return (
    <Sheet title={one.kind === 'question' ? 'О чём спрашивают' : 'Что предлагается'} aside={clauseLink(ctx, clause)}>
      <SummaryList rows={rows} />
    </Sheet>
  )
}

function ExplanationSheet({ one, ctx, nameOf }: ShownCase) {
  return (
    <Sheet title="Объяснение площадки">
      <p class="govuk-body pl-pre">{one.explanation}</p>
      <p class="pl-small pl-quiet">
        {nb(
          [one.explainedBy && nameOf(one.explainedBy), one.explainedAt && dayOf(ctx, one.explainedAt)].filter(Boolean).join(', '),
        )}
      </p>
    </Sheet>
  )
}
