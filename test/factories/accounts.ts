import { createElement } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { createAuth } from '../../src/accounts/auth.ts'
import { noServices, type Territory } from '../../src/authz/ctx.ts'
import type { Db } from '../../src/db/pool.ts'
import { systemNow } from '../../src/kernel/clock.ts'
import type { AccountId, Instant, PersonId } from '../../src/kernel/types.ts'
import { addMembership } from '../../src/modules/accounts/commands/add-membership.ts'
import { createAccount } from '../../src/modules/accounts/commands/create-account.ts'
import type { AccountDeps } from '../../src/modules/accounts/frame.ts'
import { createAccountRoutes } from '../../src/modules/accounts/routes.tsx'
import { ruleTexts } from '../../src/modules/accounts/texts.ts'
import { FormKey } from '../../src/ui/hidden-key.tsx'
import type { Shell } from '../../src/web/deps.ts'
import { inScope } from '../factory.ts'

export const goodPassword = 'верный конь батарея скрепка'
const secret = 'a secret of the tests, forty letters long'

/** Pages without the layout: what is tested is inside. */
const plainShell: Shell = {
  territoryPage: async (_tx, _ctx, page) => renderToString(page.body),
  publicPage: (_visitor, page, around) => {
    const body = renderToString(createElement(FormKey.Provider, { value: around.formKey, children: page.body }))
    return `<title>${page.title}</title><i>${around.notice ?? ''}</i>${body}`
  },
  errorPage: (status, _around, { sentences = [] }) => `${status} ${sentences.join(' ')}`,
}

export type AccountSettings = { demo?: boolean; trustedProxies?: number; secureCookies?: boolean; now?: () => Instant }

/** The pages of accounts as one process of the program serves them. */
export function accountPages(db: Db, settings: AccountSettings = {}) {
  const { demo = false, trustedProxies = 1, secureCookies = false, now = systemNow } = settings
  const auth = createAuth({ db, secret, origin: 'http://localhost:3000', secureCookies, systemNow: now })
  const deps: AccountDeps = {
    db,
    auth,
    readSession: auth.readSession,
    shell: plainShell,
    services: noServices,
    ruleTexts,
    secret,
    secureCookies,
    systemNow: now,
    log: () => {},
    demo,
    trustedProxies,
  }
  return { auth, deps, app: createAccountRoutes(deps) }
}

/** A browser that keeps cookies and sends the hidden key of the page it last saw. */
export function aBrowser({ app }: Pick<ReturnType<typeof accountPages>, 'app'>, address = '203.0.113.7') {
  const cookies = new Map<string, string>()
  let key = ''
  async function send(path: string, init: RequestInit = {}) {
    const response = await app.request(`http://localhost:3000${path}`, {
      ...init,
      headers: { cookie: cookieHeader(), 'x-forwarded-for': address, origin: 'http://localhost:3000' },
    })
    for (const cookie of response.headers.getSetCookie()) keep(cookie)
    const text = await response.text()
    key = /name="_key" value="([^"]+)"/.exec(text)?.[1] ?? key
    return { status: response.status, text, to: response.headers.get('location'), headers: response.headers }
  }
  function keep(cookie: string) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
    if (/max-age=0/i.test(cookie)) cookies.delete(name!)
    else cookies.set(name!, value!)
  }
  const cookieHeader = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    cookies,
    headers: () => new Headers({ cookie: cookieHeader() }),
    get: (path: string) => send(path),
    post: (path: string, fields: Record<string, string> = {}) =>
      send(path, { method: 'POST', body: new URLSearchParams({ _key: key, ...fields }) }),
    async signIn(email: string, password: string, next?: string) {
      await send('/sign-in')
      return this.post('/sign-in', { email, password, ...(next && { next }) })
    },
  }
}

/** An account with a good password, a member of the given territories. */
export async function anAccount(
  db: Db,
  email: string,
  memberships: readonly { territory: Territory; personId: PersonId }[] = [],
): Promise<AccountId> {
  const made = await createAccount(db, { email, name: 'Проба', password: goodPassword })
  if (!made.ok) throw new Error('the account was not made')
  for (const { territory, personId } of memberships) {
    await inScope(db, territory.id, (tx) => addMembership(tx, { territoryId: territory.id, accountId: made.value, personId }))
  }
  return made.value
}
