import type { OrderId } from '../../../kernel/types.ts'
import { numberedAct } from '../../../regulation/acts.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { paths } from '../../../web/paths.ts'

type OrderLinkProps = {
  territory: string
  /** What the order is the ground of. */
  by: { readonly orderId: OrderId; readonly orderKind: 'order' | 'directive'; readonly orderNumber: string }
  point?: string | null
}

/** «Приказ № 33, п. 1» — the ground of everything the registers say, as a link to that point. */
export function OrderLink({ territory, by, point }: OrderLinkProps) {
  return (
    <TextLink href={paths.order({ territory, order: by.orderId })}>
      {numberedAct(by.orderKind, by.orderNumber)}
      {point && nb(`, п. ${point}`)}
    </TextLink>
  )
}
