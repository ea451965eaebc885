import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../../authz/ctx.ts'
import { longDate, longPeriod } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { orderLabel } from '../../../regulation/acts.ts'
import { inBrackets } from '../../../regulation/cite.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { suspensionStopsTerm, termBasis } from '../../../regulation/status/questions.ts'
import { whyLastDay } from '../../../regulation/why.ts'
import { nb, TermBar, TextLink, Timeline, type TimelineItem } from '../../../ui/content.ts'
import { ButtonGroup, Columns, Sheet, Stack } from '../../../ui/frame.ts'
import { clauseLink, Why } from '../../regulation/clause-links.tsx'
import type { LifeStep, StatusPart } from '../ports.ts'
import type { Site } from '../queries.ts'
import { termMeter } from '../rules.ts'
import { suspensionOn } from '../standing-rules.ts'
import { SiteFrame } from './site-frame.tsx'

export type StatusPageProps = {
  ctx: Ctx
  site: Site
  regulation: Regulation
  steps: readonly LifeStep[]
  parts: readonly StatusPart[]
}

/** The life of a status in one line of time, each step with its paper, and what may be done next. */
export function StatusPage(props: StatusPageProps) {
  const { ctx, site, steps, parts } = props
  return (
    <SiteFrame ctx={ctx} site={site} part="status">
      <Columns kind="side">
        <Stack>
          <Sheet title="Как складывался статус">
            <Timeline items={steps.map(itemOf)} />
          </Sheet>
        </Stack>
        <Stack label="Что можно сделать со статусом">
          <TermSheet {...props} />
          <NextSheet parts={parts} />
          {parts.map(({ aside }) => aside)}
        </Stack>
      </Columns>
    </SiteFrame>
  )
}

function TermSheet({ ctx, site, regulation }: StatusPageProps) {
  const clause = termBasis(regulation)?.clause
  const meter = termMeter(site, ctx.today)
  const pause = suspensionOn(site.suspensions, ctx.today)
  const stopped = suspensionStopsTerm(regulation)
  return (
    <Sheet title="Срок статуса" aside={clauseLink(ctx, clause)}>
      {site.to === null ? (
        <p class="govuk-body pl-small">{nb(`С ${longDate(site.from)}; последний день не назван.`)}</p>
      ) : (
        <>
          <p class="govuk-body pl-small">{nb(longPeriod(site))}</p>
          <p class="govuk-body pl-small">{nb(restOf(ctx, site, meter?.daysLeft ?? 0))}</p>
          <TermBar from={site.from} to={site.to} today={ctx.today} />
        </>
      )}
      <Why ctx={ctx} steps={whyLastDay(regulation, site, orderOf(site))} />
      {pause && (
        <p class="govuk-body pl-small">
          {nb(
            stopped.value
              ? `На дни приостановки последний день статуса отодвигается${inBrackets(stopped.basis)}.`
              : 'Приостановка срока не продлевает.',
          )}
        </p>
      )}
    </Sheet>
  )
}

const orderOf = ({ orderKind, orderSignedOn, orderNumber }: Site) =>
  orderLabel({ kind: orderKind, signedOn: orderSignedOn, numberText: orderNumber })

function restOf({ today }: Ctx, site: Site, daysLeft: number): string {
  if (today < site.from) return 'Статус ещё не начался.'
  if (site.to !== null && today > site.to) return 'Статус кончился.'
  return daysLeft === 0 ? 'Сегодня последний день.' : `Осталось ${counted(daysLeft, 'день', 'дня', 'дней')}.`
}

function itemOf({ title, more, link, act, on }: LifeStep): TimelineItem {
  const content: ComponentChildren = (more || link) && (
    <>
      {more && nb(more)}
      {more && link && <br />}
      {link && <TextLink href={link.href}>{link.label}</TextLink>}
    </>
  )
  return { title, when: longDate(on), act, more: content }
}

/** Only what this person may do now, and the clause it rests on. */
function NextSheet({ parts }: { parts: readonly StatusPart[] }) {
  const lines = parts.flatMap(({ next }) => next?.lines ?? [])
  const buttons = parts.flatMap(({ next }) => next?.buttons ?? [])
  const nothing = parts.flatMap(({ next }) => next?.nothing ?? [])
  if (lines.length === 0 && buttons.length === 0 && nothing.length === 0) return null
  return (
    <Sheet title="Что дальше">
      {lines}
      {buttons.length > 0 && <ButtonGroup>{buttons}</ButtonGroup>}
      {lines.length === 0 && buttons.length === 0 && nothing.map((text) => <p class="govuk-body pl-small">{nb(text)}</p>)}
    </Sheet>
  )
}
