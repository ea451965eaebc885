import type { Context } from 'hono'
import type { Ctx } from '../authz/ctx.ts'
import type { Session } from '../authz/visitor.ts'
import { allRules, type Refusal } from '../kernel/result.ts'
import type { Around, WebDeps } from './deps.ts'
import { newFormKey } from './form-key.ts'
import { clearNotice, noticeCookie, noticeOf } from './notice.ts'
import { pageResponse } from './packing.ts'
import { ruleText, statusOf } from './refusals.ts'
import type { PostRoute } from './route.ts'
import { typedIn } from './typed.ts'
import { isMultipart } from './uploads.ts'

/** What the layout needs to know of a request. */
export function around(c: Context, deps: WebDeps, session: Session | null): Around {
  const cookies = c.req.header('cookie')
  return {
    address: pathAndQuery(c),
    cookies,
    formKey: session ? newFormKey(deps.secret, session.sessionId, session.accountId) : '',
    sessionEndsAt: session?.endsAt ?? null,
    notice: noticeOf(cookies),
    isDemonstration: deps.demo === true,
  }
}

/** The address of a request, to lead back to. */
export const pathAndQuery = (c: Context) => {
  const url = new URL(c.req.url)
  return url.pathname + url.search
}

/** The page of a refusal, in the words of its rules. */
export function fail(
  c: Context,
  deps: WebDeps,
  refusal: Refusal,
  frame: Around,
  more: { ctx?: Ctx; session?: Session | null },
): Response {
  const sentences = allRules(refusal).map((rule) => ruleText(deps.ruleTexts, rule, more.ctx))
  return html(c, deps, deps.shell.errorPage(statusOf(refusal), frame, { ...more, sentences }), statusOf(refusal), frame)
}

/** A page: kept by nobody when somebody is signed in, and what was to be said once is forgotten. */
export function html(c: Context, deps: WebDeps, body: string, status: number, frame: Around): Response {
  c.header('Cache-Control', frame.formKey ? 'no-store' : 'no-cache')
  if (frame.notice) c.header('Set-Cookie', clearNotice(deps.secureCookies), { append: true })
  return pageResponse(c, body, status)
}

/** To another page, with something to say there. */
export function redirect(deps: WebDeps, to: string, notice: string | undefined): Response {
  const headers = new Headers({ Location: to, 'Cache-Control': 'no-store' })
  if (notice) headers.append('Set-Cookie', noticeCookie(notice, deps.secureCookies))
  return new Response(null, { status: 303, headers })
}

/** The answer to a form that is larger than its route takes; of its text what has come is shown. */
export async function tooLarge(c: Context, { most }: PostRoute, deps: WebDeps): Promise<Response> {
  const megabytes = Math.max(1, Math.floor(most / 1024 / 1024))
  const sentence = `Файл или текст слишком велик: не больше ${megabytes} МБ за один раз. Видео выложите отдельно и дайте ссылку на него.`
  const more = { sentences: [sentence], typed: isMultipart(c) ? await typedIn(c) : [] }
  return c.html(deps.shell.errorPage(413, around(c, deps, null), more), 413)
}
