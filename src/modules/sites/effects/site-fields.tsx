import type { SiteId, StatusCaseId } from '../../../kernel/types.ts'
import { chosen, optionalCarried, optionalChosen } from '../../../kit/order/effect-fields.tsx'
import type { EffectProps } from '../../../kit/order/effect-props.ts'

const choices = ({ sites }: EffectProps) => sites
const ofSite = { label: 'Площадка', what: 'площадку', names: 'sites', choices } as const

/** The site a change is about: one of the register, or one that this order opens. */
export const site = chosen<SiteId>(ofSite)
export const optionalSite = (given: { label?: string; what?: string; empty: string }) =>
  optionalChosen<SiteId>({ ...ofSite, ...given })

/** The case a change decides travels with the draft; people choose it on the page of the case. */
export const statusCase = optionalCarried<StatusCaseId>('дело о статусе')
