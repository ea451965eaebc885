import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'hono'
import { minutesUntil } from '../../accounts/attempt-rules.ts'
import { takeAttempt } from '../../accounts/attempts.ts'
import { systemNow } from '../../kernel/clock.ts'
import { allRules } from '../../kernel/result.ts'
import type { FormState } from '../../ui/fields.ts'
import { noticeCookie } from '../../web/notice.ts'
import { paths } from '../../web/paths.ts'
import { ruleText } from '../../web/refusals.ts'
import { askNewPassword } from './commands/ask-new-password.ts'
import { normalEmail } from './commands/create-account.ts'
import { setNewPassword } from './commands/set-new-password.ts'
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
import { resetOfToken } from './queries.ts'
import { ruleTexts, texts } from './texts.ts'
import { ForgottenPage, LinkGonePage, LinkSentPage, NewPasswordPage } from './views/new-password-pages.tsx'

/** Every answer takes as long, so that the time does not tell whether the address has an account. */
const answerMilliseconds = 400

/** GET /forgotten-password */
export const openForgotten = (c: Context, deps: AccountDeps): Promise<Response> => showForgotten(c, deps, 200, null)

/** POST /forgotten-password: the same answer for every address. */
export async function askForPassword(c: Context, deps: AccountDeps): Promise<Response> {
  if (!deps.services.sendsMail) return showForgotten(c, deps, 200, null)
  const sent = await sentForm(c)
  if (!sent) return showError(c, deps, 422, [texts.signIn.stale])
  const email = normalEmail(one(sent, 'email'))
  const again = (status: number, field: string, message: string) =>
    showForgotten(c, deps, status, { values: { email: one(sent, 'email') }, errors: [{ field, message }] })
  if (!isOwnVisit(c, deps, sent)) return again(422, '', texts.signIn.stale)
  if (email === '') return again(422, 'email', texts.signIn.writeEmail)

  const now = systemNow()
  const counters = [
    { kind: 'account', of: `forgotten\0${email}` },
    { kind: 'address', of: `forgotten\0${networkOfRequest(c, deps)}` },
  ] as const
  const until = await takeAttempt(deps.db, deps.secret, counters, now)
  if (until) {
    c.header('Retry-After', String(Math.ceil((until.getTime() - now.getTime()) / 1000)))
    return again(429, '', texts.forgotten.locked(minutesUntil(until, now)))
  }
  await Promise.all([askNewPassword(deps, email), sleep(answerMilliseconds)])
  return showStranger(c, deps, { title: texts.forgotten.sent, body: <LinkSentPage /> }, strangersFrame(c, deps))
}

function showForgotten(c: Context, deps: AccountDeps, status: number, form: FormState | null): Promise<Response> {
  const title = form ? `Ошибка: ${texts.forgotten.title}` : texts.forgotten.title
  const body = <ForgottenPage form={form} sendsMail={deps.services.sendsMail} />
  return Promise.resolve(showStranger(c, deps, { title, body, status }, strangersFrame(c, deps)))
}

/** GET /new-passwords/:token */
export const openNewPassword = (c: Context, deps: AccountDeps): Promise<Response> => showNewPassword(c, deps, 200, null)

/** POST /new-passwords/:token: sets the password; then its owner signs in with it. */
export async function setPassword(c: Context, deps: AccountDeps): Promise<Response> {
  const sent = await sentForm(c)
  if (!sent) return showError(c, deps, 422, [texts.signIn.stale])
  const again = (errors: FormState['errors']) => showNewPassword(c, deps, 422, { values: {}, errors })
  if (!isOwnVisit(c, deps, sent)) return again([{ field: '', message: texts.signIn.stale }])
  const result = await setNewPassword(deps, { token: tokenOf(c), password: one(sent, 'password') })
  if (!result.ok) {
    const rules = allRules(result.refusal)
    return again(rules.map((rule) => ({ field: rule.field ?? '', message: ruleText(ruleTexts, rule) })))
  }
  const cookies = await deps.auth.signOut(c.req.raw.headers)
  return goTo(paths.signIn({}), [...cookies, noticeCookie(texts.newPassword.done, deps.secureCookies)])
}

const tokenOf = (c: Context): string => c.req.param('token') ?? ''

async function showNewPassword(c: Context, deps: AccountDeps, status: number, form: FormState | null): Promise<Response> {
  const frame = strangersFrame(c, deps)
  const reset = await resetOfToken(deps.db, tokenOf(c), systemNow())
  if (!reset) return showStranger(c, deps, { title: texts.newPassword.gone, body: <LinkGonePage />, status: 404 }, frame)
  const title = form ? `Ошибка: ${texts.newPassword.title}` : texts.newPassword.title
  const body = <NewPasswordPage token={tokenOf(c)} email={reset.email} form={form} />
  return showStranger(c, deps, { title, body, status }, frame)
}
