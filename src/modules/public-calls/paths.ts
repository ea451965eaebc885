import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  publicCalls: path('/calls'),
  publicCallsJson: path('/calls.json'),
  publicCall: path('/calls/:territory/:call'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    publicCalls: true
  }
}

export const paths = open(own)
