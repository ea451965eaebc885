import type { Context } from 'hono'
import { minutesUntil } from '../../accounts/attempt-rules.ts'
import { forgiveAttempts, takeAttempt } from '../../accounts/attempts.ts'
import type { Session } from '../../authz/visitor.ts'
import { localTime, systemNow } from '../../kernel/clock.ts'
import { longDate } from '../../kernel/dates.ts'
import { allRules } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/types.ts'
import type { FormState } from '../../ui/form-state.ts'
import type { SentForm } from '../../web/form-data.ts'
import { isOwnFormKey } from '../../web/form-key.ts'
import { noticeCookie } from '../../web/notice.ts'
import { paths } from '../../web/paths.ts'
import { ruleText } from '../../web/refusals.ts'
import { membershipsOf } from '../../web/territories.ts'
import { changePassword } from './commands/change-password.ts'
import { endSessions } from './commands/sign-out-everywhere.ts'
import { type AccountDeps, goTo, one, sentForm, showError, showMember } from './frame.ts'
import { emailOf, openSessions } from './queries.ts'
import { ruleTexts, texts } from './texts.ts'
import { AccessPage } from './views/access-page.tsx'

const words = texts.access

/** GET /my/access: one's own password and sessions. */
export async function openAccess(c: Context, deps: AccountDeps): Promise<Response> {
  const session = await deps.auth.readSession(c.req.raw.headers)
  return session ? showAccess(c, deps, session, 200, null) : toSignIn()
}

/** POST /my/access/passwords: whoever knows the password sets another; other sessions end. */
export function changeOwnPassword(c: Context, deps: AccountDeps): Promise<Response> {
  return withOwnForm(c, deps, async (session, sent) => {
    const again = (status: number, errors: FormState['errors']) => showAccess(c, deps, session, status, { values: {}, errors })
    const counters = [{ kind: 'account', of: `password\0${session.accountId}` }] as const
    const now = systemNow()
    const until = await takeAttempt(deps.db, deps.secret, counters, now)
    if (until) return again(429, [{ field: '', message: texts.signIn.locked(minutesUntil(until, now)) }])
    const given = { accountId: session.accountId, current: one(sent, 'current'), next: one(sent, 'next') }
    const changed = await changePassword(deps, given)
    if (!changed.ok)
      return again(
        422,
        allRules(changed.refusal).map((rule) => ({ field: rule.field ?? '', message: ruleText(ruleTexts, rule) })),
      )
    await forgiveAttempts(deps.db, deps.secret, counters)
    const { cookies } = await deps.auth.openSession(session.accountId)
    return goTo(paths.access({}), [...cookies, noticeCookie(words.changed, deps.secureCookies)])
  })
}

/** POST /my/access/session-ends: ends one of one's sessions, or all but this one. */
export function endOwnSessions(c: Context, deps: AccountDeps): Promise<Response> {
  return withOwnForm(c, deps, async ({ accountId, sessionId }, sent) => {
    const id = one(sent, 'session')
    await endSessions(deps.db, accountId, id === '' ? { allBut: sessionId } : { one: id })
    return goTo(paths.access({}), [noticeCookie(id === '' ? words.endedOthers : words.ended, deps.secureCookies)])
  })
}

const toSignIn = () => goTo(paths.signIn({}, { next: paths.access({}) }), [])

async function withOwnForm(
  c: Context,
  deps: AccountDeps,
  work: (session: Session, sent: SentForm) => Promise<Response>,
): Promise<Response> {
  const session = await deps.auth.readSession(c.req.raw.headers)
  if (!session) return toSignIn()
  const sent = await sentForm(c)
  if (!sent || !isOwnFormKey(deps.secret, session.sessionId, sent.own._key)) return showError(c, deps, 422, [texts.signIn.stale])
  return work(session, sent)
}

async function showAccess(
  c: Context,
  deps: AccountDeps,
  session: Session,
  status: number,
  form: FormState | null,
): Promise<Response> {
  const { accountId, sessionId } = session
  const memberships = await membershipsOf(deps.db, accountId)
  const zone = memberships[0]?.territory.timeZone ?? 'Europe/Moscow'
  const moment = (at: Instant) => {
    const { day, time } = localTime(at, zone)
    return `${longDate(day)} в ${time.slice(0, 5)}`
  }
  const sessions = (await openSessions(deps.db, accountId, deps.systemNow())).map(({ id, begunAt, usedAt }) => ({
    id,
    says: words.begun(moment(begunAt), moment(usedAt)),
    own: id === sessionId,
  }))
  const body = <AccessPage email={await emailOf(deps.db, accountId)} sessions={sessions} form={form} />
  return showMember(c, deps, { title: form ? `Ошибка: ${words.title}` : words.title, body, status }, session)
}
