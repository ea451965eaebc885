import type { Context } from 'hono'
import { forgetHalfWay, halfWayOf } from '../../accounts/half-way.ts'
import { deviceCookie, deviceOf } from '../../accounts/known-device.ts'
import { countingTries, takeCode } from '../../accounts/second-factor.ts'
import { inTransaction } from '../../db/transact.ts'
import { systemNow } from '../../kernel/clock.ts'
import type { FormState } from '../../ui/fields.ts'
import { paths } from '../../web/paths.ts'
import { type AccountDeps, goTo, isOwnVisit, one, sentForm, showError, showStranger, strangersFrame, told } from './frame.ts'
import { afterSignIn } from './rules.ts'
import { texts } from './texts.ts'
import { SecondStepPage } from './views/second-factor-pages.tsx'

/** GET /sign-in/code: after the password the code is asked for. */
export const openSecondStep = (c: Context, deps: AccountDeps): Promise<Response> =>
  Promise.resolve(showSecondStep(c, deps, { next: afterSignIn(c.req.query('next')), form: null, status: 200 }))

/** POST /sign-in/code: whoever shows the code is signed in. */
export async function takeSecondStep(c: Context, deps: AccountDeps): Promise<Response> {
  const sent = await sentForm(c)
  if (!sent) return showError(c, deps, 422, [texts.signIn.stale])
  const next = afterSignIn(one(sent, 'next'))
  const again = (errors: FormState['errors']) => showSecondStep(c, deps, { next, form: { values: {}, errors }, status: 422 })
  if (!isOwnVisit(c, deps, sent)) return again([{ field: '', message: texts.signIn.stale }])
  const half = halfWayOf(deps, c.req.header('cookie'), systemNow())
  if (!half) return toStart(next)
  const { accountId, email } = half
  const shown = await countingTries(deps, accountId, () =>
    inTransaction(deps.db, (tx) => takeCode(tx, deps, accountId, one(sent, 'code'))),
  )
  if (!shown.ok) return again(told(shown.refusal))
  await deps.auth.signOut(c.req.raw.headers)
  const { cookies } = await deps.auth.openSession(accountId)
  const known = deviceOf(deps, c.req.header('cookie'), email) ? [] : [deviceCookie(deps, email)]
  return goTo(next ?? paths.myTerritories({}), [...cookies, ...known, forgetHalfWay(deps)])
}

const toStart = (next: string | null) => goTo(paths.signIn({}, { next: next ?? '' }), [])

function showSecondStep(
  c: Context,
  deps: AccountDeps,
  { next, form, status }: { next: string | null; form: FormState | null; status: number },
): Response {
  const half = halfWayOf(deps, c.req.header('cookie'), systemNow())
  if (!half) return toStart(next)
  const title = form ? `Ошибка: ${texts.secondStep.title}` : texts.secondStep.title
  const body = <SecondStepPage next={next} email={half.email} form={form} />
  return showStranger(c, deps, { title, body, status }, strangersFrame(c, deps))
}
