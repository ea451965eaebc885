import type { Context } from 'hono'
import { beginFactor, begunFactor } from '../../accounts/second-factor.ts'
import type { Session } from '../../authz/visitor.ts'
import { ok } from '../../kernel/result.ts'
import type { FormState } from '../../ui/fields.ts'
import { noticeCookie } from '../../web/notice.ts'
import { paths } from '../../web/paths.ts'
import { withOwnForm, withPassword } from './access.tsx'
import { ownerKnowing } from './commands/change-password.ts'
import { turnOffSecondFactor, turnOnSecondFactor } from './commands/second-factor.ts'
import { type AccountDeps, goTo, one, showMember, told } from './frame.ts'
import { emailOf } from './queries.ts'
import { texts } from './texts.ts'
import { ConnectPage, RecoveryCodesPage } from './views/second-factor-pages.tsx'

const words = texts.secondFactor

/** POST /my/access/codes: whoever knows the password is shown the secret for an app. */
export function connectApp(c: Context, deps: AccountDeps): Promise<Response> {
  return withPassword(c, deps, {
    form: 'factor',
    does: async ({ accountId }, sent) => {
      const owner = await ownerKnowing(deps.db, accountId, one(sent, 'ownPassword'))
      if (!owner.ok) return owner
      await beginFactor(deps, accountId)
      return ok(null)
    },
    done: (session) => showConnect(c, deps, session, null),
  })
}

/** POST /my/access/codes/proofs: the app shows its first code; the recovery codes are shown once. */
export function confirmApp(c: Context, deps: AccountDeps): Promise<Response> {
  return withOwnForm(c, deps, async (session, sent) => {
    const codes = await turnOnSecondFactor(deps, { ...session, code: one(sent, 'code') })
    if (!codes.ok) return showConnect(c, deps, session, { values: {}, errors: told(codes.refusal) })
    return showMember(c, deps, { title: words.codes, body: <RecoveryCodesPage codes={codes.value} /> }, session)
  })
}

/** POST /my/access/codes/ends: whoever knows the password and shows a code has none any more. */
export function disconnectApp(c: Context, deps: AccountDeps): Promise<Response> {
  return withPassword(c, deps, {
    form: 'factor',
    does: ({ accountId }, sent) =>
      turnOffSecondFactor(deps, { accountId, current: one(sent, 'ownPassword'), code: one(sent, 'code') }),
    done: async () => goTo(paths.access({}), [noticeCookie(words.ended, deps.secureCookies)]),
  })
}

async function showConnect(c: Context, deps: AccountDeps, session: Session, form: FormState | null): Promise<Response> {
  const { accountId } = session
  const begun = await begunFactor(deps, { accountId, email: await emailOf(deps.db, accountId) })
  if (!begun) return goTo(paths.access({}), [])
  const title = form ? `Ошибка: ${words.connect}` : words.connect
  return showMember(c, deps, { title, body: <ConnectPage {...begun} form={form} />, status: form ? 422 : 200 }, session)
}
