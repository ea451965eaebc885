import type { Ctx } from '../../../authz/ctx.ts'
import { act } from '../../../regulation/acts.ts'
import { nb } from '../../../ui/content.ts'
import { Breadcrumbs, Notice, PageHead } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Printable } from '../document.ts'
import { toOrders } from '../links.ts'
import type { FullOrder } from '../model.ts'
import { OrderPaper } from './order-page.tsx'
import { dateAndNumber } from './signed-side.tsx'

export const publicFormTitle = ({ order }: FullOrder) => `Как ${act(order).nominative} увидят на сайте`

/** A signed order as it will stand on the public site, for whoever decides to put it there. */
export function PublicFormPage({ ctx, full, paper }: { ctx: Ctx; full: FullOrder; paper: Printable }) {
  const territory = ctx.territory.code
  return (
    <>
      <Breadcrumbs links={[toOrders(ctx), { href: paths.order({ territory, order: full.order.id }), label: full.order.title }]} />
      <PageHead title={publicFormTitle(full)} line={[dateAndNumber(full)]} />
      <Notice tone="wait" title="Прочтите перед тем, как размещать">
        <p>{nb('Тексты пунктов стоят как подписаны. Если в них названы школы, которым нужна помощь, их прочтут все.')}</p>
      </Notice>
      <OrderPaper paper={paper} unsigned={null} />
    </>
  )
}
