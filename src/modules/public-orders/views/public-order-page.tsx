import { longDate } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import { act, anyAct } from '../../../regulation/acts.ts'
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
      <Breadcrumbs links={[{ href: paths.publicOrders({}), label: anyAct.many.title }]} />
      <PageHead
        large
        title={order.title}
        kicker={act(order).title}
        line={[`от ${longDate(order.signedOn)} № ${order.numberText}`, order.territoryName, order.issuerName]}
        tools={[
          { href: document('docx'), label: 'Скачать .docx', icon: 'download' },
          { href: document('pdf'), label: 'Скачать .pdf', icon: 'download' },
        ]}
      />
      {order.revokedOn !== null && (
        <Notice tone="late" title={`${capital(act(order).agreed('отменён'))} с ${longDate(order.revokedOn)}`}>
          <p>{nb(`С этого дня ${act(order).nominative} не действует. Здесь показан текст, который был подписан.`)}</p>
        </Notice>
      )}
      <Paper label={`Текст ${act(order).genitive}`}>
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
