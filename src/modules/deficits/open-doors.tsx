import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Ctx, contextOf, timeOf } from '../../authz/ctx.ts'
import { asPool } from '../../db/pool.ts'
import { read } from '../../db/transact.ts'
import { counted } from '../../kernel/plural.ts'
import { allRules, no } from '../../kernel/result.ts'
import type { FormState } from '../../ui/fields.ts'
import type { WebDeps } from '../../web/deps.ts'
import { readForm } from '../../web/form-data.ts'
import { problemsIn } from '../../web/reading.ts'
import { ruleText, statusOf } from '../../web/refusals.ts'
import { territoryByCode } from '../../web/territories.ts'
import { declareDeficits } from './commands/declare.ts'
import { namedIn, namingReads } from './forms.ts'
import { ownerOfLink } from './links.ts'
import { paths, own as patterns } from './paths.ts'
import { frameworkHere } from './store.ts'
import { LinkPage } from './views/link-page.tsx'
import { deficitsHere } from './whether.ts'

/** More than a few rows and three hundred signs need. */
const mostBytes = 16 * 1024

/** What a personal link opens to whoever has it, without signing in: to say what one lacks. */
export function createDeficitDoors(deps: WebDeps): Hono {
  const small = bodyLimit({ maxSize: mostBytes, onError: (c) => gone(c, deps) })
  return new Hono()
    .get(patterns.deficitLink.pattern, (c) => show(c, deps, { status: 200, form: null, done: null }))
    .post(patterns.deficitLink.pattern, small, (c) => take(c, deps))
}

/** The person whom a link belongs to, as if they had signed in; null when it serves nobody, or nothing of the kind is kept here. */
async function openedBy(c: Context, deps: WebDeps): Promise<Ctx | null> {
  const territory = await territoryByCode(deps.db, c.req.param('territory') ?? '')
  if (!territory) return null
  const { now, today } = timeOf(territory, deps.systemNow())
  return read(deps.db, { territoryId: territory.id }, async (tx) => {
    const found = await ownerOfLink(tx, { territory, today }, c.req.param('secret') ?? '')
    if (!found || !(await deficitsHere(tx, { territory, today })).on) return null
    const given = { territory, personId: found.personId, accountId: null, now, today, services: deps.services }
    return (await contextOf(tx, given)) ?? null
  })
}

type Shown = { readonly status: number; readonly form: FormState | null; readonly done: string | null }

async function show(c: Context, deps: WebDeps, { status, form, done }: Shown): Promise<Response> {
  const ctx = await openedBy(c, deps)
  if (!ctx) return gone(c, deps)
  const framework = await read(deps.db, ctx.scope, (tx) => frameworkHere(tx, ctx))
  const address = paths.deficitLink({ territory: ctx.territory.code, secret: c.req.param('secret') ?? '' })
  const page = { title: 'Чему вы хотите научиться', body: <LinkPage {...{ ctx, framework, address, form, done }} /> }
  const around = { address, cookies: c.req.header('cookie'), formKey: '', notice: null }
  c.header('Cache-Control', 'no-store')
  c.header('Referrer-Policy', 'no-referrer')
  return c.html(deps.shell.publicPage({ session: null, memberships: [], now: deps.systemNow() }, page, around), status as 200)
}

/** What is named is the person's own deed: the same as with an account. Sent twice, it is named once. */
async function take(c: Context, deps: WebDeps): Promise<Response> {
  const ctx = await openedBy(c, deps)
  if (!ctx) return gone(c, deps)
  const { values, nested } = readForm(await c.req.formData())
  const typed = namingReads.safeParse(nested)
  if (!typed.success) return show(c, deps, { status: 422, form: { values, errors: problemsIn(typed.error) }, done: null })
  const result = await declareDeficits({ ...ctx, pool: asPool(deps.db) }, namedIn(typed.data))
  if (result.ok)
    return show(c, deps, {
      ...{ status: 200, form: null },
      done: `Записано: ${counted(result.value, 'дефицит', 'дефицита', 'дефицитов')}. Страницу можно закрыть`,
    })
  const { refusal } = result
  const rules = refusal.code === 'rule' ? allRules(refusal) : [no(refusal.code === 'busy' ? 'form.busy' : 'deficit.notKept')]
  if (rules.some(({ rule }) => rule === 'deficit.namedAlready'))
    return show(c, deps, { status: 200, form: null, done: 'Это вы уже назвали, и оно записано' })
  const errors = rules.map((rule) => ({ field: rule.field ?? '', message: ruleText(deps.ruleTexts, rule) }))
  return show(c, deps, { status: statusOf(refusal), form: { values, errors }, done: null })
}

function gone(c: Context, deps: WebDeps): Response {
  const around = { address: '/', cookies: c.req.header('cookie'), formKey: '', notice: null }
  c.header('Cache-Control', 'no-store')
  return c.html(deps.shell.errorPage(404, around, {}), 404) as Response
}
