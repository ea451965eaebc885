import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  publicOrders: path('/orders'),
  publicOrder: path('/orders/:territory/:order'),
  publicOrderDocument: path('/orders/:territory/:order/document/:format'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    publicOrders: true
  }
}

export const paths = open(own)
