import type { Context } from 'hono'
import { type KeptForm, keepForm } from '../accounts/kept-forms.ts'
import { localPath } from '../kernel/local-path.ts'
import type { WebDeps } from './deps.ts'
import type { SentForm } from './form-data.ts'
import { typistOf } from './form-key.ts'
import { paths } from './paths.ts'
import type { PostRoute } from './route.ts'
import { receiveText } from './uploads.ts'

/** To the sign-in page, which says why and leads on to `next`. */
export async function signInFirst(c: Context, deps: WebDeps, next: string): Promise<Response> {
  const why = (await deps.whyEnded?.(c.req.raw.headers)) ?? null
  return c.redirect(paths.signIn({}, { next, why }), 303)
}

/** A form whose session is over: its text waits for the account whose page it was; signing in leads to it. */
export async function keepForTypist(c: Context, route: PostRoute, deps: WebDeps): Promise<Response> {
  const received = await receiveText(c, route.most)
  const kept = received && (await keepSent(c, deps, received.sent, received.hadFiles))
  if (!kept) return signInFirst(c, deps, refererPath(c))
  const why = (await deps.whyEnded?.(c.req.raw.headers)) ?? 'ended'
  return c.redirect(paths.signIn({}, { next: kept, why }), 303)
}

/** Keeps a form that cannot be taken now, for whoever's page it was; gives where it will be shown. Null when no page of ours made it. */
export async function keepSent(c: Context, deps: WebDeps, sent: SentForm, hadFiles: boolean): Promise<string | null> {
  const key = sent.own._key ?? ''
  const accountId = typistOf(deps.secret, key)
  if (!accountId) return null
  const [id = ''] = key.split('.')
  const form = {
    action: c.req.path,
    values: sent.values,
    version: sent.own._version ?? null,
    hadFiles: hadFiles || Object.keys(sent.files).length > 0,
  }
  await keepForm(deps, { accountId, id }, form, deps.systemNow())
  return paths.keptForm({ form: id })
}

/** What stands over a form that is shown again after signing in. */
export const keptNotice = ({ hadFiles }: KeptForm): string =>
  `Вход закончился раньше, чем форма отправлена. Набранное цело, но не записано: проверьте и отправьте ещё раз.${hadFiles ? ' Файлы не сохранились: приложите их заново.' : ''}`

/** The route that takes forms at an address, and what the address names. */
export function routeOf(
  routes: readonly PostRoute[],
  address: string,
): { route: PostRoute; params: Record<string, string> } | null {
  const asked = address.split('/')
  for (const route of routes) {
    const parts = route.path.pattern.split('/')
    if (parts.length !== asked.length) continue
    const params: Record<string, string> = {}
    const fits = parts.every((part, at) => {
      if (!part.startsWith(':')) return part === asked[at]
      params[part.slice(1)] = decodeURIComponent(asked[at] ?? '')
      return true
    })
    if (fits) return { route, params }
  }
  return null
}

function refererPath(c: Context): string {
  const referer = URL.parse(c.req.header('referer') ?? '')
  return localPath(referer?.pathname) ?? '/'
}
