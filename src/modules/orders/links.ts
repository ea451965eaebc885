import type { Ctx } from '../../authz/ctx.ts'
import { act } from '../../regulation/acts.ts'
import { paths } from './paths.ts'

/** What the list of orders is called here: «Приказы», «Распоряжения». */
export const actsTitle = (ctx: Ctx): string => act(ctx).many.title

/** The way to the list of orders. */
export const toOrders = (ctx: Ctx) => ({ href: paths.orders({ territory: ctx.territory.code }), label: actsTitle(ctx) })
