import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { pairs } from '../../modules/pairs/case.ts'
import { agreeAsMentee, agreeAsMentor, askMentor, endPair, proposePair } from '../../modules/pairs/deeds.ts'
import { writeMeeting } from '../../modules/pairs/meeting-deeds.ts'
import type { PairLife } from '../../regulation/life-facts.ts'
import { found } from './find.ts'
import { does, type Place, type Step, stepsOf } from './step.ts'

/** A pair: proposed or asked for, agreed, and what came of it. */
export function pairSteps({ keys, siteOf }: Place, given: PairLife): Step[] {
  const siteId = keys.site(siteOf)
  const { mentor, mentee, goal, by, on, from, to, mentorAgreed, menteeAgreed, meetings = [], ended } = given
  const two = { mentorId: keys.person(mentor), menteeId: keys.person(mentee) }
  const its = (tx: Tx, ctx: Ctx) => found.pair(tx, ctx, siteId, two)
  const step = stepsOf(`${siteOf}, пара ${mentor} и ${mentee}`)
  const terms = { goal, startsOn: from, endsOn: to }
  return [
    step(on, '15:00:00', by, 'предложена', (ctx) =>
      by === mentee
        ? askMentor.run(ctx, { id: siteId, ...terms, mentorId: two.mentorId, deficit: null })
        : proposePair.run(ctx, { id: siteId, ...terms, ...two }),
    ),
    ...(mentorAgreed ? [step(mentorAgreed, '17:00:00', mentor, 'ведёт', (ctx) => does(ctx, pairs, agreeAsMentor, its, {}))] : []),
    ...(menteeAgreed
      ? [step(menteeAgreed, '19:00:00', mentee, 'согласен', (ctx) => does(ctx, pairs, agreeAsMentee, its, { deficit: null }))]
      : []),
    ...meetings.map((one) =>
      step(one.on, '18:00:00', one.by, `встреча ${one.on}`, (ctx) =>
        does(ctx, pairs, writeMeeting, its, { heldOn: one.on, minutes: one.minutes, line: one.line }),
      ),
    ),
    ...(ended
      ? [
          step(ended.on, '16:30:00', ended.by, 'итог', (ctx) =>
            does(ctx, pairs, endPair, its, { outcome: ended.outcome, closedOn: ended.on }),
          ),
        ]
      : []),
  ]
}
