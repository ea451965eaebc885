import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Ctx, contextOf, timeOf } from '../../authz/ctx.ts'
import { asPool, type Tx } from '../../db/pool.ts'
import { read } from '../../db/transact.ts'
import { allRules, no, type Refusal, type RuleRefusal } from '../../kernel/result.ts'
import type { EventId, PersonId } from '../../kernel/types.ts'
import type { WebDeps } from '../../web/deps.ts'
import { ruleText, statusOf } from '../../web/refusals.ts'
import { territoryByCode } from '../../web/territories.ts'
import { cancelledOrNot, icsOf } from './calendar.ts'
import { events } from './case.ts'
import { giveUpPlace, takePlace } from './deeds/come.ts'
import { paths, own as patterns } from './paths.ts'
import { answerIsOpen } from './rules.ts'
import { eventsOfFeed, ownerOfFeed, placeOfLink } from './secrets.ts'
import { placeOf } from './store.ts'
import { AnswerPage } from './views/answer-page.tsx'

/** More than two buttons need. */
const mostBytes = 4 * 1024

/** What a secret address opens to whoever has it, without signing in: the answer of somebody who is sent, and one's own calendar. */
export function createEventDoors(deps: WebDeps): Hono {
  const small = bodyLimit({ maxSize: mostBytes, onError: (c) => gone(c, deps) })
  return new Hono()
    .get(patterns.eventAnswer.pattern, (c) => showAnswer(c, deps, 200, []))
    .post(patterns.eventAnswer.pattern, small, (c) => takeAnswer(c, deps))
    .get(patterns.eventFeed.pattern, (c) => sendFeed(c, deps))
}

type Opened = { readonly ctx: Ctx; readonly eventId: EventId }

/** The person whom a link belongs to, as if they had signed in; null when it serves nobody. */
async function openedBy(
  c: Context,
  deps: WebDeps,
  find: (tx: Tx, where: Pick<Ctx, 'territory'>, secret: string) => Promise<{ personId: PersonId; eventId?: EventId } | undefined>,
): Promise<(Omit<Opened, 'eventId'> & { eventId: EventId | null }) | null> {
  const territory = await territoryByCode(deps.db, c.req.param('territory') ?? '')
  if (!territory) return null
  const { now, today } = timeOf(territory, deps.systemNow())
  return read(deps.db, { territoryId: territory.id }, async (tx) => {
    const found = await find(tx, { territory }, c.req.param('secret') ?? '')
    if (!found) return null
    const given = { territory, personId: found.personId, accountId: null, now, today, services: deps.services }
    const ctx = await contextOf(tx, given)
    return ctx ? { ctx, eventId: found.eventId ?? null } : null
  })
}

async function showAnswer(c: Context, deps: WebDeps, status: number, problems: readonly string[], done: string | null = null) {
  const opened = await openedBy(c, deps, placeOfLink)
  const { eventId } = opened ?? {}
  if (!opened || !eventId) return gone(c, deps)
  const { ctx } = opened
  const page = await read(deps.db, ctx.scope, async (tx) => {
    const event = await events.open(tx, ctx, eventId)
    const place = await placeOf(tx, ctx, eventId, ctx.actor.personId)
    if (!event || !place || !answerIsOpen(event.one, place.state, ctx.now)) return null
    const address = paths.eventAnswer({ territory: ctx.territory.code, secret: c.req.param('secret') ?? '' })
    const may = { comes: takePlace.offered(ctx, event), declines: giveUpPlace.offered(ctx, event) }
    return {
      title: event.one.title,
      body: <AnswerPage {...{ ctx, event, place, address, may, problems, done }} />,
    }
  })
  if (!page) return gone(c, deps)
  const around = { address: new URL(c.req.url).pathname, cookies: c.req.header('cookie'), formKey: '', notice: null }
  c.header('Cache-Control', 'no-store')
  c.header('Referrer-Policy', 'no-referrer')
  return c.html(deps.shell.publicPage({ session: null, memberships: [], now: deps.systemNow() }, page, around), status as 200)
}

/** The answer is the person's own deed: the same as with an account. */
async function takeAnswer(c: Context, deps: WebDeps): Promise<Response> {
  const opened = await openedBy(c, deps, placeOfLink)
  const { eventId } = opened ?? {}
  if (!opened || !eventId) return gone(c, deps)
  const answer = (await c.req.formData()).get('answer')
  if (answer !== 'yes' && answer !== 'no') return showAnswer(c, deps, 422, ['Нажмите «Приду» или «Не приду»'])
  const acting = { ...opened.ctx, pool: asPool(deps.db) }
  const result = answer === 'yes' ? await takePlace.run(acting, { id: eventId }) : await giveUpPlace.run(acting, { id: eventId })
  // Whoever holds no place has said «Не приду» already.
  if (result.ok || (answer === 'no' && result.refusal.code === 'illegalMove'))
    return showAnswer(c, deps, 200, [], 'Ответ записан')
  const problems = rulesOf(result.refusal).map((rule) => ruleText(deps.ruleTexts, rule))
  return showAnswer(c, deps, statusOf(result.refusal), problems)
}

/** What is said of a refusal: there are words for each. */
function rulesOf(refusal: Refusal): readonly RuleRefusal[] {
  if (refusal.code === 'rule') return allRules(refusal)
  return [no(refusal.code === 'busy' ? (refusal.rule ?? 'form.busy') : 'event.noAnswerNow')]
}

async function sendFeed(c: Context, deps: WebDeps): Promise<Response> {
  const opened = await openedBy(c, deps, ownerOfFeed)
  if (!opened) return gone(c, deps)
  const { ctx } = opened
  const rows = await read(deps.db, ctx.scope, (tx) => eventsOfFeed(tx, ctx, ctx.actor.personId))
  const text = icsOf(
    rows.map((row) => ({
      ...row,
      href: `${ctx.services.origin}${paths.event({ territory: ctx.territory.code, event: row.id })}`,
      where: row.room,
      status: cancelledOrNot(row.state, row.place === 'confirmed' || row.place === 'came'),
      version: row.editVersion,
    })),
    ctx.now,
    `Мероприятия: ${ctx.territory.shortName}`,
  )
  return c.body(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'no-store' })
}

function gone(c: Context, deps: WebDeps): Response {
  const around = { address: '/', cookies: c.req.header('cookie'), formKey: '', notice: null }
  c.header('Cache-Control', 'no-store')
  return c.html(deps.shell.errorPage(404, around, {}), 404) as Response
}
