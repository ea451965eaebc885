import type { Ctx } from '../../../authz/ctx.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import type { Instant } from '../../../kernel/types.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { Clause } from '../../../ui/clause.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { nb } from '../../../ui/nb.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Columns, Sheet, Stack } from '../../../ui/sheet.tsx'
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import { basisOfKind, groundWords, maySubmitTo } from '../rules.ts'
import { dayNames, kindNames, proposerNames } from '../texts.ts'
import { CaseDeeds } from './case-deeds.tsx'
import { CaseFacts } from './case-facts.tsx'
import type { CasePageProps } from './case-props.ts'
import { CaseTag } from './case-tag.tsx'
import { EvidenceSheet } from './evidence-sheet.tsx'
import { MismatchSheet } from './mismatch-sheet.tsx'

/** A case about a status: what is wished and why, what speaks for and against it, and the next step of whoever looks. (R-35, C-71, C-33) */
export function CasePage(props: CasePageProps) {
  const { ctx, one, site, form, conflict, evidence, facts, mismatch } = props
  const at = { territory: ctx.territory.code, site: site.id }
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.sites(at), label: 'Площадки' },
          { href: paths.siteStatus(at), label: `Статус: ${site.name}` },
        ]}
      />
      <ErrorSummary outcome="Не сделано" form={form} />
      {conflict && <Notice tone="wait" title="Пока вы смотрели, дело изменилось. Прочитайте его снова и решите ещё раз" live />}
      <PageHead title={kindNames[one.kind]} more={site.name} line={[<CaseTag state={one.state} />]} tools={toolsOf(props)} />
      <Columns kind="side">
        <Stack>
          <Course {...props} />
          <WishSheet {...props} />
          {one.explanation !== null && <ExplanationSheet {...props} />}
          <EvidenceSheet {...props} evidence={evidence} />
          {one.kind === 'termination' && <MismatchSheet {...props} mismatch={mismatch} />}
        </Stack>
        <Stack label="Что делать с делом">
          <CaseDeeds {...props} />
          {facts.length > 0 && <CaseFacts title="По чему судят о продлении" facts={facts} />}
        </Stack>
      </Columns>
    </>
  )
}

function toolsOf({ ctx, one, site }: CasePageProps) {
  if (!maySubmitTo(site.regulation, one.kind) || one.submissionText === null) return []
  const at = { territory: ctx.territory.code, case: one.id }
  return (['docx', 'pdf'] as const).map((format) => ({
    href: paths.statusCaseDocument({ ...at, format }),
    label: `Представление .${format}`,
    icon: 'download' as const,
  }))
}

const dayOf = (ctx: Ctx, at: Instant) => longDate(localTime(at, ctx.territory.timeZone).day)

/** Where the case stands and whose move it is. */
function Course({ ctx, one }: CasePageProps) {
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
        <Notice tone="wait" title="Готовится приказ">
          <OrderLine territory={territory} orderId={one.orderId} />
        </Notice>
      )
    case 'decided':
      return (
        <Notice tone="ok" title={`Решено приказом ${one.closedAt ? dayOf(ctx, one.closedAt) : ''}`}>
          <OrderLine territory={territory} orderId={one.orderId} />
        </Notice>
      )
    case 'dropped':
      return (
        <Notice title={`Прекращено без приказа ${one.closedAt ? dayOf(ctx, one.closedAt) : ''}`}>
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

const OrderLine = ({ territory, orderId }: { territory: string; orderId: string | null }) =>
  orderId === null ? null : (
    <p class="govuk-body">
      <a class="govuk-link" href={paths.order({ territory, order: orderId })}>
        {nb('Открыть приказ')}
      </a>
    </p>
  )

function WishSheet({ ctx, one, site, nameOf, heirName }: CasePageProps) {
  const { clause } = basisOfKind(site.regulation, one.kind)
  const isEnd = one.kind === 'termination'
  const rows: SummaryRow[] = [
    { key: dayNames[one.kind], value: longDate(one.onDay) },
    ...(isEnd ? [{ key: 'Основание', value: groundWords(site.regulation, one.ground) }] : []),
    { key: 'Почему', value: <span class="pl-pre">{one.reason}</span> },
    ...(isEnd
      ? [
          { key: 'Закреплённые школы', value: heirName === null ? 'Открепятся' : `Перейдут за площадку ${heirName}` },
          {
            key: 'План после этого дня',
            value: one.planFate === 'cancelRest' ? 'Мероприятия будут отменены' : 'Останется без отметки',
          },
        ]
      : []),
    {
      key: 'Предложил',
      value: `${nameOf(one.startedBy)}, ${proposerNames[one.proposedBy]}, ${dayOf(ctx, one.startedAt)}`,
    },
    ...(one.submissionText === null
      ? []
      : [
          {
            key: one.submissionNumber === null ? 'Представление' : `Представление № ${one.submissionNumber}`,
            value: <span class="pl-pre">{one.submissionText}</span>,
          },
        ]),
  ]
  return (
    <Sheet title="Что предлагается" aside={<Clause number={clause} href={clauseHref(ctx.territory.code, clause)} />}>
      <SummaryList rows={rows} />
    </Sheet>
  )
}

function ExplanationSheet({ ctx, one, nameOf }: CasePageProps) {
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
