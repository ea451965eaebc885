import { open, path } from '../../web/paths.ts'

export const own = {
  clock: path('/t/:territory/clock'),
} as const
type Own = typeof own

declare module '../../web/paths.ts' {
  interface Paths extends Own {}
}

export const paths = open(own)
