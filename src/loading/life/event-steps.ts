import type { Acting, Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { readAs } from '../../db/transact.ts'
import { issuePapers } from '../../modules/certificates/deeds.ts'
import { events } from '../../modules/events/case.ts'
import { offerPlace, releasePerson, takePlace } from '../../modules/events/deeds/come.ts'
import { closeEvent, giveAnswers, markPresent } from '../../modules/events/deeds/hold.ts'
import { announceEvent, planEvent } from '../../modules/events/deeds/plan.ts'
import { placesOf } from '../../modules/events/store.ts'
import type { EventLife, HeldLife } from '../../regulation/life-facts.ts'
import { found } from './find.ts'
import { does, type Place, type Step, stepsOf } from './step.ts'

type Of = { readonly territoryId: Place['keys']['territory']; readonly siteId: ReturnType<Place['keys']['site']> }

/** An event of a line: announced, its places asked for, who was there, what they said of it, the papers. */
export function eventSteps({ keys, siteOf }: Place, event: EventLife): Step[] {
  const of: Of = { territoryId: keys.territory, siteId: keys.site(siteOf) }
  const title = event.title ?? event.activity
  const its = (tx: Tx, ctx: Ctx) => found.event(tx, ctx, of.siteId, title)
  const step = stepsOf(`${siteOf}, «${title}»`)
  const typed = {
    ...{ title, day: event.day, from: event.from, until: event.until },
    ...{ room: event.room ?? null, link: event.link ?? null, audience: event.audience ?? null, places: event.places ?? null },
    ...{ keptPlaces: event.kept?.places ?? null, keptUntil: event.kept?.until ?? null },
    takesLessons: event.takesLessons ?? false,
  }
  const { announcedOn, by } = event
  return [
    step(announcedOn, '10:00:00', by, 'подготовлено', async (ctx) =>
      planEvent.run(ctx, { id: await lineKey(ctx, of, event.activity), ...typed }),
    ),
    step(announcedOn, '10:05:00', by, 'объявлено', (ctx) => does(ctx, events, announceEvent, its, typed)),
    ...event.takes.map(({ person, on }) =>
      step(on, '12:00:00', person, `${person} записывается`, (ctx) => does(ctx, events, takePlace, its, {})),
    ),
    ...(event.sent ?? []).flatMap(({ person, on, by: head, answeredOn }) => [
      step(on, '13:00:00', head, `${person} направлен`, (ctx) =>
        does(ctx, events, offerPlace, its, { personId: keys.person(person) }),
      ),
      ...(answeredOn === undefined
        ? []
        : [step(answeredOn, '13:30:00', person, `${person} согласен`, (ctx) => does(ctx, events, takePlace, its, {}))]),
    ]),
    ...(event.released ?? []).map(({ person, on, by: head }) =>
      step(on, '14:30:00', head, `${person} отпущен`, (ctx) =>
        does(ctx, events, releasePerson, its, async (tx, { one }) => ({
          place: (await placesOf(tx, ctx, one.id)).find(({ personId }) => personId === keys.person(person))!.id,
          answer: 'yes' as const,
        })),
      ),
    ),
    ...(event.held ? heldSteps(event, event.held, { keys, of, its, step }) : []),
  ]
}

type Making = {
  readonly keys: Place['keys']
  readonly of: Of
  readonly its: (tx: Tx, ctx: Ctx) => ReturnType<typeof found.event>
  readonly step: (on: string, time: string, who: string, what: string, run: Step['run']) => Step
}

function heldSteps({ day, by }: EventLife, held: HeldLife, { keys, of, its, step }: Making): Step[] {
  const { closedOn, papers } = held
  const present = new Set(held.present.map(keys.person))
  return [
    step(day, '19:00:00', by, 'список', (ctx) =>
      does(ctx, events, markPresent, its, async (tx, { one }) => {
        const places = (await placesOf(tx, ctx, one.id)).filter(({ state }) => state === 'confirmed')
        return {
          shown: places.map(({ id }) => id),
          was: [],
          paper: [],
          present: places.filter(({ personId }) => present.has(personId)).map(({ id }) => id),
          reason: null,
        }
      }),
    ),
    ...(closedOn === undefined
      ? []
      : [
          step(closedOn, '19:15:00', by, 'закрыто', (ctx) =>
            does(ctx, events, closeEvent, its, { guests: held.guests ?? null, guestsAgain: false, note: held.note ?? null }),
          ),
        ]),
    ...(held.answers ?? []).map(([person, useful, tries, words]) =>
      step(closedOn ?? day, '20:00:00', person, `${person} отвечает`, (ctx) =>
        does(ctx, events, giveAnswers, its, { useful, tries, words: words ?? null }),
      ),
    ),
    ...(papers
      ? [
          step(papers.on, '15:00:00', papers.by, 'бумаги', async (ctx) =>
            issuePapers.run(ctx, {
              id: of.siteId,
              event: await readAs(ctx, (tx) => its(tx, ctx)),
              ...{ startsOn: day, endsOn: day, kind: papers.kind },
              people: papers.people.map(keys.person),
            }),
          ),
        ]
      : []),
  ]
}

/** The key of a line of the plan in force. */
const lineKey = (ctx: Acting, of: Of, activity: string): Promise<string> =>
  readAs(ctx, (tx) => found.line(tx, ctx, of.siteId, activity))
