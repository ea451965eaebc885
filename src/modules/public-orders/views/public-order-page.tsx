import { longDate } from '../../../kernel/dates.ts'
import { nb } from '../../../ui/content.ts'
import { PaperBlocks } from '../../../ui/doc-paper.tsx'
import { Breadcrumbs, Notice, PageHead, Paper } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { orderDocument } from '../../orders/document.ts'
import type { PublicOrder } from '../queries.ts'

/** A published order as it was signed, without what is nobody's business. */
export function PublicOrderPage({ order }: { order: PublicOrder }) {
  const at = { territory: order.territoryCode, order: order.orderId }
  const document = (format: string) => paths.publicOrderDocument({ ...at, format })
  return (
    <>
      <Breadcrumbs links={[{ href: paths.publicOrders({}), label: 'Приказы' }]} />
      <PageHead
        large
        title={order.title}
        line={[`от ${longDate(order.signedOn)} № ${order.numberText}`, order.territoryName, order.issuerName]}
        tools={[
          { href: document('docx'), label: 'Скачать .docx', icon: 'download' },
          { href: document('pdf'), label: 'Скачать .pdf', icon: 'download' },
        ]}
      />
      {order.revokedOn !== null && (
        <Notice tone="late" title={`Отменён с ${longDate(order.revokedOn)}`}>
          <p>{nb('С этого дня приказ не действует. Здесь он показан таким, каким был подписан.')}</p>
        </Notice>
      )}
      <Paper label="Текст приказа">
        {orderDocument(order.snapshot).sections.map(({ blocks }, index) => (
          <>
            {index > 0 && <hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible" />}
            <PaperBlocks blocks={blocks} />
          </>
        ))}
      </Paper>
    </>
  )
}
