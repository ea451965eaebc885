import type { Territory } from '../../authz/ctx.ts'
import { act } from '../../regulation/acts.ts'
import type { Basis } from '../../regulation/cite.ts'
import { pointNumber } from '../../regulation/clauses.ts'
import type { Step } from '../../regulation/why.ts'
import { Clause, nb } from '../../ui/content.ts'
import { Details } from '../../ui/frame.ts'
import { clauseHref } from './links.ts'

/** The territory whose regulation it is. */
export type OfTerritory = { readonly territory: Pick<Territory, 'code' | 'actKind'> }

/** The clause something rests on, as a link to the regulation; a point of the enacting act is named as one. Nothing where no clause says so. */
export function clauseLink(ctx: OfTerritory, clause: string | null | undefined) {
  if (!clause) return null
  const point = pointNumber(clause)
  const of = point === null ? undefined : act(ctx).genitive
  return <Clause number={point ?? clause} href={clauseHref(ctx.territory.code, clause)} of={of} />
}

/** The clause a rule comes from, in its own words. */
export const BasisLink = ({ territory, basis }: { territory: string; basis: Basis }) => (
  <a class="pl-clause" href={clauseHref(territory, basis.clause)}>
    {nb(basis.text)}
  </a>
)

/** The chain of provisions with their values that led to an answer. */
export const WhySteps = ({ ctx, steps }: { ctx: OfTerritory; steps: readonly Step[] }) => (
  <ol class="govuk-list govuk-list--number">
    {steps.map(({ text, basis }) => (
      <li>
        {nb(text)} {basis && <BasisLink territory={ctx.territory.code} basis={basis} />}
      </li>
    ))}
  </ol>
)

/** «Почему?»: the same chain, opened in place. */
export const Why = ({ ctx, steps, of }: { ctx: OfTerritory; steps: readonly Step[]; of?: string }) => (
  <Details summary={of ?? 'Почему?'}>
    <WhySteps ctx={ctx} steps={steps} />
  </Details>
)
