import type { Context } from 'hono'
import type { JSX } from 'preact'
import { type Territory, timeOf } from '../../authz/ctx.ts'
import type { Session } from '../../authz/visitor.ts'
import { systemNow } from '../../kernel/clock.ts'
import { allRules, type Refusal } from '../../kernel/result.ts'
import type { FormState } from '../../ui/fields.ts'
import { isOwnFormKey } from '../../web/form-key.ts'
import { noticeCookie } from '../../web/notice.ts'
import { paths } from '../../web/paths.ts'
import { ruleText } from '../../web/refusals.ts'
import type { Page } from '../../web/route.ts'
import { acceptAsNew, acceptInvitation, declineInvitation } from './commands/answer-invitation.ts'
import {
  type AccountDeps,
  goTo,
  isOwnVisit,
  one,
  sentForm,
  showError,
  showMember,
  showStranger,
  strangersFrame,
} from './frame.ts'
import { maySetFirstPassword } from './identity-rules.ts'
import { answeringOf, doorFor, type Invitation, openedInvitation } from './invitations.ts'
import { emailOf } from './queries.ts'
import { ruleTexts, texts } from './texts.ts'
import { AnswerPage, FirstPasswordPage, InvitationGonePage, OtherAccountPage } from './views/invitation-page.tsx'

const words = texts.invitation
const tokenOf = (c: Context): string => c.req.param('token') ?? ''
const todayOf = (territory: Territory) => timeOf(territory, systemNow()).today

/** GET /invitations/:token */
export const openInvitation = (c: Context, deps: AccountDeps): Promise<Response> => showInvitation(c, deps, 200, null)

/** POST /invitations/:token: the owner of the account answers; a stranger sets the first password of an account. */
export async function answerInvitation(c: Context, deps: AccountDeps): Promise<Response> {
  const sent = await sentForm(c)
  if (!sent) return showError(c, deps, 422, [texts.signIn.stale])
  const session = await deps.auth.readSession(c.req.raw.headers)
  const isOwn = session ? isOwnFormKey(deps.secret, session.sessionId, sent.own._key) : isOwnVisit(c, deps, sent)
  if (!isOwn) return showInvitation(c, deps, 422, { values: {}, errors: [{ field: '', message: texts.signIn.stale }] })
  return session ? ownersAnswer(c, deps, session, one(sent, 'answer')) : firstPassword(c, deps, one(sent, 'password'))
}

async function ownersAnswer(c: Context, deps: AccountDeps, { accountId }: Session, answer: string): Promise<Response> {
  const given = { token: tokenOf(c), accountId }
  if (answer === 'decline') {
    const declined = await declineInvitation(deps, given)
    if (!declined.ok) return refused(c, deps, declined.refusal)
    return goTo(paths.myTerritories({}), [noticeCookie(words.declined, deps.secureCookies)])
  }
  if (answer !== 'accept') return showInvitation(c, deps, 422, null)
  const joined = await acceptInvitation(deps, given)
  return joined.ok ? goTo(paths.tasks({ territory: joined.value.territory }), []) : refused(c, deps, joined.refusal)
}

async function firstPassword(c: Context, deps: AccountDeps, password: string): Promise<Response> {
  const invitation = await openedInvitation(deps.db, tokenOf(c), todayOf)
  // Asked before the password is looked at: an account that exists is told nothing about it.
  const answering = answeringOf(invitation, null, systemNow())
  if (invitation && !maySetFirstPassword(answering)) return refused(c, deps, { code: 'forbidden' })
  const joined = await acceptAsNew(deps, { token: tokenOf(c), password })
  if (!joined.ok) return refused(c, deps, joined.refusal)
  const opened = await deps.auth.openSession(joined.value.accountId)
  return goTo(paths.tasks({ territory: joined.value.territory }), opened.cookies)
}

/** What the rules do not allow is shown as the page says it now: signing in, another account, an invitation that is gone. */
async function refused(c: Context, deps: AccountDeps, refusal: Refusal): Promise<Response> {
  const rules = allRules(refusal)
  const session = await deps.auth.readSession(c.req.raw.headers)
  const invitation = await openedInvitation(deps.db, tokenOf(c), todayOf)
  if (!session && invitation?.accountId && doorFor(invitation, null, systemNow()) !== 'workEnded') {
    const next = paths.invitation({ token: tokenOf(c) })
    return goTo(paths.signIn({}, { next }), [noticeCookie(words.useOwnPassword, deps.secureCookies)])
  }
  const errors = rules.map((rule) => ({ field: rule.field === 'password' ? 'password' : '', message: ruleText(ruleTexts, rule) }))
  return showInvitation(c, deps, rules.length > 0 ? 422 : 403, rules.length > 0 ? { values: {}, errors } : null)
}

async function showInvitation(c: Context, deps: AccountDeps, status: number, form: FormState | null): Promise<Response> {
  const session = await deps.auth.readSession(c.req.raw.headers)
  const invitation = await openedInvitation(deps.db, tokenOf(c), todayOf)
  const own = session && (await emailOf(deps.db, session.accountId))
  const page = pageOf({ token: tokenOf(c), invitation, session, own, form })
  const shown = { ...page, title: form ? `Ошибка: ${page.title}` : page.title, status: page.status ?? status }
  return session ? showMember(c, deps, shown, session) : showStranger(c, deps, shown, strangersFrame(c, deps))
}

type Opened = {
  token: string
  invitation: Invitation | undefined
  session: Session | null
  own: string | null
  form: FormState | null
}

function pageOf({ token, invitation, session, own, form }: Opened): Page {
  const door = doorFor(invitation, session?.accountId ?? null, systemNow())
  if (!invitation || door === 'gone' || door === 'workEnded')
    return { title: words.gone, body: <InvitationGonePage ended={door === 'workEnded'} />, status: 404 }
  const given = { token, invitation, form }
  const bodies: Record<typeof door, () => JSX.Element> = {
    otherAccount: () => <OtherAccountPage {...given} own={own ?? ''} />,
    answer: () => <AnswerPage {...given} />,
    choose: () => <FirstPasswordPage {...given} known first />,
    signIn: () => <FirstPasswordPage {...given} known />,
    setPassword: () => <FirstPasswordPage {...given} first />,
  }
  return { title: words.title, body: bodies[door]() }
}
