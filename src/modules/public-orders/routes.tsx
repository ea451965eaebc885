import { paper } from '../../web/paper.ts'
import { notFound, publicGet, type Route } from '../../web/route.ts'
import { orderDocument } from '../orders/document.ts'
import { publicOrderList } from './list.tsx'
import { paths } from './paths.ts'
import { publicOrder } from './queries.ts'
import { PublicOrderPage } from './views/public-order-page.tsx'

export const routes: Route[] = [
  ...publicOrderList.routes,
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
