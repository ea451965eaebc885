import { open, path } from '../../web/paths.ts'

export const own = {
  tasks: path('/t/:territory'),
} as const
type Own = typeof own

declare module '../../web/paths.ts' {
  interface Paths extends Own {}
  interface Sections {
    tasks: true
  }
}

export const paths = open(own)
