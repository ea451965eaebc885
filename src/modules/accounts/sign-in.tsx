import type { Context } from 'hono'
import { minutesUntil } from '../../accounts/attempt-rules.ts'
import { type Counter, forgiveAttempts, takeAttempt } from '../../accounts/attempts.ts'
import { halfWayCookie } from '../../accounts/half-way.ts'
import { deviceCookie, deviceOf } from '../../accounts/known-device.ts'
import { confirmedFactor } from '../../accounts/second-factor.ts'
import { type Ending, endings } from '../../authz/visitor.ts'
import { systemNow } from '../../kernel/clock.ts'
import type { FormState } from '../../ui/fields.ts'
import { isOwnFormKey } from '../../web/form-key.ts'
import { noticeCookie } from '../../web/notice.ts'
import { paths } from '../../web/paths.ts'
import { normalEmail } from './commands/create-account.ts'
import {
  type AccountDeps,
  goTo,
  isOwnVisit,
  networkOfRequest,
  one,
  sentForm,
  showError,
  showStranger,
  strangersFrame,
} from './frame.ts'
import { demoAdministrators, demoChoices, demoPerson, isDemonstration } from './queries.ts'
import { afterSignIn } from './rules.ts'
import { texts } from './texts.ts'
import { SignInPage } from './views/sign-in-page.tsx'

/** GET /sign-in. In a demonstration it stays open to the signed-in, who come to look through other eyes. */
export async function openSignIn(c: Context, deps: AccountDeps): Promise<Response> {
  const next = afterSignIn(c.req.query('next'))
  const demo = await isDemo(deps)
  if (!demo && (await deps.auth.readSession(c.req.raw.headers))) return goTo(next ?? paths.myTerritories({}), [])
  return showSignIn(c, deps, { next, why: endingOf(c.req.query('why')), demo, form: null, status: 200 })
}

/** POST /sign-in */
export async function signIn(c: Context, deps: AccountDeps): Promise<Response> {
  const sent = await sentForm(c)
  if (!sent) return showError(c, deps, 422, [texts.signIn.stale])
  const next = afterSignIn(one(sent, 'next'))
  const demo = await isDemo(deps)
  const again = (status: number, errors: FormState['errors']) =>
    showSignIn(c, deps, { next, why: null, demo, status, form: { values: { email: one(sent, 'email') }, errors } })
  if (!isOwnVisit(c, deps, sent)) return again(422, [{ field: '', message: texts.signIn.stale }])

  const [email, password] = [normalEmail(one(sent, 'email')), one(sent, 'password')]
  const missing = [
    ...(email === '' ? [{ field: 'email', message: texts.signIn.writeEmail }] : []),
    ...(password === '' ? [{ field: 'password', message: texts.signIn.writePassword }] : []),
  ]
  if (missing.length > 0) return again(422, missing)

  const device = deviceOf(deps, c.req.header('cookie'), email)
  const counters = countersOf(email, device, networkOfRequest(c, deps))
  // Sessions and waits run on the machine's clock, whatever day a demonstration shows.
  const now = systemNow()
  const until = await takeAttempt(deps.db, deps.secret, counters, now)
  if (until) {
    c.header('Retry-After', String(Math.ceil((until.getTime() - now.getTime()) / 1000)))
    return again(429, [{ field: '', message: texts.signIn.locked(minutesUntil(until, now)) }])
  }
  const opened = await deps.auth.signIn({ email, password })
  if (!opened) return again(422, [{ field: '', message: texts.signIn.wrong }])

  await forgiveAttempts(deps.db, deps.secret, counters)
  await deps.auth.signOut(c.req.raw.headers)
  if (await confirmedFactor(deps.db, opened.accountId)) {
    // The session was opened by the password alone: it is ended before anybody has seen it.
    await deps.auth.signOut(new Headers({ cookie: opened.cookies.map((cookie) => cookie.split(';')[0]).join('; ') }))
    const half = halfWayCookie(deps, { accountId: opened.accountId, email }, now)
    return goTo(paths.secondStep({}, { next: next ?? '' }), [half])
  }
  return goTo(next ?? paths.myTerritories({}), [...opened.cookies, ...(device ? [] : [deviceCookie(deps, email)])])
}

const countersOf = (email: string, device: string | null, network: string): Counter[] =>
  device
    ? [{ kind: 'device', of: device }]
    : [
        { kind: 'account', of: email },
        { kind: 'address', of: network },
      ]

/** POST /sign-in/demo: becomes a person of the demonstration. Outside a demonstration there is no such page. */
export async function signInDemo(c: Context, deps: AccountDeps): Promise<Response> {
  if (!(await isDemo(deps))) return showError(c, deps, 404)
  const sent = await sentForm(c)
  if (!sent) return showError(c, deps, 422, [texts.signIn.stale])
  const next = afterSignIn(one(sent, 'next'))
  if (!isOwnVisit(c, deps, sent)) {
    const errors = [{ field: '', message: texts.signIn.stale }]
    return showSignIn(c, deps, { next, why: null, demo: true, status: 422, form: { values: {}, errors } })
  }
  const person = await demoPerson(deps.db, one(sent, 'who'))
  if (!person) return showError(c, deps, 404)
  await deps.auth.signOut(c.req.raw.headers)
  const opened = await deps.auth.openSession(person.accountId)
  const { home } = person
  const fits = next && (next === home || next.startsWith(`${home}/`) || /^\/(invitations|kept-forms)\//.test(next))
  return goTo(fits ? next : home, opened.cookies)
}

/** POST /sign-out */
export async function signOut(c: Context, deps: AccountDeps): Promise<Response> {
  const session = await deps.auth.readSession(c.req.raw.headers)
  const sent = await sentForm(c)
  if (session) {
    if (!sent || !isOwnFormKey(deps.secret, session.sessionId, sent.own._key))
      return showError(c, deps, 422, [texts.signOutStale])
  }
  const cookies = await deps.auth.signOut(c.req.raw.headers)
  return goTo((sent && afterSignIn(one(sent, 'next'))) ?? paths.register({}), [
    ...cookies,
    noticeCookie(texts.signedOut, deps.secureCookies),
  ])
}

const endingOf = (text: string | undefined): Ending | null => endings.find((ending) => ending === text) ?? null

const isDemo = async (deps: AccountDeps): Promise<boolean> => deps.demo && (await isDemonstration(deps.db))

async function showSignIn(
  c: Context,
  deps: AccountDeps,
  given: { next: string | null; why: Ending | null; demo: boolean; form: FormState | null; status: number },
): Promise<Response> {
  const { next, why, demo, form, status } = given
  const frame = strangersFrame(c, deps)
  const choices = demo ? [...(await demoChoices(deps.db)), ...(await demoAdministrators(deps.db))] : []
  const title = form ? `Ошибка: ${texts.signIn.title}` : texts.signIn.title
  const body = <SignInPage next={next} why={why} form={form} demo={choices} />
  return showStranger(c, deps, { title, body, status }, frame)
}
