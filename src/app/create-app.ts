import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { createAuth } from '../accounts/auth.ts'
import type { Services } from '../authz/ctx.ts'
import type { Config } from '../config.ts'
import { LineFull, oneTurn } from '../db/line.ts'
import type { Db } from '../db/pool.ts'
import { systemNow } from '../kernel/clock.ts'
import { newSecret } from '../kernel/ids.ts'
import { localPath } from '../kernel/local-path.ts'
import { routes, ruleTexts } from '../kit/install.ts'
import { createAccountRoutes } from '../modules/accounts/routes.tsx'
import { createDeficitDoors } from '../modules/deficits/open-doors.tsx'
import { devRoutes } from '../modules/dev-pages/routes.tsx'
import { createEventDoors } from '../modules/events/open-doors.tsx'
import { assetFolder } from '../ui/assets.ts'
import { assetServer } from '../web/assets.ts'
import type { WebDeps } from '../web/deps.ts'
import { isOutage } from '../web/outage.ts'
import { paths } from '../web/paths.ts'
import { sameOriginOnly, securityHeaders } from '../web/security.ts'
import { mount } from '../web/serve.ts'
import { typedIn } from '../web/typed.ts'
import { shell } from './shell.tsx'
import { chooseVision } from './vision-route.ts'

export type AppParts = {
  readonly config: Pick<Config, 'publicOrigin' | 'secret' | 'demo' | 'trustedProxies'> & Partial<Pick<Config, 'contacts'>>
  readonly db: Db
  readonly readers?: WebDeps['readers']
  readonly services: Services
  readonly log: WebDeps['log']
}

/** The whole web side: every address, with what stands before each. */
export function createApp({ config, db, readers, services, log }: AppParts): Hono {
  const https = config.publicOrigin.startsWith('https:')
  const auth = createAuth({ db, secret: config.secret, origin: config.publicOrigin, secureCookies: https, systemNow })
  const deps: WebDeps = {
    db,
    ...(readers && { readers }),
    readSession: auth.readSession,
    whyEnded: auth.whyEnded,
    shell,
    services,
    contacts: config.contacts,
    ruleTexts: ruleTexts(),
    secret: config.secret,
    secureCookies: https,
    demo: config.demo,
    systemNow,
    log,
  }

  const app = new Hono()
  app.use(securityHeaders(https))
  app.use(compress())
  app.get('/assets/:name', assetServer(assetFolder))
  // Whether the process lives asks nobody; whether it can serve asks the database.
  app.get(paths.health.pattern, (c) => c.text('ok', 200, { 'Cache-Control': 'no-store' }))
  app.get(paths.ready.pattern, async (c) => {
    await db.selectFrom('installation').select('demo').execute()
    return c.text('ok', 200, { 'Cache-Control': 'no-store' })
  })
  app.use((_, next) => oneTurn(next))
  app.use(sameOriginOnly(config.publicOrigin))
  app.get(paths.view.pattern, chooseVision(https))
  app.route('/', createAccountRoutes({ ...deps, auth, demo: config.demo, trustedProxies: config.trustedProxies }))
  app.route('/', createEventDoors(deps))
  app.route('/', createDeficitDoors(deps))
  mount(app, routes(), deps)
  if (config.demo) mount(app, devRoutes, deps)
  handleTheRest(app, deps)
  return app
}

/** An address with a slash at its end means the one without; it leads nowhere else, and what is sent is not sent again. */
function withoutSlash(c: Context): Response | null {
  const { pathname, search } = new URL(c.req.url)
  const straight = pathname.length > 1 && pathname.endsWith('/') ? localPath(pathname.replace(/\/+$/, '') + search) : null
  return straight !== null && c.req.method === 'GET' ? c.redirect(straight, 308) : null
}

/** Addresses that nobody serves, and errors that nobody expected. */
function handleTheRest(app: Hono, deps: WebDeps): void {
  const frame = (url: string) => ({ address: new URL(url).pathname, cookies: undefined, formKey: '', notice: null })
  app.notFound(
    (c) =>
      withoutSlash(c) ?? c.html(deps.shell.errorPage(404, { ...frame(c.req.url), cookies: c.req.header('cookie') }, {}), 404),
  )
  app.onError(async (error, c) => {
    if ('getResponse' in error)
      return c.html(
        deps.shell.errorPage(403, frame(c.req.url), { sentences: ['Форма пришла с чужой страницы и не принята'] }),
        403,
      )
    const full = error instanceof LineFull
    const outage = full || isOutage(error)
    const reference = newSecret().slice(0, 8)
    deps.log({
      event: full ? 'crowd' : outage ? 'outage' : 'fault',
      reference,
      method: c.req.method,
      path: c.req.routePath,
      error: error.name,
      stack: outage ? error.message : (error.stack ?? null),
    })
    const typed = await typedIn(c)
    c.header('Cache-Control', 'no-store')
    if (!outage) return c.html(deps.shell.errorPage(500, frame(c.req.url), { reference, typed }), 500)
    c.header('Retry-After', full ? '3' : '10')
    const sentences = full ? ['Сейчас слишком много обращений сразу, и ждать в очереди пришлось бы долго'] : []
    return c.html(deps.shell.errorPage(503, frame(c.req.url), { typed, sentences }), 503)
  })
}
