import { caseOf } from '../../kit/case.ts'
import { aboutSite } from '../sites/site-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'
import type { Signatures } from './rules.ts'

/** A contract between a site and the operator, for a period within the status. */
export const contracts = caseOf({
  table: 'contracts',
  machine,
  param: 'contract',
  sees: 'contract.view',
  home: paths.contract,
  ...aboutSite,
  standing: ({ site }, today) => siteIsOpen(site.standing, today),
})

export type OpenContract = NonNullable<Awaited<ReturnType<typeof contracts.open>>>

const signed = (by: string | null, on: string | null) => (by === null || on === null ? null : { by, on })

/** Who has signed, and on which day on paper. */
export const signaturesOf = (one: OpenContract['one']): Signatures => ({
  site: signed(one.siteSignedBy, one.siteSignedOn),
  operator: signed(one.operatorSignedBy, one.operatorSignedOn),
})
