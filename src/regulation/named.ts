import { type Kind, kindChoices, kindName, kindsOf } from './dictionary.ts'
import { appointmentKindName, appointmentKinds } from './kinds.ts'
import { bodiesOf, bodyName, partiesOf } from './parties/questions.ts'
import type { Named } from './rule.ts'
import type { Regulation } from './schema.ts'

type Choice = { readonly value: string; readonly label: string }

/** The parties there are, or the kinds of a dictionary. */
export function namedIn(regulation: Regulation, of: Named): readonly Choice[] {
  if (of !== 'party' && of !== 'body') return kindChoices(regulation, of)
  return (of === 'body' ? bodiesOf : partiesOf)(regulation).map(({ code: value, name: label }) => ({ value, label }))
}

/** What a code of a rule may be chosen from, with the roles that the same page may still name: the check tells of one nobody has written. */
export function choicesOf(regulation: Regulation, of: Named): readonly Choice[] {
  const there = namedIn(regulation, of)
  const roles = of === 'party' ? appointmentKinds.filter((kind) => there.every(({ value }) => value !== kind)) : []
  return [...there, ...roles.map((kind) => ({ value: kind, label: appointmentKindName[kind] }))]
}

/** What a code of a rule names, in words. */
export function nameOf(regulation: Regulation | null, of: Named, code: string): string {
  if (of !== 'party' && of !== 'body') return kindName(regulation, of, code)
  return regulation ? bodyName(regulation, code) : code
}

/** A regulation that knows the kinds of its territory too, as those who write it are offered them. */
export const knowing = (regulation: Regulation, kinds: readonly Kind[]): Regulation => ({
  ...regulation,
  kinds: [
    ...regulation.kinds,
    ...kinds.filter(({ code, list }) => !regulation.kinds.some((one) => one.code === code && one.list === list)),
  ],
})

/** Whether a regulation knows by itself the kind a code names; of parties their own check tells. */
export const isKnown = (regulation: Regulation, of: Named, code: string): boolean =>
  of === 'party' || of === 'body' || kindsOf(regulation, of).some((kind) => kind.code === code)
