import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { keptForm } from '../accounts/kept-forms.ts'
import { type Ctx, contextFor, contextOf, timeOf } from '../authz/ctx.ts'
import { installation, loadAdministrator } from '../authz/installation.ts'
import { can, canAtAll } from '../authz/policy.ts'
import type { Session } from '../authz/visitor.ts'
import { asPool, type Tx } from '../db/pool.ts'
import { keepLocation, read, type Submission } from '../db/transact.ts'
import { forgetSent } from '../files/incoming.ts'
import { steadyMs } from '../kernel/clock.ts'
import { noContacts } from '../kernel/contacts.ts'
import { allRules, type Refusal } from '../kernel/result.ts'
import { type FormState, unchosen } from '../ui/fields.ts'
import { around, fail, html, pathAndQuery, redirect, tooLarge } from './answers.ts'
import type { Around, WebDeps } from './deps.ts'
import { orElsewhere } from './elsewhere.ts'
import { keepForTypist, keepSent, keptNotice, routeOf, signInFirst } from './ended-session.ts'
import type { SentForm } from './form-data.ts'
import { fingerprint, isOwnFormKey } from './form-key.ts'
import { inTurn, isPublic } from './in-turn.ts'
import { answerKept, type KeptAnswers, keepAnswers } from './kept-answers.ts'
import { keptElsewhere } from './kept-elsewhere.tsx'
import { paths } from './paths.ts'
import { knownOf, problemsIn, readWith } from './reading.ts'
import { ruleText, whyHref } from './refusals.ts'
import { badQuery, hasGoodIds, queryOf } from './requested.ts'
import {
  type Answer,
  type GetRoute,
  isRefusal,
  type Later,
  notFound,
  type PageRequest,
  type PostRoute,
  type PublicRoute,
  type Route,
  seeOther,
  type TerritoryAccess,
} from './route.ts'
import { lacksSecondFactor, secondFactorFirst } from './second-factor-first.ts'
import { membershipsOf, readTerritory } from './territories.ts'
import { typedTexts } from './typed.ts'
import { BodyTooLarge, isMultipart, receiveForm } from './uploads.ts'

/** Puts every route of the table on the router. */
export function mount(app: Hono, routes: readonly Route[], deps: WebDeps): void {
  const keeping = keepAnswers()
  for (const route of routes) {
    if (route.method === 'POST') mountPost(app, route, deps)
    else
      app.get(route.path.pattern, (c) =>
        orElsewhere(c, isPublic(route) ? servePublic(c, route, deps, keeping) : serveGet(c, route, deps)),
      )
  }
  const posts = routes.filter((route): route is PostRoute => route.method === 'POST')
  const pages = new Set(routes.flatMap(({ method, path }) => (method === 'POST' ? [] : [path.pattern])))
  for (const { path } of posts) {
    const above = pages.has(path.pattern) ? null : pageAbove(path.pattern, pages)
    if (above !== null) app.get(path.pattern, (c) => seeOther(c.req.path.split('/').slice(0, above).join('/') || '/'))
  }
  app.get(paths.keptForm.pattern, (c) => serveKept(c, posts, deps))
}

/** How many parts of an address, that only takes what a form sends, lead to a page: without scripts it stands in the browser once the form was refused. */
function pageAbove(pattern: string, pages: ReadonlySet<string>): number | null {
  const parts = pattern.split('/')
  const above = parts.map((_, cut) => parts.length - 1 - cut).find((count) => pages.has(parts.slice(0, count).join('/') || '/'))
  return above ?? null
}

function mountPost(app: Hono, route: PostRoute, deps: WebDeps): void {
  const ordinary = bodyLimit({ maxSize: route.most, onError: (c) => tooLarge(c, route, deps) })
  app.post(
    route.path.pattern,
    (c, next) => (isMultipart(c) ? next() : ordinary(c, next)), // what holds files is measured while it comes
    (c) => servePost(c, route, deps),
  )
}

/** Strangers get what was made for others while it stands; who has any cookie may see it otherwise. */
async function servePublic(c: Context, route: PublicRoute, deps: WebDeps, keeping: KeptAnswers): Promise<Response> {
  const stamp = (await route.stamp?.(deps.readers?.pages ?? deps.db, deps.systemNow())) ?? null
  const make = () => makePublic(c, route, deps, stamp)
  return stamp === null || c.req.header('cookie') ? make() : answerKept(c, keeping, stamp, make)
}

async function makePublic(c: Context, route: PublicRoute, deps: WebDeps, stamp: string | null): Promise<Response> {
  const session = c.req.header('cookie') ? await deps.readSession(c.req.raw.headers) : null
  const memberships = session ? await membershipsOf(deps.db, session.accountId) : []
  const visitor = { session, memberships, now: deps.systemNow() }
  const { contacts = noContacts } = deps
  const params = c.req.param()
  const query = queryOf(c, route)
  const frame = around(c, deps, session)
  if (query === badQuery || !hasGoodIds(params)) return fail(c, deps, notFound, frame, { session })
  const answer = await inTurn(route, deps, session, (db) =>
    read(db, {}, (tx) => route.page({ visitor, contacts, origin: deps.services.origin, tx, params, query, stamp })),
  )
  if (answer instanceof Response) return answer
  if (typeof answer === 'function') return answer(session?.accountId ?? stranger, deps.demo === true)
  if (isRefusal(answer)) return fail(c, deps, answer, frame, { session })
  return html(c, deps, deps.shell.publicPage(visitor, answer, frame), answer.status ?? 200, frame)
}

async function serveGet(c: Context, route: GetRoute, deps: WebDeps): Promise<Response> {
  const session = await deps.readSession(c.req.raw.headers)
  if (!session) return signInFirst(c, deps, pathAndQuery(c))
  const frame = around(c, deps, session)
  const query = queryOf(c, route)
  if (query === badQuery) return fail(c, deps, notFound, frame, { session })
  const made = await inTurn(route, deps, session, (db) =>
    inTerritory<Response | Later>(c, { ...deps, db }, session, null, async (tx, ctx) => {
      // It travels with what is asked about the subject; for who may never see such a page nothing is asked.
      if (!route.isTable && canAtAll(ctx.actor, route.access.permits)) deps.shell.prepare?.(tx, ctx).catch(() => {}) // whoever draws the layout hears of it
      const refusal = await whyNot(route.access, { ctx, tx, params: c.req.param() })
      if (refusal) return fail(c, deps, refusal, frame, { ctx, session })
      const answer = await route.page({
        ctx,
        tx,
        params: c.req.param(),
        query,
        form: null,
        conflict: false,
      })
      return typeof answer === 'function' ? answer : show(c, deps, { tx, ctx, answer, frame })
    }),
  )
  return made instanceof Response ? made : made(session.accountId, deps.demo === true)
}

async function servePost(c: Context, route: PostRoute, deps: WebDeps): Promise<Response> {
  const session = await deps.readSession(c.req.raw.headers)
  if (!session) return keepForTypist(c, route, deps)
  // Large files are taken only from those who may send them; they are asked again when everything has come.
  const early = isMultipart(c) ? await admit(c, route, deps, session, null) : null
  if (early instanceof Response) return early
  let sent: SentForm | null = null
  try {
    sent = await receiveForm(c, route.most)
    return await answerForm(c, route, deps, session, sent)
  } catch (error) {
    if (error instanceof BodyTooLarge) return tooLarge(c, route, deps)
    throw error
  } finally {
    if (sent) await forgetSent(sent.files)
  }
}

/** The person in the territory of the address, if they may do this there. */
function admit(
  c: Context,
  route: PostRoute,
  deps: WebDeps,
  session: Session,
  submission: Submission | null,
  params = c.req.param(),
): Promise<Ctx | Response> {
  const asked = async (tx: Tx, ctx: Ctx) => {
    const refusal = await whyNot(route.access, { ctx, tx, params })
    return refusal ? fail(c, deps, refusal, around(c, deps, session), { ctx, session }) : ctx
  }
  return inTerritory(c, deps, session, submission, asked, params)
}

/** GET /kept-forms/:form: the form whose session was over, with everything that had been typed, to whoever typed it. */
async function serveKept(c: Context, routes: readonly PostRoute[], deps: WebDeps): Promise<Response> {
  const session = await deps.readSession(c.req.raw.headers)
  if (!session) return signInFirst(c, deps, pathAndQuery(c))
  const id = c.req.param('form') ?? ''
  const kept = await keptForm(deps, { accountId: session.accountId, id }, deps.systemNow())
  const found = kept && routeOf(routes, kept.action)
  const frame = around(c, deps, session)
  if (!kept || !found) {
    const visitor = { session, memberships: [], now: deps.systemNow() }
    return html(c, deps, deps.shell.publicPage(visitor, keptElsewhere(pathAndQuery(c)), frame), 404, frame)
  }
  const { route, params } = found
  const ctx = await admit(c, route, deps, session, null, params)
  if (ctx instanceof Response) return ctx
  const sent: SentForm = { values: kept.values, nested: {}, files: {}, own: {} }
  const version = kept.version === null ? null : Number(kept.version)
  const told = { ...frame, notice: keptNotice(kept), noticeWaits: true, sentVersion: version }
  if (route.again) return showAgain(c, deps, { route, ctx, params, frame: told, sent, status: 200, errors: [] })
  const typed = typedTexts(Object.entries(kept.values))
  return html(c, deps, deps.shell.errorPage(409, frame, { ctx, sentences: [keptNotice(kept)], typed }), 409, frame)
}

async function answerForm(
  c: Context,
  route: PostRoute,
  deps: WebDeps,
  session: Session,
  sent: SentForm | null,
): Promise<Response> {
  const frame = around(c, deps, session)
  if (!sent) return fail(c, deps, { code: 'rule', rule: 'form.unreadable' }, frame, { session })
  const params = c.req.param()
  if (!isOwnFormKey(deps.secret, session.sessionId, sent.own._key)) {
    const kept = await keepSent(c, deps, sent, false)
    return kept ? redirect(deps, kept, undefined) : fail(c, deps, { code: 'rule', rule: 'form.stale' }, frame, { session })
  }
  const submission: Submission = {
    accountId: session.accountId,
    key: `${sent.own._key.split('.')[0]} ${c.req.path}`,
    requestHash: fingerprint(sent.values, sent.files),
    claimed: false,
  }
  const ctx = await admit(c, route, deps, session, submission)
  if (ctx instanceof Response) return ctx

  const reshaped = sent.own._find ? sent.values : route.reshape?.(sent.values)
  if (reshaped) {
    const kept = { route, ctx, params, frame: { ...frame, sentVersion: versionOf(sent) }, sent: { ...sent, values: reshaped } }
    return showAgain(c, deps, { ...kept, status: 200, errors: [] })
  }
  const open = unchosen(sent.values)
  if (open.length > 0) return showAgain(c, deps, { route, ctx, params, frame, sent, status: 422, errors: open })
  const parsed = readWith(knownOf(sent.own, ctx.today), route.form, sent.nested)
  if (!parsed.success) {
    return showAgain(c, deps, { route, ctx, params, frame, sent, status: 422, errors: problemsIn(parsed.error) })
  }
  // A form that keeps a draft by itself stays where it is.
  const next = (value: unknown) =>
    sent.own._stay ? { to: pathAndQuery(c) } : route.next({ ctx, params, form: parsed.data, value })
  submission.whereTo = (outcome) => attempt(() => next(outcome))
  const result = await route.act({
    ctx: { ...ctx, pool: asPool(deps.db) },
    params,
    form: parsed.data,
    files: sent.files,
    version: versionOf(sent) ?? 0,
  })
  if (result.ok) {
    const go = next(result.value)
    if (submission.claimed && submission.location?.to !== go.to) await keepLocation(deps.db, submission, go)
    return (await showOnce(c, deps, { route, ctx, params, frame, sent, value: result.value })) ?? redirect(deps, go.to, go.notice)
  }
  return refused(c, deps, { route, ctx, params, frame, sent, submission, refusal: result.refusal })
}

/** What a person sees once only goes neither into a cookie nor into a table. */
function showOnce(c: Context, deps: WebDeps, given: Posted & { value: unknown }): Promise<Response | null> {
  const { route, ctx, params, frame, value } = given
  if (!route.shows) return Promise.resolve(null)
  return read(deps.db, ctx.scope, async (tx) => {
    const page = await route.shows!({ ctx, tx, params, query: {}, form: null, conflict: false, value })
    return page && show(c, deps, { tx, ctx, answer: page, frame, status: 200 })
  })
}

/** The first of several transactions of a command may have another outcome than the command: then there is no address yet. */
function attempt<T>(make: () => T): T | null {
  try {
    return make()
  } catch {
    return null
  }
}

/** The version of the thing the form was made for; null when the form has none. */
function versionOf(sent: SentForm): number | null {
  const version = Number.parseInt(sent.own._version ?? '', 10)
  return Number.isNaN(version) ? null : version
}

type Posted = { route: PostRoute; ctx: Ctx; params: Record<string, string>; frame: Around; sent: SentForm }

async function refused(
  c: Context,
  deps: WebDeps,
  given: Posted & { submission: Submission; refusal: Refusal },
): Promise<Response> {
  const { refusal, ctx, frame } = given
  if (refusal.code === 'repeated') return repeated(c, deps, given)
  if (refusal.code === 'changedMeanwhile') return showAgain(c, deps, { ...given, status: 409, errors: [], conflict: true })
  if (refusal.code === 'busy') {
    const message = ruleText(deps.ruleTexts, { code: 'rule', rule: refusal.rule ?? 'form.busy' })
    return showAgain(c, deps, { ...given, status: 409, errors: [{ field: '', message }] })
  }
  if (refusal.code === 'rule') {
    const errors = allRules(refusal).map((rule) => ({
      field: rule.field ?? '',
      message: ruleText(deps.ruleTexts, rule, ctx),
      ...(rule.clause ? { why: whyHref(ctx.territory.code, rule.clause) } : {}),
    }))
    return showAgain(c, deps, { ...given, status: 422, errors })
  }
  return fail(c, deps, refusal, frame, { ctx })
}

/** The same form came before: the same content goes where the first went; other content is shown again with a new key. */
async function repeated(c: Context, deps: WebDeps, given: Posted & { submission: Submission }): Promise<Response> {
  const { submission } = given
  for (let attempt = 0; attempt < 20; attempt++) {
    const first = await deps.db
      .selectFrom('submissions')
      .select(['requestHash', 'location', 'notice'])
      .where((is) => is.and({ accountId: submission.accountId, key: submission.key }))
      .executeTakeFirst()
    if (first && first.requestHash !== submission.requestHash) break
    if (first?.location) return redirect(deps, first.location, first.notice ?? undefined)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const message = 'Эта форма уже отправлена раньше. Проверьте, что записано, и отправьте ещё раз, если нужно'
  return showAgain(c, deps, { ...given, status: 409, errors: [{ field: '', message }] })
}

/** Shows the form again with the person's text. Without a page for it the sentences stand on an error page. */
function showAgain(
  c: Context,
  deps: WebDeps,
  given: Posted & { status: number; errors: FormState['errors']; conflict?: boolean },
): Promise<Response> {
  const { route, params, sent, status, errors, conflict = false } = given
  const frame = status === 422 ? { ...given.frame, sentVersion: versionOf(sent) } : given.frame
  return read(deps.db, given.ctx.scope, async (tx) => {
    if (!route.again) {
      const sentences = errors.map((error) => error.message)
      return html(c, deps, deps.shell.errorPage(status, frame, { ctx: given.ctx, sentences }), status, frame)
    }
    const request: PageRequest = { ctx: given.ctx, tx, params, query: {}, form: { values: sent.values, errors }, conflict }
    const answer = await route.again(request)
    return show(c, deps, { tx, ctx: given.ctx, answer, frame, status })
  })
}

async function show(
  c: Context,
  deps: WebDeps,
  given: { tx: Tx; ctx: Ctx; answer: Answer; frame: Around; status?: number },
): Promise<Response> {
  const { tx, ctx, answer, frame, status } = given
  if (answer instanceof Response) return answer
  if (typeof answer === 'function') return answer(ctx.actor.accountId ?? stranger, deps.demo === true)
  if (isRefusal(answer)) return fail(c, deps, answer, frame, { ctx })
  const page = { ...answer, status: status ?? answer.status ?? 200 }
  if (answer.refresh) c.header('Refresh', String(answer.refresh))
  return html(c, deps, await deps.shell.territoryPage(tx, ctx, page, frame), page.status, frame)
}

/**
 * Finds the territory of the address and the person in it; an address without one is of the installation. To an account that does not belong there it
 * does not exist.
 */
async function inTerritory<T>(
  c: Context,
  deps: WebDeps,
  session: Session,
  submission: Submission | null,
  work: (tx: Tx, ctx: Ctx) => Promise<T | Response>,
  params = c.req.param(),
): Promise<T | Response> {
  const absent = () => fail(c, deps, notFound, around(c, deps, session), { session }) // a form's key is made only where it is shown
  if (!hasGoodIds(params)) return absent()
  const { accountId } = session
  const given = { personId: null, accountId, submission, services: deps.services, begun: steadyMs() }
  const entered = async (tx: Tx, ctx: Ctx | undefined) => {
    if (ctx && (await lacksSecondFactor(tx, ctx))) return redirect(deps, paths.access({}), secondFactorFirst)
    return ctx ? work(tx, ctx) : absent()
  }
  if (params.territory === undefined)
    return read(deps.db, { territoryId: installation.id, accountId }, async (tx) => {
      const actor = await loadAdministrator(tx, accountId)
      return entered(
        tx,
        actor && contextFor(actor, { territory: installation, ...given, ...timeOf(installation, deps.systemNow()) }),
      )
    })
  return readTerritory(deps.db, params.territory, accountId, async (tx, found) => {
    const time = found && timeOf(found.territory, deps.systemNow())
    return entered(tx, found && time && (await contextOf(tx, { ...found, ...given, ...time })))
  })
}

/** The policy's word on a route: null when allowed. What one may not even see is not found. */
async function whyNot(
  access: TerritoryAccess,
  request: { ctx: Ctx; tx: Tx; params: Record<string, string> },
): Promise<Refusal | null> {
  const { ctx } = request
  const subject = access.subject ? await access.subject(request) : { territoryId: ctx.territory.id }
  if (!subject) return notFound
  if (access.sees && !can(ctx.actor, access.sees, subject)) return notFound
  return can(ctx.actor, access.permits, subject) ? null : { code: 'forbidden', permission: access.permits }
}

/** All who are not signed in wait as one. */
const stranger = 'stranger'
