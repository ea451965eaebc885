import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { administratorOf } from '../../db/administrators.ts'
import { membershipsOf } from '../../web/territories.ts'
import { askOwnEmail, changeOwnEmail, changeOwnPassword, endOwnSessions, openAccess, openNewEmail } from './access.tsx'
import { type AccountDeps, goTo, membersFrame, show, showError } from './frame.ts'
import { answerInvitation, openInvitation } from './invitation.tsx'
import { askForPassword, openForgotten, openNewPassword, setPassword } from './new-password.tsx'
import { paths } from './paths.ts'
import { confirmApp, connectApp, disconnectApp } from './second-factor.tsx'
import { openSecondStep, takeSecondStep } from './second-step.tsx'
import { openSignIn, signIn, signInDemo, signOut } from './sign-in.tsx'
import { texts } from './texts.ts'
import { TerritoriesPage } from './views/territories-page.tsx'

/** Far more than an e-mail and a password need. */
const mostBytes = 16 * 1024

/** Pages that belong to no territory: sign-in and out, the choice of a territory, invitations, new passwords. */
export function createAccountRoutes(deps: AccountDeps): Hono {
  const small = bodyLimit({ maxSize: mostBytes, onError: (c) => showError(c, deps, 413, [texts.tooLarge]) })
  return new Hono()
    .get(paths.signIn.pattern, (c) => openSignIn(c, deps))
    .post(paths.signIn.pattern, small, (c) => signIn(c, deps))
    .get(paths.secondStep.pattern, (c) => openSecondStep(c, deps))
    .post(paths.secondStep.pattern, small, (c) => takeSecondStep(c, deps))
    .post(paths.demoSignIn.pattern, small, (c) => signInDemo(c, deps))
    .post(paths.signOut.pattern, small, (c) => signOut(c, deps))
    .get(paths.myTerritories.pattern, (c) => openTerritories(c, deps))
    .get(paths.access.pattern, (c) => openAccess(c, deps))
    .post(paths.accessPassword.pattern, small, (c) => changeOwnPassword(c, deps))
    .post(paths.accessEmail.pattern, small, (c) => askOwnEmail(c, deps))
    .get(paths.newEmail.pattern, (c) => openNewEmail(c, deps))
    .post(paths.newEmail.pattern, small, (c) => changeOwnEmail(c, deps))
    .post(paths.accessSessions.pattern, small, (c) => endOwnSessions(c, deps))
    .post(paths.secondFactor.pattern, small, (c) => connectApp(c, deps))
    .post(paths.secondFactorProofs.pattern, small, (c) => confirmApp(c, deps))
    .post(paths.secondFactorEnds.pattern, small, (c) => disconnectApp(c, deps))
    .get(paths.session.pattern, (c) => sessionEnd(c, deps))
    .post(paths.session.pattern, small, (c) => prolongSession(c, deps))
    .get(paths.invitation.pattern, (c) => openInvitation(c, deps))
    .post(paths.invitation.pattern, small, (c) => answerInvitation(c, deps))
    .get(paths.forgottenPassword.pattern, (c) => openForgotten(c, deps))
    .post(paths.forgottenPassword.pattern, small, (c) => askForPassword(c, deps))
    .get(paths.newPassword.pattern, (c) => openNewPassword(c, deps))
    .post(paths.newPassword.pattern, small, (c) => setPassword(c, deps))
}

/** GET /my/session: when it ends, without prolonging it, and whether it could go on. */
async function sessionEnd(c: Context, deps: AccountDeps): Promise<Response> {
  const end = await deps.auth.sessionEnd(c.req.raw.headers)
  return c.json(end && { endsAt: end.at.toISOString(), goesOn: end.goesOn }, 200, { 'Cache-Control': 'no-store' })
}

/** POST /my/session: the person goes on working. */
async function prolongSession(c: Context, deps: AccountDeps): Promise<Response> {
  await deps.auth.readSession(c.req.raw.headers)
  return sessionEnd(c, deps)
}

/** GET /my: one territory opens at once, of several one is chosen. */
async function openTerritories(c: Context, deps: AccountDeps): Promise<Response> {
  const session = await deps.auth.readSession(c.req.raw.headers)
  if (!session) return goTo(paths.signIn({}, { next: paths.myTerritories({}) }), [])
  const memberships = await membershipsOf(deps.db, session.accountId)
  const keepsAll = (await administratorOf(deps.db, session.accountId)) !== undefined
  const homes = [
    ...memberships.map(({ territory: { code, shortName } }) => ({ href: paths.tasks({ territory: code }), label: shortName })),
    ...(keepsAll ? [{ href: paths.installation({}), label: texts.territories.all }] : []),
  ]
  const [only, ...others] = homes
  if (only && others.length === 0) return goTo(only.href, [])

  const around = membersFrame(c, deps, session.sessionId)
  const page = { title: texts.territories.title, body: <TerritoriesPage homes={homes} /> }
  const visitor = { session, memberships, now: deps.systemNow() }
  return show(c, deps, deps.shell.publicPage(visitor, page, around), 200, around)
}
