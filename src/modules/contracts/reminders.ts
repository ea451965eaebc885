import type { Tx } from '../../db/pool.ts'
import type { TerritoryId } from '../../kernel/types.ts'
import { type ReminderSource, type Span, spokenOfIn, warningsOf } from '../../kit/reminders.ts'
import type { Notice } from '../../notices/kinds.ts'
import { officeOf, peopleOfSite } from '../sites/people-queries.ts'
import { contractsEnding } from './queries.ts'

/** A contract is spoken of a month and a week before its last day. */
const contractDays = [30, 7]

/** A contract that ends: 30 and 7 days before, to the site and to the operator. */
export async function contractNotices(tx: Tx, territoryId: TerritoryId, span: Span): Promise<Notice[]> {
  const where = { territory: { id: territoryId }, today: span.to }
  const notices: Notice[] = []
  for (const row of await contractsEnding(tx, where, spokenOfIn(span, contractDays))) {
    const days = warningsOf(row.endsOn, contractDays, span)
    if (days.length === 0) continue
    const people = new Set([...(await peopleOfSite(tx, where, row.siteId)), ...(await officeOf(tx, where))])
    for (const onDay of days)
      for (const personId of people)
        notices.push({
          personId,
          kind: 'contract.endsSoon',
          subjectId: row.id,
          onDay,
          params: { site: row.siteName, number: row.number ?? '', on: row.endsOn },
        })
  }
  return notices
}

export const reminders: readonly ReminderSource[] = [contractNotices]
