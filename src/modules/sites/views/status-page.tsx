import type { ComponentChildren } from 'preact'
import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate, longPeriod } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { numberedAct } from '../../../regulation/acts.ts'
import { basisOf } from '../../../regulation/cite.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { ButtonGroup, ButtonLink } from '../../../ui/buttons.tsx'
import { Clause } from '../../../ui/clause.tsx'
import { nb } from '../../../ui/nb.ts'
import { RowList } from '../../../ui/row-list.tsx'
import { Columns, Sheet, Stack } from '../../../ui/sheet.tsx'
import { RowLink } from '../../../ui/table.tsx'
import { TermBar } from '../../../ui/term-bar.tsx'
import { Timeline, type TimelineItem } from '../../../ui/timeline.tsx'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import { proposerOf } from '../../status-cases/commands/start-case.ts'
import { isClosed } from '../../status-cases/machine.ts'
import { caseKindNames, caseStateNames } from '../../status-cases/naming-blocks.ts'
import type { CaseRow } from '../../status-cases/queries.ts'
import { basisOfKind, kindsNow } from '../../status-cases/rules.ts'
import type { LifeStep } from '../../status-cases/timeline-queries.ts'
import type { Site } from '../queries.ts'
import { termMeter } from '../rules.ts'
import { suspensionOn } from '../standing-rules.ts'
import { SiteFrame } from './site-frame.tsx'

export type StatusPageProps = {
  ctx: Ctx
  site: Site
  regulation: Regulation
  steps: readonly LifeStep[]
  /** Null when the person may not see the cases. */
  cases: readonly CaseRow[] | null
  contracts: number | null
}

/** The life of a status in one line of time, each step with its paper, and what may be done next. */
export function StatusPage(props: StatusPageProps) {
  const { ctx, site, steps, cases } = props
  return (
    <SiteFrame ctx={ctx} site={site} part="status">
      <Columns kind="side">
        <Stack>
          <Sheet title="Как складывался статус">
            <Timeline items={steps.flatMap((step) => itemOf(props, step))} />
          </Sheet>
        </Stack>
        <Stack label="Что можно сделать со статусом">
          <TermSheet {...props} />
          <NextSheet {...props} />
          {cases !== null && cases.length > 0 && <CasesSheet ctx={ctx} cases={cases} />}
        </Stack>
      </Columns>
    </SiteFrame>
  )
}

function TermSheet({ ctx, site, regulation }: StatusPageProps) {
  const clause = regulation.term && basisOf(regulation, regulation.term.clause).clause
  const meter = termMeter(site, ctx.today)
  const pause = suspensionOn(site.suspensions, ctx.today)
  return (
    <Sheet title="Срок статуса" aside={clause && <Clause number={clause} href={clauseHref(ctx.territory.code, clause)} />}>
      {site.to === null ? (
        <p class="govuk-body pl-small">{nb(`С ${longDate(site.from)}; последний день приказ не назвал.`)}</p>
      ) : (
        <>
          <p class="govuk-body pl-small">{nb(longPeriod(site))}</p>
          <p class="govuk-body pl-small">{nb(restOf(ctx, site, meter?.daysLeft ?? 0))}</p>
          <TermBar from={site.from} to={site.to} today={ctx.today} />
        </>
      )}
      {pause && <p class="govuk-body pl-small">{nb('Приостановка срока не продлевает.')}</p>}
    </Sheet>
  )
}

function restOf({ today }: Ctx, site: Site, daysLeft: number): string {
  if (today < site.from) return 'Статус ещё не начался.'
  if (site.to !== null && today > site.to) return 'Статус кончился.'
  return daysLeft === 0 ? 'Сегодня последний день.' : `Осталось ${counted(daysLeft, 'день', 'дня', 'дней')}.`
}

type Shown = { title: string; more: string | null; link: { href: string; label: string } | null; act: boolean }

function itemOf(props: StatusPageProps, step: LifeStep): TimelineItem[] {
  const shown = shownOf(props, step)
  if (shown === null) return []
  const { title, more, link, act } = shown
  const content: ComponentChildren = (more || link) && (
    <>
      {more && nb(more)}
      {more && link && <br />}
      {link && (
        <a class="govuk-link" href={link.href}>
          {nb(link.label)}
        </a>
      )}
    </>
  )
  return [{ title, when: longDate(step.on), act, more: content }]
}

const toOrder = (territory: string, step: Extract<LifeStep, { orderId: string }>) => ({
  href: paths.order({ territory, order: step.orderId }),
  label: `${numberedAct(step.orderKind, step.orderNumber)} от ${longDate(step.signedOn)}, п. ${step.point}`,
})

/** What a step is called and where it is read; null for whoever may not see it. */
function shownOf({ ctx, site, regulation, cases, contracts }: StatusPageProps, step: LifeStep): Shown | null {
  const territory = ctx.territory.code
  const subject = {
    territoryId: ctx.territory.id,
    siteId: site.id,
    organisationIds: site.organisations.map((one) => one.id),
  }
  switch (step.what) {
    case 'call':
      return {
        title: 'Объявлен приём заявок',
        more: step.title,
        link: { href: paths.call({ territory, call: step.callId }), label: 'Открыть приём' },
        act: true,
      }
    case 'application': {
      const href = paths.application({ territory, application: step.applicationId })
      const sees = may(ctx, 'application.view', subject)
      const title = step.number === null ? 'Подана заявка' : `Подана заявка № ${step.number}`
      return { title, more: null, link: sees ? { href, label: 'Открыть заявку' } : null, act: false }
    }
    case 'granted': {
      const until = step.to === null ? '' : ` по ${longDate(step.to)}`
      return { title: 'Присвоен статус', more: `С ${longDate(step.from)}${until}`, link: toOrder(territory, step), act: true }
    }
    case 'extended':
      return { title: 'Статус продлён', more: `По ${longDate(step.to)}`, link: toOrder(territory, step), act: true }
    case 'suspended':
      return { title: 'Деятельность приостановлена', more: step.reason, link: toOrder(territory, step), act: true }
    case 'resumed':
      return { title: 'Деятельность возобновлена', more: null, link: toOrder(territory, step), act: true }
    case 'terminated': {
      const ground = regulation.termination?.grounds.find((one) => one.code === step.ground)?.text ?? step.ground
      return { title: 'Последний день статуса: прекращён приказом', more: ground, link: toOrder(territory, step), act: true }
    }
    case 'over':
      return { title: 'Последний день статуса: срок вышел', more: null, link: null, act: false }
    case 'contract': {
      if (contracts === null) return null
      const ended = step.endedOn === null ? '' : `, расторгнут ${longDate(step.endedOn)}`
      return {
        title: `Подписан договор № ${step.number}`,
        more: `По ${longDate(step.to)}${ended}`,
        link: { href: paths.contract({ territory, contract: step.contractId }), label: 'Открыть договор' },
        act: true,
      }
    }
    default: {
      if (cases === null) return null
      const titles = { case: 'Открыто дело', submission: 'Отправлено представление', dropped: 'Дело прекращено без приказа' }
      return {
        title: `${titles[step.what]}: ${caseKindNames[step.kind].toLowerCase()}`,
        more: step.reason || null,
        link: { href: paths.statusCase({ territory, case: step.caseId }), label: 'Открыть дело' },
        act: false,
      }
    }
  }
}

/** Only what this person may do now, and the clause it rests on. */
function NextSheet({ ctx, site, regulation, cases, contracts }: StatusPageProps) {
  const at = { territory: ctx.territory.code, site: site.id }
  const subject = {
    territoryId: ctx.territory.id,
    siteId: site.id,
    organisationIds: site.organisations.map((one) => one.id),
  }
  const busy = new Set((cases ?? []).filter((one) => !isClosed(one.state)).map((one) => one.kind))
  const kinds = may(ctx, 'statusCase.start', subject)
    ? kindsNow(regulation, site, ctx.today, proposerOf(ctx)).filter((kind) => !busy.has(kind))
    : []
  const hasContracts = contracts !== null && regulation.contract !== null
  if (kinds.length === 0 && !hasContracts) {
    if (cases === null) return null
    return (
      <Sheet title="Что дальше">
        <p class="govuk-body pl-small">
          {nb(busy.size > 0 ? 'Решение уже готовится: откройте дело.' : 'Сейчас со статусом ничего сделать нельзя.')}
        </p>
      </Sheet>
    )
  }
  return (
    <Sheet title="Что дальше">
      {kinds.map((kind) => {
        const { clause } = basisOfKind(regulation, kind)
        return (
          <p class="govuk-body pl-small">
            <a class="govuk-link" href={paths.siteStatusCases(at, { kind })}>
              {nb(`${caseKindNames[kind]}: открыть дело`)}
            </a>{' '}
            <Clause number={clause} href={clauseHref(ctx.territory.code, clause)} />
          </p>
        )
      })}
      {hasContracts && (
        <ButtonGroup>
          <ButtonLink kind="secondary" small href={paths.siteContracts(at)}>
            {contracts === 0 ? 'Открыть договоры' : `Договоры: ${contracts}`}
          </ButtonLink>
        </ButtonGroup>
      )}
    </Sheet>
  )
}

function CasesSheet({ ctx, cases }: { ctx: Ctx; cases: readonly CaseRow[] }) {
  return (
    <Sheet title="Дела о статусе">
      <RowList
        rows={cases.map((one) => (
          <RowLink
            href={paths.statusCase({ territory: ctx.territory.code, case: one.id })}
            name={caseKindNames[one.kind]}
            more={caseStateNames[one.state]}
          />
        ))}
      />
    </Sheet>
  )
}
