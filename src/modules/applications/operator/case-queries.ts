import { type Ctx, may } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import type { ApplicationCase } from '../case.ts'
import { admitApplication, answerInformation, askInformation, returnApplication } from './deeds.ts'
import { checksOf, remarksOf, requestsOf } from './queries.ts'

/** What the operator's side of a case has to show on the page of an application, and what the reader may do. */
export async function caseSideOf(tx: Tx, ctx: Ctx, found: ApplicationCase) {
  const { id, round } = found.one
  const [checks, remarks, requests] =
    round === 0 ? [[], [], []] : await Promise.all([checksOf(tx, ctx, id), remarksOf(tx, ctx, id), requestsOf(tx, ctx, id)])
  return {
    ...{ checks, remarks, requests },
    may: {
      check: admitApplication.offered(ctx, found),
      sendBack: returnApplication.offered(ctx, found),
      ask: askInformation.offered(ctx, found),
      answer: mayAnswer(ctx, found),
      seeChecks: may(ctx, 'application.listAll'),
    },
  }
}
export type CaseSide = Awaited<ReturnType<typeof caseSideOf>>

/** Whether the reader may answer what is asked about it: whichever question. */
export const mayAnswer = (ctx: Ctx, found: ApplicationCase): boolean => answerInformation.offered(ctx, found, { request: 'any' })
