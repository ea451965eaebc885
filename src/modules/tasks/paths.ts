import { type Opened, open, path } from '../../web/paths.ts'

export const own = { tasks: path('/t/:territory') }

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    tasks: true
  }
}

export const paths = open(own)
