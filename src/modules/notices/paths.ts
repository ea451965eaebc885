import { type Opened, open, path } from '../../web/paths.ts'

export const own = { notices: path('/t/:territory/notices'), noticesRead: path('/t/:territory/notices/readings') }

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
