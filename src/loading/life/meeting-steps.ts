import { sql } from 'kysely'
import type { Acting, Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { readAs } from '../../db/transact.ts'
import { refuse } from '../../kernel/result.ts'
import type { MeetingId, MeetingItemId } from '../../kernel/types.ts'
import { meetings } from '../../modules/meetings/case.ts'
import { answerNo, answerYes, callMeeting, markAttendance } from '../../modules/meetings/deeds.ts'
import { kindsHere } from '../../modules/meetings/kinds.ts'
import { decide, signMinutes, writeHeard } from '../../modules/meetings/minutes-deeds.ts'
import { meetingsBy } from '../../modules/meetings/queries.ts'
import { acceptAssignment, reportAssignment } from '../../modules/orders/commands/execute-assignment.ts'
import type { LifeFacts, MeetingLife, MinutesLife } from '../../regulation/life-facts.ts'
import type { Keys } from '../keys.ts'
import { does, type Step, stepsOf } from './step.ts'

/** Meetings of the operator: called, answered, held, with their minutes. */
export const meetingSteps = (keys: Keys, { meetings: all = [] }: LifeFacts): Step[] => all.flatMap((one) => ofOne(keys, one))

function ofOne(keys: Keys, given: MeetingLife): Step[] {
  const { by, on, kind, title, day, from, until, room, agenda, answers, held, minutes } = given
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
              ...{ shown: guests.map(({ id }) => id), was: [], others: held.others, othersWas: null },
            })),
          ),
        ]
      : []),
    ...(minutes ? minutesSteps(keys, given, minutes) : []),
  ]
}

/** The minutes: heard, decided, signed; what came of the duties. */
function minutesSteps(keys: Keys, { by, title }: MeetingLife, { on, heard, decisions }: MinutesLife): Step[] {
  const step = stepsOf(`протокол «${title}»`)
  const its = (tx: Tx, ctx: Ctx) => meetingTitled(tx, ctx, title)
  const duty = async (ctx: Acting, text: string, person: string) =>
    readAs(ctx, async (tx) => {
      const opened = await meetings.open(tx, ctx, await its(tx, ctx))
      return opened?.decisions.find((one) => one.text === text && one.personId === keys.person(person))?.id ?? ''
    })
  return [
    ...heard.map((text, n) =>
      step(on, `09:${10 + n}:00`, by, `слушали ${n + 1}`, (ctx) =>
        does(ctx, meetings, writeHeard, its, (_, { items }) => ({ item: itemAt(items, n), was: null, heard: text })),
      ),
    ),
    ...decisions.flatMap(({ question, text, person, dueOn, done }, n) => [
      step(on, `09:${30 + n}:00`, by, `решение ${n + 1}`, (ctx) =>
        does(ctx, meetings, decide, its, (_, { items }) => ({
          ...{ item: itemAt(items, question - 1), text, dueOn, personId: keys.person(person) },
        })),
      ),
      ...(done
        ? [
            step(done.on, '16:20:00', person, `исполнено ${n + 1}`, async (ctx) =>
              reportAssignment(ctx, { assignmentId: await duty(ctx, text, person), note: done.note }),
            ),
          ]
        : []),
      ...(done?.acceptedOn
        ? [
            step(done.acceptedOn, '17:20:00', by, `принято ${n + 1}`, async (ctx) =>
              acceptAssignment(ctx, { assignmentId: await duty(ctx, text, person) }),
            ),
          ]
        : []),
    ]),
    step(on, '10:00:00', by, 'подписан', (ctx) => does(ctx, meetings, signMinutes, its, {})),
  ]
}

function itemAt(items: readonly { readonly id: MeetingItemId }[], at: number): MeetingItemId {
  const item = items[at]
  if (!item) throw new Error(`there is no question ${at + 1}`)
  return item.id
}

async function meetingTitled(tx: Tx, ctx: Ctx, title: string): Promise<MeetingId> {
  const [found] = await meetingsBy(tx, ctx, sql`m.title = ${title}`).page(1, 0)
  if (!found) throw new Error(`there is no meeting «${title}»`)
  return found.id
}
