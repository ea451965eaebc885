import { addDays } from '../../kernel/dates.ts'
import type { Day, OrganisationId, Period } from '../../kernel/types.ts'
import { shownNumber } from '../../regulation/weak-schools.ts'

/** From a day on: how many partner schools a site has. Null stands for «меньше пяти». */
export type PartnerStep = { readonly from: Day; readonly partners: number | null }

/** How many schools were attached, from each day on which the number changed. */
export function partnerSteps(
  attachments: readonly (Period & { readonly organisationId: OrganisationId })[],
): { from: Day; count: number }[] {
  const days = attachments.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]))
  const steps: { from: Day; count: number }[] = []
  for (const from of [...new Set(days)].sort()) {
    const there = attachments.filter((one) => one.from <= from && (one.to === null || from <= one.to))
    const count = new Set(there.map((one) => one.organisationId)).size
    if (steps.at(-1)?.count !== count) steps.push({ from, count })
  }
  return steps
}

/** Hides a small number before it reaches a public table. */
export const inNumbersOf = ({ from, count }: { from: Day; count: number }): PartnerStep => ({
  from,
  partners: shownNumber(count),
})

/** The number on a day; 0 before the first step. */
export function partnersOn(steps: readonly PartnerStep[], day: Day): number | null {
  const step = steps.findLast((one) => one.from <= day)
  return step === undefined ? 0 : step.partners
}
