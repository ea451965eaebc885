import { raiseStatus } from '../status/raise.ts'
import { fieldsRaised } from './fields.ts'
import { hostsRaised } from './hosts.ts'
import { laterRules } from './later.ts'
import { meetingsRaised } from './meetings.ts'
import { partiesInOneRegistry } from './parties.ts'
import { periodsRaised } from './periods.ts'
import { proceduresRaised } from './procedures.ts'
import { reportsRaised } from './reports.ts'
import { reviewRaised } from './review.ts'
import { traineesRaised } from './trainees.ts'

/** A document of an older form as one of today's: each step knows its old shape, leaves any other as it is, and may be taken twice. */
type Step = (document: unknown) => unknown

const steps: readonly Step[] = [
  fieldsRaised,
  periodsRaised,
  raiseStatus,
  partiesInOneRegistry,
  reviewRaised,
  hostsRaised,
  reportsRaised,
  laterRules,
  meetingsRaised,
  proceduresRaised,
  traineesRaised,
]

/** A regulation that was stored or taken away in any form there has been, in today's form; what is no regulation stays as it is. */
export const raised = (document: unknown): unknown => steps.reduce((one, step) => step(one), document)
