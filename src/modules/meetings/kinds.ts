import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import type { RegulationId } from '../../kernel/types.ts'
import type { Basis } from '../../regulation/cite.ts'
import type { StoredRegulation } from '../../regulation/stored.ts'
import { type InvitedHeads, meetingKinds } from '../../regulation/work/questions.ts'
import { regulationsInForce } from '../regulation/queries.ts'
import { type Chosen, chosenIn, settings } from '../settings/model.ts'
import { chosenOf } from '../settings/queries.ts'

/** A kind of meetings held here: of a regulation with its clause, or the working meeting that the centre has chosen to hold without one. */
export type KindHere = {
  /** How a form names it. */
  readonly key: string
  readonly regulationId: RegulationId | null
  readonly code: string | null
  readonly title: string
  readonly invited: readonly InvitedHeads[]
  readonly basis: Basis | null
}

export const freeKind: KindHere = {
  ...{ key: 'free', regulationId: null, code: null, title: 'Рабочая встреча', invited: [], basis: null },
}

/** The kinds of the papers in force first; without a clause only what the centre has chosen. */
export const kindsIn = (
  regulations: readonly Pick<StoredRegulation, 'id' | 'regulation' | 'inForce'>[],
  chosen: Chosen,
): readonly KindHere[] => [
  ...regulations
    .filter(({ inForce }) => inForce)
    .flatMap(({ id, regulation }) =>
      meetingKinds(regulation).map((kind) => ({ ...kind, key: `${id}.${kind.code}`, regulationId: id })),
    ),
  ...(chosenIn(chosen, settings.meetings) ? [freeKind] : []),
]

export async function kindsHere(tx: Tx, ctx: Pick<Ctx, 'territory' | 'today'>): Promise<readonly KindHere[]> {
  const [regulations, { chosen }] = await Promise.all([regulationsInForce(tx, ctx), chosenOf(tx, ctx)])
  return kindsIn(regulations, chosen)
}
