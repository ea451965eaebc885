import { open, path } from '../../web/paths.ts'

export const own = {
  publicRegulation: path('/regulations/:territory'),
  regulation: path('/t/:territory/regulation'),
  regulationDocument: path('/t/:territory/regulation/document/:format'),
} as const
type Own = typeof own

declare module '../../web/paths.ts' {
  interface Paths extends Own {}
  interface Sections {
    regulation: true
  }
}

export const paths = open(own)
