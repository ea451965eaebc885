import { endingReminders } from '../../kit/reminders.ts'
import { officeOf, peopleOfSite } from '../sites/people-queries.ts'
import { contractsEnding } from './queries.ts'

/** A contract that ends: 30 and 7 days before, to the site and to the operator. */
export const contractNotices = endingReminders({
  days: [30, 7],
  rows: contractsEnding,
  tell: ({ id, siteName: site, number, endsOn: on }) => ({
    kind: 'contract.endsSoon',
    subjectId: id,
    to: [peopleOfSite, officeOf],
    params: { site, number: number ?? '', on },
  }),
})
