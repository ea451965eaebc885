import { contains, longDate } from '../../kernel/dates.ts'
import { no, ok, type Result, type RuleRefusal, refuseAll, refuseRule } from '../../kernel/result.ts'
import type { Day, Period } from '../../kernel/types.ts'
import type { ContractAction, ContractState } from './machine.ts'

export const sides = ['operator', 'site'] as const
export type Side = (typeof sides)[number]
export type Signatures = Readonly<Record<Side, { readonly by: string; readonly on: Day } | null>>

/** What a person writes into a contract. */
export type ContractText = {
  readonly number: string | null
  readonly subject: string
  readonly terms: string
  readonly startsOn: Day
  readonly endsOn: Day
}
type Term = Pick<ContractText, 'startsOn' | 'endsOn'>

/** What is wrong with the period of a contract: it lies within the status it serves. */
export function wrongPeriod({ startsOn, endsOn }: Term, status: Period): RuleRefusal[] {
  if (endsOn < startsOn) return [no('contract.endsBeforeItBegins', { field: 'endsOn' })]
  return [
    ...(startsOn < status.from
      ? [no('contract.beforeStatus', { field: 'startsOn', params: { from: longDate(status.from) } })]
      : []),
    ...(status.to !== null && endsOn > status.to
      ? [no('contract.afterStatus', { field: 'endsOn', params: { to: longDate(status.to) } })]
      : []),
  ]
}

/** The whole number a typed one is, so that the journal goes on after it; «12/2021» stands outside of the count. */
export const countedNumber = (typed: string): number => (/^\d{1,9}$/.test(typed) ? Number(typed) : 0)

/** What a contract lacks before it can be laid before both sides. */
export function missingToOffer({ subject, terms }: Pick<ContractText, 'subject' | 'terms'>): RuleRefusal[] {
  return [
    ...(subject.trim() ? [] : [no('contract.needsSubject', { field: 'subject' })]),
    ...(terms.trim() ? [] : [no('contract.needsTerms', { field: 'terms' })]),
  ]
}

type Signature = Extract<ContractAction, 'signFirst' | 'signLast'>

/** Which step the next signature is: the last one puts the contract in force. */
export const nextSignature = ({ site, operator }: Signatures): Signature =>
  site === null && operator === null ? 'signFirst' : 'signLast'

/** A side signs once. */
export const mayStillSign = (signatures: Signatures, side: Side | undefined): Result<null> =>
  side && signatures[side] !== null ? refuseRule('contract.signedAlready', { field: 'side' }) : ok(null)

/** The day on the paper is never ahead. */
export const signedInFuture = (on: Day, today: Day): Result<null> =>
  on > today ? refuseRule('contract.signedInFuture', { field: 'signedOn', params: { today: longDate(today) } }) : ok(null)

/** Whether a contract may end early on a day: within its own period. */
export function mayEnd({ startsOn, endsOn }: Term, on: Day): Result<null> {
  const within = contains({ from: startsOn, to: endsOn }, on)
  if (within && on < endsOn) return ok(null)
  return refuseAll([no('contract.endOutside', { field: 'endedOn', params: { from: longDate(startsOn), to: longDate(endsOn) } })])
}

export type Standing = 'draft' | 'awaitingSignatures' | 'notBegun' | 'inForce' | 'expired' | 'ended'

/** What a contract is on a day. */
export function standingOn({ state, startsOn, endsOn }: Term & { readonly state: ContractState }, day: Day): Standing {
  if (state !== 'inForce') return state
  if (day < startsOn) return 'notBegun'
  return day > endsOn ? 'expired' : 'inForce'
}

/** Whether a point of an order asks for the very contract: «заключить договор», «заключение договоров»; not «договориться», not a contract spoken of. */
export const asksToConclude = (text: string): boolean =>
  /заключ[а-яё]{1,10} (?:[а-яё-]{1,30} ){0,3}договор(?:а|ы|ов|ом)?(?![а-яё])/i.test(text)
