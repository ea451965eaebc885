import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { readAs } from '../../db/transact.ts'
import { refuse } from '../../kernel/result.ts'
import type { MeetingId } from '../../kernel/types.ts'
import { meetings } from '../../modules/meetings/case.ts'
import { answerNo, answerYes, callMeeting, markAttendance } from '../../modules/meetings/deeds.ts'
import { kindsHere } from '../../modules/meetings/kinds.ts'
import { meetingsBy } from '../../modules/meetings/queries.ts'
import type { LifeFacts, MeetingLife } from '../../regulation/life-facts.ts'
import type { Keys } from '../keys.ts'
import { does, type Step, stepsOf } from './step.ts'

/** Meetings of the operator: called, answered, held. */
export const meetingSteps = (keys: Keys, { meetings: all = [] }: LifeFacts): Step[] => all.flatMap((one) => ofOne(keys, one))

function ofOne(keys: Keys, given: MeetingLife): Step[] {
  const { by, on, kind, title, day, from, until, room, agenda, answers, held } = given
  const step = stepsOf(`совещание «${title}»`)
  const its = (tx: Tx, ctx: Ctx) => meetingTitled(tx, ctx, title)
  return [
    step(on, '09:40:00', by, 'созвано', async (ctx) => {
      const found = (await readAs(ctx, (tx) => kindsHere(tx, ctx))).find(({ code }) => code === kind)
      if (!found) return refuse({ code: 'notFound' })
      const said = { title, day, from, until, room, link: null, chairId: keys.person(by), agenda: agenda.join('\n') }
      return callMeeting.run(ctx, { id: 'meetings', kind: found.key, ...said })
    }),
    ...answers.map(({ person, on: answered, instead }, n) =>
      step(answered, `13:${10 + n}:00`, person, `ответ ${person}`, (ctx) =>
        instead === undefined ? does(ctx, meetings, answerYes, its, {}) : does(ctx, meetings, answerNo, its, { deputy: instead }),
      ),
    ),
    ...(held
      ? [
          step(day, `${until}:00`, by, 'кто был', (ctx) =>
            does(ctx, meetings, markAttendance, its, (_, { guests }) => ({
              present: guests
                .filter(({ personId }) => held.present.some((key) => keys.person(key) === personId))
                .map(({ id }) => id),
              others: held.others,
            })),
          ),
        ]
      : []),
  ]
}

async function meetingTitled(tx: Tx, ctx: Ctx, title: string): Promise<MeetingId> {
  const [found] = await meetingsBy(tx, ctx, sql`m.title = ${title}`).page(1, 0)
  if (!found) throw new Error(`there is no meeting «${title}»`)
  return found.id
}
