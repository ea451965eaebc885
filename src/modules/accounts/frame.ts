import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { networkOf } from '../../accounts/address.ts'
import type { Auth } from '../../accounts/auth.ts'
import type { Session, Visitor } from '../../authz/visitor.ts'
import { cookieValue } from '../../kernel/cookies.ts'
import { newSecret } from '../../kernel/ids.ts'
import { allRules, type Refusal } from '../../kernel/result.ts'
import type { FormState } from '../../ui/fields.ts'
import type { Around, WebDeps } from '../../web/deps.ts'
import { readForm, type SentForm } from '../../web/form-data.ts'
import { isOwnFormKey, newFormKey } from '../../web/form-key.ts'
import { clearNotice, noticeOf } from '../../web/notice.ts'
import { ruleText } from '../../web/refusals.ts'
import type { Page } from '../../web/route.ts'
import { membershipsOf } from '../../web/territories.ts'
import { ruleTexts } from './texts.ts'

export type AccountDeps = WebDeps & {
  readonly auth: Auth
  /** Demo sign-ins are allowed by the configuration; the database has to say so as well. */
  readonly demo: boolean
  readonly trustedProxies: number
}

const visitName = (secure: boolean) => (secure ? '__Host-pl_visit' : 'pl_visit')

/**
 * The forms of a stranger are signed with a random cookie of the visit: only a page of ours, shown in this browser, makes a key that fits.
 * `visit` is that cookie's value, `formKey` a new key for the page.
 */
export function strangersFrame(c: Context, deps: AccountDeps): { around: Around; visit: string } {
  const cookies = c.req.header('cookie')
  const visit = cookieValue(cookies, visitName(deps.secureCookies)) ?? newSecret()
  return { visit, around: { ...frame(c), formKey: newFormKey(deps.secret, `visit ${visit}`) } }
}

/** Whether a stranger's form was made by our page for this browser. */
export function isOwnVisit(c: Context, deps: AccountDeps, sent: SentForm): boolean {
  const visit = cookieValue(c.req.header('cookie'), visitName(deps.secureCookies))
  return visit !== null && isOwnFormKey(deps.secret, `visit ${visit}`, sent.own._key)
}

/** What the layout needs around a page of a signed-in account. */
export const membersFrame = (c: Context, deps: AccountDeps, sessionId: string): Around => ({
  ...frame(c),
  formKey: newFormKey(deps.secret, sessionId),
})

function frame(c: Context): Around {
  const { pathname, search } = new URL(c.req.url)
  const cookies = c.req.header('cookie')
  return { address: pathname + search, cookies, formKey: '', notice: noticeOf(cookies) }
}

/** Sends a page to a stranger, with the cookie of the visit. */
export function showStranger(c: Context, deps: AccountDeps, page: Page, given: { around: Around; visit: string }): Response {
  const visitor: Visitor = { session: null, memberships: [], now: deps.systemNow() }
  const attributes = `Path=/; HttpOnly; SameSite=Lax${deps.secureCookies ? '; Secure' : ''}`
  c.header('Set-Cookie', `${visitName(deps.secureCookies)}=${given.visit}; ${attributes}`, { append: true })
  return show(c, deps, deps.shell.publicPage(visitor, page, given.around), page.status ?? 200, given.around)
}

/** Sends a page to somebody signed in, of no territory. */
export async function showMember(c: Context, deps: AccountDeps, page: Page, session: Session): Promise<Response> {
  const around = membersFrame(c, deps, session.sessionId)
  const visitor: Visitor = { session, memberships: await membershipsOf(deps.db, session.accountId), now: deps.systemNow() }
  return show(c, deps, deps.shell.publicPage(visitor, page, around), page.status ?? 200, around)
}

/** Sends a page that is nobody else's: never kept by a browser or on the way. */
export function show(c: Context, deps: AccountDeps, body: string, status: number, around: Around): Response {
  c.header('Cache-Control', 'no-store')
  if (around.notice) c.header('Set-Cookie', clearNotice(deps.secureCookies), { append: true })
  return c.html(body, status as 200)
}

export function showError(c: Context, deps: AccountDeps, status: number, sentences: readonly string[] = []): Response {
  const around = frame(c)
  return show(c, deps, deps.shell.errorPage(status, around, { sentences }), status, around)
}

/** The rules a form broke, each at its field. */
export const told = (refusal: Refusal): FormState['errors'] =>
  allRules(refusal).map((rule) => ({ field: rule.field ?? '', message: ruleText(ruleTexts, rule) }))

/** To another page, with cookies. */
export function goTo(to: string, cookies: readonly string[]): Response {
  const headers = new Headers({ Location: to, 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** A form as sent; null for what no page of ours could have made. */
export async function sentForm(c: Context): Promise<SentForm | null> {
  try {
    return readForm(await c.req.formData())
  } catch {
    return null
  }
}

/** One value of a field. */
export const one = (sent: SentForm, name: string): string => {
  const value = sent.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** The network a request came from. */
export function networkOfRequest(c: Context, deps: AccountDeps): string {
  return networkOf(socketOf(c), c.req.header('x-forwarded-for'), deps.trustedProxies)
}

/** Requests made inside the process have no socket. */
const socketOf = (c: Context): string | undefined => (c.env?.incoming ? getConnInfo(c).remote.address : undefined)
