import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { EventId, PlanId, ProgrammeId, SiteId } from '../../kernel/types.ts'
import { events, plannedLines } from '../events/case-queries.ts'
import { programmes } from '../programmes/case-queries.ts'
import { paths } from './paths.ts'

/** What of the network teaches: an event, a line of the plan in force, a topic of a programme of a site. */
export type Teaching =
  | { readonly eventId: EventId }
  | { readonly planId: PlanId; readonly lineKey: string }
  | { readonly programmeId: ProgrammeId; readonly topicId: string }

export type Offer = {
  readonly teaching: Teaching
  readonly siteId: SiteId
  readonly title: string
  /** Whether this person may say what it teaches, and whether it may be said now. */
  readonly may: boolean
  readonly standing: Result<null>
  /** Its page, and the form. */
  readonly home: string
  readonly form: string
}
export type OfferAt =
  | { readonly event: string }
  | { readonly line: string }
  | { readonly programme: string; readonly topic: string }

/** An offer as its address names it; null where there is none of a site. Whoever edits it says what it teaches. */
export async function offerAt(tx: Tx, ctx: Ctx, at: OfferAt): Promise<Offer | null> {
  const territory = ctx.territory.code
  if ('event' in at) {
    const opened = await events.open(tx, ctx, at.event)
    if (!opened) return null
    const { one, site } = opened
    const its = { territory, event: one.id }
    return {
      ...{ teaching: { eventId: one.id }, siteId: site.id, title: one.title },
      may: events.may(ctx, 'event.run', opened),
      standing: events.standing?.(opened, ctx.today) ?? ok(null),
      ...{ home: paths.event(its), form: paths.eventCompetences(its) },
    }
  }
  if ('line' in at) {
    const opened = await plannedLines.open(tx, ctx, at.line)
    if (!opened) return null
    const { key, planId, site, activity } = opened
    return {
      ...{ teaching: { planId, lineKey: key }, siteId: site.id, title: activity },
      may: plannedLines.may(ctx, 'event.run', opened),
      standing: plannedLines.standing?.(opened, ctx.today) ?? ok(null),
      home: paths.planLine({ territory, plan: planId, line: key }),
      form: paths.lineCompetences({ territory, line: key }),
    }
  }
  const opened = await programmes.open(tx, ctx, at.programme)
  const topic = opened?.content.topics.find(({ id }) => id === at.topic)
  if (!opened || !topic || opened.one.siteId === null) return null
  const its = { territory, programme: opened.one.id }
  return {
    teaching: { programmeId: opened.one.id, topicId: topic.id },
    ...{ siteId: opened.one.siteId, title: topic.title },
    may: programmes.may(ctx, 'programme.edit', opened),
    standing: programmes.standing?.(opened, ctx.today) ?? ok(null),
    ...{ home: paths.programme(its), form: paths.topicCompetences({ ...its, topic: topic.id }) },
  }
}
