import type { Territory } from '../../authz/ctx.ts'
import { act } from '../../regulation/acts.ts'
import type { Basis } from '../../regulation/cite.ts'
import { pointNumber } from '../../regulation/clauses.ts'
import { Clause, nb } from '../../ui/content.ts'
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
