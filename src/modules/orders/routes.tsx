import { canAtAll } from '../../authz/policy.ts'
import type { OrderId } from '../../kernel/types.ts'
import { act, orderLabel } from '../../regulation/acts.ts'
import { withoutWeakSchools } from '../../regulation/weak-schools.ts'
import { paper } from '../../web/paper.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route } from '../../web/route.ts'
import { deleteDraft, publishOrder, sendBackOrder, submitOrder, withdrawOrder } from './commands/move-order.ts'
import { signOrder } from './commands/sign-order.ts'
import { deedsOf } from './deeds.ts'
import { orderDocument } from './document.ts'
import { acquaintanceSheet, controlView } from './execution-queries.ts'
import { nothingForm, remarkForm, signingForm } from './forms.ts'
import { orderList } from './list.tsx'
import { issuedStates } from './machine.ts'
import type { FullOrder } from './model.ts'
import { officeOf } from './office-queries.ts'
import { paperFor } from './paper.ts'
import { paths } from './paths.ts'
import { previewOrder } from './preview.ts'
import { findOrder, namesIn, preparedAt, snapshotOf } from './queries.ts'
import { orderToSign, orderToWithdraw, seenOrder } from './route-subjects.ts'
import { draftRoutes } from './routes-draft.tsx'
import { executionRoutes } from './routes-execution.tsx'
import { officeRoutes } from './routes-offices.tsx'
import { DraftPage, SignedPage } from './views/order-page.tsx'
import { PublicFormPage, publicFormTitle } from './views/public-form-page.tsx'

const section = 'orders' as const
type OrderRequest = Pick<PageRequest, 'ctx' | 'tx' | 'form' | 'conflict'> & { readonly params: { readonly order: OrderId } }

async function orderPage(request: OrderRequest): Promise<Answer> {
  const { ctx, tx, params } = request
  const full = await findOrder(tx, ctx, params.order)
  if (!full) return notFound
  return issuedStates.includes(full.order.state) ? signedPage(request, full) : draftPage(request, full)
}

async function draftPage({ ctx, tx, form, conflict }: OrderRequest, full: FullOrder): Promise<Answer> {
  const [office, paper, preview, names, begun, asksCode] = await Promise.all([
    officeOf(tx, ctx, full.order.issuerId),
    paperFor(tx, ctx, full),
    previewOrder(tx, ctx, full),
    namesIn(tx, ctx, full),
    preparedAt(tx, ctx, full.order.id),
    ctx.services.secondFactor.stateOf(tx, ctx.actor.accountId),
  ])
  if (!office || !paper) return notFound
  const shown = { ctx, full, paper, office, preview, names, preparedAt: begun, form, conflict, asksCode }
  const body = <DraftPage {...shown} />
  return { title: full.order.title || `Черновик ${act(full.order).genitive}`, section, body }
}

async function signedPage({ ctx, tx }: OrderRequest, full: FullOrder): Promise<Answer> {
  const { order } = full
  const [paper, names, revoking, deeds, assignments, acquaintance] = await Promise.all([
    paperFor(tx, ctx, full),
    namesIn(tx, ctx, full),
    order.revokedByOrderId && findOrder(tx, ctx, order.revokedByOrderId),
    deedsOf(tx, ctx, full),
    controlView(tx, ctx, order.id),
    acquaintanceSheet(tx, ctx, order.id),
  ])
  if (!paper) return notFound
  const body = (
    <SignedPage
      {...{ ctx, full, paper, names, deeds, assignments, acquaintance }}
      controller={order.controllerId === null ? null : (names.get(order.controllerId) ?? null)}
      revokedBy={
        revoking
          ? { href: paths.order({ territory: ctx.territory.code, order: revoking.order.id }), label: orderLabel(revoking.order) }
          : null
      }
    />
  )
  return { title: order.title, section, body }
}

export const routes: Route[] = [
  ...orderList.routes,
  ...draftRoutes,
  ...officeRoutes,
  get(paths.order, { permits: 'order.view', subject: seenOrder, page: orderPage }),
  get(paths.orderDocument, {
    permits: 'order.view',
    subject: seenOrder,
    page: async ({ ctx, tx, params }) => {
      const full = await findOrder(tx, ctx, params.order)
      const proof = full && (await paperFor(tx, ctx, full))
      return proof ? paper(orderDocument(proof), params.format) : notFound
    },
  }),
  post(paths.orderSubmissions, {
    permits: 'order.draft',
    subject: seenOrder,
    form: nothingForm,
    act: ({ ctx, params, version }) => submitOrder(ctx, { orderId: params.order, version }),
    next: ({ ctx, params }) => ({
      to: paths.order(params),
      notice: `${act(ctx).title} ${act(ctx).agreed('отправлен')} на подпись`,
    }),
    again: orderPage,
  }),
  post(paths.orderWithdrawals, {
    permits: 'order.withdraw',
    subject: orderToWithdraw,
    form: nothingForm,
    act: ({ ctx, params, version }) => withdrawOrder(ctx, { orderId: params.order, version }),
    next: ({ ctx, params }) => ({
      to: paths.order(params),
      notice: `${act(ctx).title} снова у вас: правьте и отправляйте на подпись`,
    }),
    again: orderPage,
  }),
  post(paths.orderSendBacks, {
    permits: 'order.sendBack',
    subject: orderToSign,
    form: remarkForm,
    act: ({ ctx, params, form }) => sendBackOrder(ctx, { orderId: params.order, remark: form.remark }),
    next: ({ ctx, params }) => ({
      to: canAtAll(ctx.actor, 'order.viewDraft') ? paths.order(params) : paths.orders(params),
      notice: `${act(ctx).title} ${act(ctx).agreed('возвращён')} тому, кто его готовил`,
    }),
    again: orderPage,
  }),
  post(paths.orderSignatures, {
    permits: 'order.sign',
    subject: orderToSign,
    form: signingForm,
    act: ({ ctx, params, form, version }) =>
      ctx.services.secondFactor.guarding({ accountId: ctx.actor.accountId, code: form.code }, (proves) =>
        signOrder(
          ctx,
          {
            orderId: params.order,
            version,
            number: form.numbering === 'journal' ? form.number : null,
            effectiveOn: form.effectiveOn,
            sure: form.sure,
          },
          proves,
        ),
      ),
    next: ({ ctx, params, value }) => ({
      to: paths.order(params),
      notice:
        value.numberText === null
          ? `Ваша подпись поставлена. В силу ${act(ctx).nominative} вступит, когда подпишут остальные`
          : `${act(ctx).title} ${act(ctx).agreed('подписан')} под № ${value.numberText}`,
    }),
    again: orderPage,
  }),
  get(paths.orderPublicForm, {
    permits: 'order.publish',
    subject: seenOrder,
    page: async ({ ctx, tx, params }) => {
      const full = await findOrder(tx, ctx, params.order)
      const signed = full?.order.state === 'signed' ? await snapshotOf(tx, ctx, full.order.id) : null
      if (!full || !signed) return notFound
      const body = <PublicFormPage ctx={ctx} full={full} paper={withoutWeakSchools(signed)} />
      return { title: publicFormTitle(full), section, body }
    },
  }),
  post(paths.orderPublications, {
    permits: 'order.publish',
    subject: seenOrder,
    form: nothingForm,
    act: ({ ctx, params }) => publishOrder(ctx, { orderId: params.order }),
    next: ({ ctx, params }) => ({
      to: paths.order(params),
      notice: `${act(ctx).title} ${act(ctx).agreed('размещён')} на сайте для всех`,
    }),
  }),
  post(paths.orderDeletions, {
    permits: 'order.draft',
    subject: seenOrder,
    form: nothingForm,
    act: ({ ctx, params, version }) => deleteDraft(ctx, { orderId: params.order, version }),
    next: ({ params }) => ({ to: paths.orders(params), notice: 'Черновик удалён' }),
    again: orderPage,
  }),
  ...executionRoutes,
]
