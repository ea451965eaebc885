import { open, path } from '../../web/paths.ts'

export const own = {
  copies: path('/t/:territory/copies'),
} as const
type Own = typeof own

declare module '../../web/paths.ts' {
  interface Paths extends Own {}
}

export const paths = open(own)
