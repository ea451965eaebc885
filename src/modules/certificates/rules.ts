import { fullName, type NameParts } from '../../kernel/names.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, EventId, OrganisationId, PersonId } from '../../kernel/types.ts'
import type { Extent, Ready } from './model.ts'

/** That somebody was at an event, on its day and for its hours. */
export type Presence = {
  readonly personId: PersonId
  readonly organisationId: OrganisationId | null
  readonly eventId: EventId
  readonly title: string
  readonly day: Day
  readonly hours: number
}

/** Who is ready for a paper: everybody once, with all they were at; hours come from nowhere else. `presences`: the earliest first. */
export function readyFrom(presences: readonly Presence[]): Ready[] {
  return [...Map.groupBy(presences, ({ personId }) => personId)].flatMap(([personId, own]) => {
    const [first] = own
    if (!first) return []
    const last = own.at(-1) ?? first
    const lines = own.map(({ eventId, title, day, hours }) => ({ eventId, title, day, hours }))
    const hours = own.reduce((sum, one) => sum + one.hours, 0)
    return [{ personId, organisationId: last.organisationId, lines, hours, from: first.day, to: last.day }]
  })
}

/** Papers are given for days that have been. */
export function wrongExtent({ startsOn, endsOn }: Pick<Extent, 'startsOn' | 'endsOn'>, today: Day): RuleRefusal[] {
  if (endsOn < startsOn) return [no('certificate.endsBeforeStart', { field: 'endsOn' })]
  return startsOn > today ? [no('certificate.daysAhead', { field: 'startsOn' })] : []
}

/** Papers are issued to those who are ready, under the name of a head. */
export function mayIssue(given: {
  readonly chosen: readonly PersonId[]
  readonly ready: readonly Pick<Ready, 'personId'>[]
  readonly hasSignatory: boolean
}): RuleRefusal[] {
  const ready = new Set(given.ready.map(({ personId }) => personId))
  const refusals: RuleRefusal[] = []
  if (given.chosen.length === 0) refusals.push(no('certificate.nobodyChosen', { field: 'people' }))
  else if (!given.chosen.every((id) => ready.has(id))) refusals.push(no('certificate.notReady', { field: 'people' }))
  if (!given.hasSignatory) refusals.push(no('certificate.noSignatory'))
  return refusals
}

/** What the public check says of the holder: the name as they let it, else its letters alone. */
export const holderShown = (name: NameParts, consents: boolean): string =>
  consents
    ? fullName(name)
    : [name.familyName, name.givenName, name.patronymic].flatMap((part) => (part ? [`${part.charAt(0)}.`] : [])).join(' ')
