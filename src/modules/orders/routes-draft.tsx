import { z } from 'zod'
import type { Acting, Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { readAs } from '../../db/transact.ts'
import { lastChangeBy } from '../../history/last-change.ts'
import { allRules, type Result, refuseAll } from '../../kernel/result.ts'
import type { OrderId } from '../../kernel/types.ts'
import type { NamedRow } from '../../kit/order/effect-props.ts'
import { act } from '../../regulation/acts.ts'
import type { FormState } from '../../ui/fields.ts'
import { asked, idOf } from '../../web/address.ts'
import { type Answer, formAt, get, notFound, type PageRequest, post, type Route, seeOther } from '../../web/route.ts'
import { lineAsked } from '../regulation/line-links.tsx'
import { changeOrder } from './commands/change-order.ts'
import { draftingBases, draftOrder } from './commands/draft-order.ts'
import { registersNow } from './effects/load-registers.ts'
import { orderForm, startForm, storedValues } from './forms.ts'
import type { FullOrder } from './model.ts'
import { ownOffices } from './office-queries.ts'
import { paths } from './paths.ts'
import { findOrder, orderChoices } from './queries.ts'
import { reshapeOrder } from './reshape.ts'
import { seenOrder } from './route-subjects.ts'
import { draftSubject } from './subjects.ts'
import { EditPage } from './views/edit-page.tsx'
import { NewOrderPage, TemplatesPage, templatesTitle } from './views/new-order-page.tsx'
import { type ByHand, byHand } from './wording.ts'
import { askedNames, choicesFrom, contentFrom } from './written-content.ts'

const section = 'orders' as const
/** A theme may be longer than what is usually asked for. */
const askedTheme = z.string().max(500).optional().catch(undefined)
const newAddress = z.object({ line: asked, template: asked, order: asked, site: asked, call: asked, theme: askedTheme })
type NewAddress = z.infer<typeof newAddress>

type NewRequest = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & { readonly query: Partial<NewAddress> }

/** The choice of a template; with one chosen, what it has to know. */
async function newOrderPage({ ctx, tx, query, form }: NewRequest): Promise<Answer> {
  const bases = await draftingBases(tx, ctx)
  const lineId = form && String(form.values.lineId ?? '')
  const basis = bases.find(({ line }) => line.id === lineId) ?? lineAsked(bases, query.line)
  const templates = basis?.templates ?? []
  const code = form ? String(form.values.templateCode ?? '') : query.template
  const template = templates.find((one) => one.code === code)
  if (!basis || !template)
    return {
      title: templatesTitle(ctx),
      section,
      body: <TemplatesPage {...{ ctx, templates, bases, basis }} />,
    }
  const [orderId, siteId, callId] = [idOf(query.order), idOf(query.site), idOf(query.call)]
  const body = (
    <NewOrderPage
      ctx={ctx}
      template={template}
      offices={await ownOffices(tx, ctx)}
      choices={await orderChoices(tx, ctx, askedNames(form?.values, query))}
      basis={basis}
      several={bases.length > 1}
      form={form}
      given={{
        ...(orderId && { orderId }),
        ...(siteId && { siteId }),
        ...(callId && { callId }),
        ...(query.theme && { theme: query.theme }),
      }}
    />
  )
  return { title: template.name, section, body }
}

type EditRequest = Pick<PageRequest, 'ctx' | 'tx' | 'form' | 'conflict'> & {
  readonly params: { readonly territory: string; readonly order: OrderId }
}

/** The draft as stored, or as typed when it is shown again. */
async function editPage({ ctx, tx, params, form, conflict }: EditRequest): Promise<Answer> {
  const full = await findOrder(tx, ctx, params.order)
  if (!full) return notFound
  if (full.order.state !== 'draft') return seeOther(paths.order(params))
  const choices = await orderChoices(tx, ctx, { ...askedNames(full, form?.values), issuerId: full.order.issuerId })
  const theirs = storedValues(full, labelsOf(choices))
  const bases = await draftingBases(tx, ctx)
  const basis = bases.find(({ line }) => line.id === full.order.lineId) ?? bases[0]
  const shown: FormState = form ?? { values: theirs, errors: [] }
  const person = conflict ? ((await lastChangeBy(tx, ctx, full.order.id)) ?? '') : ''
  const body = (
    <EditPage
      ctx={ctx}
      full={full}
      form={shown}
      regulation={basis?.regulation ?? null}
      choices={choices}
      byHand={form ? [] : await besideMade(tx, ctx, full)}
      conflict={conflict ? { person, theirs } : null}
    />
  )
  return { title: `Правка: ${full.order.title || act(full.order).nominative}`, section, body }
}

/** What is written by hand over points that change something, beside what their fields would write. */
async function besideMade(tx: Tx, ctx: Ctx, full: FullOrder): Promise<(ByHand | null)[]> {
  if (full.points.every(({ effects }) => effects.length === 0)) return []
  const registers = await registersNow(tx, ctx, full)
  return full.points.map((point) => byHand(point, registers, full.order.appendices))
}

function labelsOf({ people, organisations }: Awaited<ReturnType<typeof orderChoices>>) {
  const of = (rows: readonly NamedRow[]) => {
    const byId = new Map(rows.map(({ id, label }) => [id, label]))
    return (id: string) => byId.get(id) ?? ''
  }
  return { person: of(people), organisation: of(organisations) }
}

/** Asked before the deed, in a transaction of its own. */
const listsOf = (ctx: Acting, form: object) => readAs(ctx, (tx) => orderChoices(tx, ctx, askedNames(form)))

/** Refusals of the command name what was chosen; the form asks for it by name. */
const fieldsOfForm: Readonly<Record<string, string>> = { organisationIds: 'organisationNames', personId: 'personName' }
function atFields<T>(result: Result<T>): Result<T> {
  if (result.ok || result.refusal.code !== 'rule') return result
  return refuseAll(
    allRules(result.refusal).map(({ also: _, ...rule }) => ({
      ...rule,
      ...(rule.field === undefined ? {} : { field: fieldsOfForm[rule.field] ?? rule.field }),
    })),
  )
}

const ownOffice = async ({ ctx }: { ctx: Ctx }) => draftSubject(ctx)

export const draftRoutes: Route[] = [
  get(paths.newOrder, { permits: 'order.draft', subject: ownOffice, query: newAddress, page: newOrderPage }),
  post(paths.orders, {
    permits: 'order.draft',
    subject: ownOffice,
    form: startForm,
    reshape: reshapeOrder,
    act: async ({ ctx, form }) => {
      const choices = choicesFrom(form, await listsOf(ctx, form))
      if (!choices.ok) return choices
      const issuerId = form.issuerId
      return atFields(
        await draftOrder(ctx, { templateCode: form.templateCode, issuerId, lineId: form.lineId, choices: choices.value }),
      )
    },
    next: ({ ctx, value }) => ({
      to: paths.editOrder({ territory: ctx.territory.code, order: value.id }),
      notice: 'Черновик создан: проверьте текст, исполнителей и сроки',
    }),
    again: newOrderPage,
  }),
  ...formAt(paths.editOrder, {
    permits: 'order.draft',
    subject: seenOrder,
    form: orderForm,
    reshape: reshapeOrder,
    act: async ({ ctx, params, form }) => {
      const content = contentFrom(form, await listsOf(ctx, form))
      if (!content.ok) return content
      return changeOrder(ctx, { orderId: params.order, version: form.base, content: content.value })
    },
    next: ({ params, form }) => ({
      to: form.intent === 'view' ? paths.order(params) : paths.editOrder(params),
      notice: 'Черновик сохранён',
    }),
    page: editPage,
  }),
]
