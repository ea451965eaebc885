import { nb } from '../../../ui/nb.ts'
import { paths } from '../../../web/paths.ts'
import { orderLabel } from '../naming-rules.ts'

type OrderLinkProps = {
  territory: string
  orderId: string
  kind: 'order' | 'directive'
  number: string
  point?: string | null
}

/** «Приказ № 33, п. 1» — the ground of everything the registers say, as a link to that point. */
export function OrderLink({ territory, orderId, kind, number, point }: OrderLinkProps) {
  return (
    <a class="govuk-link" href={paths.order({ territory, order: orderId })}>
      {orderLabel(kind, number)}
      {point && nb(`, п. ${point}`)}
    </a>
  )
}
