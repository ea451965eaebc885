import type { Context } from 'hono'
import { systemNow } from '../../kernel/clock.ts'
import { allRules } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form-state.ts'
import { paths } from '../../web/paths.ts'
import { ruleText } from '../../web/refusals.ts'
import { acceptInvitation } from './commands/accept-invitation.ts'
import { type AccountDeps, goTo, isOwnVisit, one, sentForm, showError, showStranger, strangersFrame } from './frame.ts'
import { invitationOf } from './queries.ts'
import { ruleTexts, texts } from './texts.ts'
import { InvitationGonePage, InvitationPage } from './views/invitation-page.tsx'

/** GET /invitations/:token */
export const openInvitation = (c: Context, deps: AccountDeps): Promise<Response> => showInvitation(c, deps, 200, null)

/** POST /invitations/:token: sets the password and signs in. */
export async function useInvitation(c: Context, deps: AccountDeps): Promise<Response> {
  const sent = await sentForm(c)
  if (!sent) return showError(c, deps, 422, [texts.signIn.stale])
  const again = (errors: FormState['errors']) => showInvitation(c, deps, 422, { values: {}, errors })
  if (!isOwnVisit(c, deps, sent)) return again([{ field: '', message: texts.signIn.stale }])

  const result = await acceptInvitation(deps.db, { token: tokenOf(c), password: one(sent, 'password') })
  if (!result.ok) {
    const rules = allRules(result.refusal)
    if (rules.length === 0) return showInvitation(c, deps, 404, null)
    return again(rules.map((rule) => ({ field: rule.field ?? '', message: ruleText(ruleTexts, rule) })))
  }
  await deps.auth.signOut(c.req.raw.headers)
  const opened = await deps.auth.openSession(result.value)
  return goTo(paths.myTerritories({}), opened.cookies)
}

const tokenOf = (c: Context): string => c.req.param('token') ?? ''

async function showInvitation(c: Context, deps: AccountDeps, status: number, form: FormState | null): Promise<Response> {
  const frame = strangersFrame(c, deps)
  const invitation = await invitationOf(deps.db, tokenOf(c), systemNow())
  if (!invitation)
    return showStranger(c, deps, { title: texts.invitation.gone, body: <InvitationGonePage />, status: 404 }, frame)
  const title = form ? `Ошибка: ${texts.invitation.title}` : texts.invitation.title
  const body = <InvitationPage token={tokenOf(c)} email={invitation.email} form={form} />
  return showStranger(c, deps, { title, body, status }, frame)
}
