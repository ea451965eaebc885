import { open, path } from '../../web/paths.ts'

export const own = {
  calls: path('/t/:territory/calls'),
  call: path('/t/:territory/calls/:call'),
} as const
type Own = typeof own

declare module '../../web/paths.ts' {
  interface Paths extends Own {}
}

export const paths = open(own)
