import { type Basis, basisOf } from '../cite.ts'
import type { Regulation } from '../schema.ts'
import type { limitKinds } from './schema.ts'

export type LimitKind = (typeof limitKinds)[number]

/** «площадок в территории — не больше 10» */
export const limitNames: Readonly<Record<LimitKind, string>> = {
  sites: 'площадок в территории',
  sitesOfTheme: 'площадок с одной темой',
  statusesOfOrganisation: 'статусов у одной организации',
  organisationsOfSite: 'организаций в одной площадке',
  attachedSchools: 'школ, закреплённых за площадкой',
  trainees: 'стажёров на одной площадке одновременно',
  monthsSinceEnd: 'месяцев от досрочного прекращения статуса организации до нового',
}

type Limit = NonNullable<Regulation['limits']>['list'][number]

/** «площадок с одной темой — не меньше 2 и не больше 5» */
export function limitWords({ what, least, most }: Pick<Limit, 'what' | 'least' | 'most'>): string {
  const bounds = [least === null ? null : `не меньше ${least}`, most === null ? null : `не больше ${most}`]
  return `${limitNames[what]} — ${bounds.filter((one) => one !== null).join(' и ')}`
}

/** How many there would be of what is counted. */
export type Counts = Partial<Readonly<Record<LimitKind, number>>>
/** A limit that would be broken, in words, with its own clause. */
export type Broken = { readonly what: LimitKind; readonly reason: string; readonly basis: Basis }

/** Which limits of the regulation so many would break; what is not counted breaks none. */
export const brokenLimits = (regulation: Regulation, counts: Counts): Broken[] =>
  (regulation.limits?.list ?? []).flatMap(({ clause, ...limit }) => {
    const count = counts[limit.what]
    if (count === undefined || !isBeyond(limit, count)) return []
    return [
      {
        what: limit.what,
        reason: `${limitWords(limit)}, а ${limit.what === 'monthsSinceEnd' ? 'пройдёт' : 'станет'} ${count}`,
        basis: basisOf(regulation, clause),
      },
    ]
  })

/** What one deed makes whole. Of anything else the least is reached site by site, so no single deed can keep it. */
export const wholeAtOnce = (what: LimitKind): boolean =>
  what === 'organisationsOfSite' || what === 'attachedSchools' || what === 'monthsSinceEnd'

const isBeyond = ({ what, least, most }: Pick<Limit, 'what' | 'least' | 'most'>, count: number): boolean =>
  (least !== null && wholeAtOnce(what) && count < least) || (most !== null && count > most)

/** Whether the regulation limits the number of something: only then it is counted. */
export const limitsNumberOf = (regulation: Regulation, ...kinds: readonly LimitKind[]): boolean =>
  regulation.limits?.list.some(({ what }) => kinds.includes(what)) === true
