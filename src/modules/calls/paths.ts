import { type Opened, open, path } from '../../web/paths.ts'

export const own = { calls: path('/t/:territory/calls'), call: path('/t/:territory/calls/:call') }

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
