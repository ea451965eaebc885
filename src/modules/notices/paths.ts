import { open, path } from '../../web/paths.ts'

export const own = {
  notices: path('/t/:territory/notices'),
  noticesRead: path('/t/:territory/notices/readings'),
} as const
type Own = typeof own

declare module '../../web/paths.ts' {
  interface Paths extends Own {}
}

export const paths = open(own)
