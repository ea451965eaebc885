import { open, path } from '../../web/paths.ts'

export const own = {
  publicOrders: path('/orders'),
  publicOrder: path('/orders/:territory/:order'),
  publicOrderDocument: path('/orders/:territory/:order/document/:format'),
} as const
type Own = typeof own

declare module '../../web/paths.ts' {
  interface Paths extends Own {}
  interface Sections {
    publicOrders: true
  }
}

export const paths = open(own)
