import type { Context } from 'hono'
import { minutesUntil } from '../../accounts/attempt-rules.ts'
import { forgiveAttempts, takeAttempt } from '../../accounts/attempts.ts'
import { confirmedFactor } from '../../accounts/second-factor.ts'
import type { Session } from '../../authz/visitor.ts'
import { localTime, systemNow } from '../../kernel/clock.ts'
import { longDate } from '../../kernel/dates.ts'
import type { Result } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/types.ts'
import type { FormState } from '../../ui/fields.ts'
import type { SentForm } from '../../web/form-data.ts'
import { isOwnFormKey } from '../../web/form-key.ts'
import { noticeCookie } from '../../web/notice.ts'
import { paths } from '../../web/paths.ts'
import { membershipsOf } from '../../web/territories.ts'
import { askNewEmail, changeEmail, emailOfToken } from './commands/change-email.ts'
import { changePassword } from './commands/change-password.ts'
import { endSessions } from './commands/sign-out-everywhere.ts'
import { type AccountDeps, goTo, one, sentForm, showError, showMember, told } from './frame.ts'
import { emailOf, openSessions } from './queries.ts'
import { texts } from './texts.ts'
import { AccessPage, EmailGonePage, type FailedForm, NewEmailPage } from './views/access-page.tsx'

const words = texts.access

/** GET /my/access: one's own password, address and sessions. */
export async function openAccess(c: Context, deps: AccountDeps): Promise<Response> {
  const session = await deps.auth.readSession(c.req.raw.headers)
  return session ? showAccess(c, deps, session, 200, null) : toSignIn()
}

/** POST /my/access/passwords: whoever knows the password sets another; other sessions end. */
export function changeOwnPassword(c: Context, deps: AccountDeps): Promise<Response> {
  return withPassword(c, deps, {
    form: 'password',
    does: ({ accountId }, sent) => changePassword(deps, { accountId, current: one(sent, 'current'), next: one(sent, 'next') }),
    done: async ({ accountId }) => {
      const { cookies } = await deps.auth.openSession(accountId)
      return goTo(paths.access({}), [...cookies, noticeCookie(words.changed, deps.secureCookies)])
    },
  })
}

/** POST /my/access/emails: whoever knows the password has a letter sent to another address. */
export function askOwnEmail(c: Context, deps: AccountDeps): Promise<Response> {
  return withPassword(c, deps, {
    form: 'email',
    does: ({ accountId }, sent) => askNewEmail(deps, { accountId, current: one(sent, 'password'), email: one(sent, 'email') }),
    done: async () => goTo(paths.access({}), [noticeCookie(words.letterSent, deps.secureCookies)]),
  })
}

/** Forms of the page that ask for the password, and the name of that field in each: what was wrong is shown where it was typed. */
const passwordFields = { password: 'current', email: 'password', factor: 'ownPassword' } as const
type FormName = keyof typeof passwordFields

type Guarded = {
  form: FormName
  does: (session: Session, sent: SentForm) => Promise<Result<unknown>>
  done: (session: Session) => Promise<Response>
}

/** What only the owner who knows the password does; wrong ones are counted. */
export function withPassword(c: Context, deps: AccountDeps, { form, does, done }: Guarded): Promise<Response> {
  return withOwnForm(c, deps, async (session, sent) => {
    const values: FormState['values'] = form === 'email' ? { email: one(sent, 'email') } : {}
    const again = (status: number, errors: FormState['errors']) =>
      showAccess(c, deps, session, status, { of: form, state: { values, errors } })
    const counters = [{ kind: 'account', of: `password\0${session.accountId}` }] as const
    const now = systemNow()
    const until = await takeAttempt(deps.db, deps.secret, counters, now)
    if (until) return again(429, [{ field: '', message: texts.signIn.locked(minutesUntil(until, now)) }])
    const result = await does(session, sent)
    if (!result.ok) {
      const inForm = (field: string) => (field === 'current' ? passwordFields[form] : field)
      return again(
        422,
        told(result.refusal).map((error) => ({ ...error, field: inForm(error.field) })),
      )
    }
    // Letters to new addresses are counted whether or not they could be sent.
    if (form !== 'email') await forgiveAttempts(deps.db, deps.secret, counters)
    return done(session)
  })
}

/** GET /my/access/emails/:token: asks whether to sign in with the address the letter came to. */
export async function openNewEmail(c: Context, deps: AccountDeps): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const session = await deps.auth.readSession(c.req.raw.headers)
  if (!session) return goTo(paths.signIn({}, { next: paths.newEmail({ token }) }), [])
  const email = await emailOfToken(deps.db, session.accountId, token, systemNow())
  const page = email
    ? { title: words.email, body: <NewEmailPage token={token} email={email} /> }
    : { title: texts.newPassword.gone, body: <EmailGonePage />, status: 404 }
  return showMember(c, deps, page, session)
}

/** POST /my/access/emails/:token: the address is changed. */
export function changeOwnEmail(c: Context, deps: AccountDeps): Promise<Response> {
  return withOwnForm(c, deps, async (session) => {
    const changed = await changeEmail(deps, { accountId: session.accountId, token: c.req.param('token') ?? '' })
    if (changed.ok) return goTo(paths.access({}), [noticeCookie(words.emailChanged, deps.secureCookies)])
    return showMember(c, deps, { title: texts.newPassword.gone, body: <EmailGonePage />, status: 404 }, session)
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

/** A form of somebody signed in, made by a page of ours for this session. */
export async function withOwnForm(
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
  failed: FailedForm | null,
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
  const body = (
    <AccessPage
      email={await emailOf(deps.db, accountId)}
      sessions={sessions}
      failed={failed}
      sendsMail={deps.services.sendsMail}
      recoveryLeft={(await confirmedFactor(deps.db, accountId))?.recoveryLeft ?? null}
      isDemanded={deps.services.secondFactor.isDemanded}
    />
  )
  return showMember(c, deps, { title: failed ? `Ошибка: ${words.title}` : words.title, body, status }, session)
}
