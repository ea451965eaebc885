import { open, path } from '../../web/paths.ts'

export const own = {
  help: path('/help'),
  privacy: path('/privacy'),
  accessibility: path('/accessibility'),
} as const
type Own = typeof own

declare module '../../web/paths.ts' {
  interface Paths extends Own {}
}

export const paths = open(own)
