import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { localTime } from '../../kernel/clock.ts'
import type { Instant } from '../../kernel/types.ts'
import { basisOf } from '../../regulation/cite.ts'
import { attaches, changeBasis } from '../../regulation/status/questions.ts'
import { ruleStep } from '../../regulation/why.ts'
import { nb, RowLink, RowList, Second } from '../../ui/content.ts'
import { Sheet } from '../../ui/frame.ts'
import { clauseLink, Why } from '../regulation/clause-links.tsx'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import type { LifeStep, ShownSite, StatusPart } from '../sites/ports.ts'
import { proposerOf } from './case.ts'
import { caseKinds, isClosed } from './machine.ts'
import { paths } from './paths.ts'
import { type CaseRow, casesOfSite } from './queries.ts'
import { recordOf } from './record-queries.ts'
import { kindsNow, whyNotNow } from './rules.ts'
import { kindHints, kindNames, states, whyNotWords } from './texts.ts'

/** The cases of a site on the page of its status: their steps, what may be begun now and the clause it rests on. */
export async function casesOnStatus(tx: Tx, ctx: Ctx, { site: shown, regulation, subject }: ShownSite): Promise<StatusPart> {
  // Days that a suspension has added are no extension.
  const prolonged = shown.extensions.filter(({ makesUp }) => !makesUp).length
  const [suspends, record] = await Promise.all([
    settingOf(tx, ctx, settings.suspension),
    recordOf(tx, ctx, { id: shown.id, regulation }, null),
  ])
  const site = { ...shown, prolonged, suspends, record }
  const sees = may(ctx, 'statusCase.view', subject)
  const cases = sees ? await casesOfSite(tx, ctx, site.id) : []
  const busy = new Set(cases.filter((one) => !isClosed(one.state)).map((one) => one.kind))
  const kinds = may(ctx, 'statusCase.start', subject)
    ? kindsNow(regulation, site, ctx.today, proposerOf(ctx)).filter((kind) => !busy.has(kind))
    : []
  const at = { territory: ctx.territory.code, site: site.id }
  const lines = kinds.map((kind) => {
    const clause = changeBasis(regulation, kind)?.clause
    return (
      <p class="govuk-body pl-small">
        <a class="govuk-link" href={paths.siteStatusCases(at, { kind })}>
          {nb(`${kindNames[kind]}: открыть дело`)}
        </a>{' '}
        {clauseLink(ctx, clause)}
        <Second>{kindHints[kind]}</Second>
      </p>
    )
  })
  const forbidden = may(ctx, 'statusCase.start', subject)
    ? // A site is asked only where the paper says so: elsewhere nothing is missing.
      caseKinds
        .filter((kind) => kind !== 'question')
        .flatMap((kind) => {
          const why = whyNotNow(regulation, site, kind, { today: ctx.today, proposedBy: proposerOf(ctx) })
          return why === null || busy.has(kind)
            ? []
            : [{ text: whyNotWords(kind, why), basis: why.clause === undefined ? null : basisOf(regulation, [why.clause]) }]
        })
    : []
  const absent = may(ctx, 'order.draft') && !attaches(regulation).value ? [ruleStep(regulation, 'attachments')] : []
  const missing = [...forbidden, ...absent]
  const nots = missing.length > 0 ? [<Why ctx={ctx} steps={missing} of="Почему остального здесь нет?" />] : []
  const nothing = busy.size > 0 ? 'Решение уже готовится: откройте дело.' : 'Сейчас со статусом ничего сделать нельзя.'
  return {
    steps: [...cases].reverse().flatMap((one) => stepsOf(ctx, one)),
    next: {
      lines: [
        ...(sees && lines.length === 0 && nots.length > 0 ? [<p class="govuk-body pl-small">{nothing}</p>] : lines),
        ...nots,
      ],
      ...(sees ? { nothing } : {}),
    },
    ...(cases.length > 0 ? { aside: <CasesSheet ctx={ctx} cases={cases} /> } : {}),
  }
}

function stepsOf(ctx: Ctx, { id, kind, reason, startedAt, submittedAt, dropReason, closedAt }: CaseRow): LifeStep[] {
  const step = (what: LifeStep['what'], at: Instant, title: string, more: string | null): LifeStep => ({
    what,
    on: localTime(at, ctx.territory.timeZone).day,
    title: `${title}: ${kindNames[kind].toLowerCase()}`,
    more,
    link: { href: paths.statusCase({ territory: ctx.territory.code, case: id }), label: 'Открыть дело' },
    act: false,
  })
  return [
    step('case', startedAt, 'Открыто дело', reason),
    ...(submittedAt ? [step('submission', submittedAt, 'Отправлено представление', null)] : []),
    ...(dropReason && closedAt ? [step('dropped', closedAt, 'Дело закрыто без решения', dropReason)] : []),
  ]
}

function CasesSheet({ ctx, cases }: { ctx: Ctx; cases: readonly CaseRow[] }) {
  return (
    <Sheet title="Дела о статусе">
      <RowList
        rows={cases.map((one) => (
          <RowLink
            href={paths.statusCase({ territory: ctx.territory.code, case: one.id })}
            name={kindNames[one.kind]}
            more={states[one.state].word}
          />
        ))}
      />
    </Sheet>
  )
}
