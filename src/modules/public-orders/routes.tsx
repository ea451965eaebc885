import { z } from 'zod'
import { asked, pageOf } from '../../web/address.ts'
import { paper } from '../../web/paper.ts'
import { paths } from '../../web/paths.ts'
import { notFound, publicGet, type Route } from '../../web/route.ts'
import { orderDocument } from '../orders/document.ts'
import { publicOrder, publicOrders, publishingTerritories } from './queries.ts'
import { PublicOrderPage } from './views/public-order-page.tsx'
import { PublicOrdersPage } from './views/public-orders-page.tsx'

const address = z.object({ territory: asked, q: asked, page: asked })

export const routes: Route[] = [
  publicGet(paths.publicOrders, {
    query: address,
    page: async ({ tx, query: { territory, q, page } }) => {
      const query = { territory: territory || null, q: q || null, page: pageOf(page) }
      const { lines, total } = await publicOrders(tx, query)
      const territories = await publishingTerritories(tx)
      const body = <PublicOrdersPage query={query} lines={lines} total={total} territories={territories} />
      return { title: 'Приказы о стажировочных площадках', section: 'publicOrders', body }
    },
  }),
  publicGet(paths.publicOrder, {
    page: async ({ tx, params }) => {
      const order = await publicOrder(tx, params.territory, params.order)
      return order ? { title: order.title, section: 'publicOrders', body: <PublicOrderPage order={order} /> } : notFound
    },
  }),
  publicGet(paths.publicOrderDocument, {
    page: async ({ tx, params }) => {
      const order = await publicOrder(tx, params.territory, params.order)
      return order ? paper(orderDocument(order.snapshot), params.format, 'no-cache') : notFound
    },
  }),
]
