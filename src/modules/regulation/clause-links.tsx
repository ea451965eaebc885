import type { Ctx } from '../../authz/ctx.ts'
import type { Basis } from '../../regulation/cite.ts'
import { Clause, nb } from '../../ui/content.ts'
import { clauseHref } from './links.ts'

/** The clause something rests on, as a link to the regulation; nothing where no clause says so. */
export const clauseLink = ({ territory }: Pick<Ctx, 'territory'>, number: string | null | undefined, of?: string) =>
  number ? <Clause number={number} href={clauseHref(territory.code, number)} of={of} /> : null

/** The clause a rule comes from, in its own words. */
export const BasisLink = ({ territory, basis }: { territory: string; basis: Basis }) => (
  <a class="pl-clause" href={clauseHref(territory, basis.clause)}>
    {nb(basis.text)}
  </a>
)
