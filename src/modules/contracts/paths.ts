import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  contracts: path('/t/:territory/contracts'),
  siteContracts: path('/t/:territory/sites/:site/contracts'),
  contract: path('/t/:territory/contracts/:contract'),
  contractEdit: path('/t/:territory/contracts/:contract/edit'),
  contractSignatures: path('/t/:territory/contracts/:contract/signatures'),
  contractWithdrawals: path('/t/:territory/contracts/:contract/withdrawals'),
  contractScans: path('/t/:territory/contracts/:contract/scans'),
  contractEnd: path('/t/:territory/contracts/:contract/end'),
  contractFile: path('/t/:territory/contracts/:contract/files/:file'),
  contractDocument: path('/t/:territory/contracts/:contract/document/:format'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
}

export const paths = open(own)
