import { open, path } from '../../web/paths.ts'

export const own = {
  publicCalls: path('/calls'),
  publicCallsJson: path('/calls.json'),
  publicCall: path('/calls/:territory/:call'),
} as const
type Own = typeof own

declare module '../../web/paths.ts' {
  interface Paths extends Own {}
  interface Sections {
    publicCalls: true
  }
}

export const paths = open(own)
