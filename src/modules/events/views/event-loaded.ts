import { may } from '../../../authz/ctx.ts'
import type { CaseShown } from '../../../kit/case-page.tsx'
import type { ThingRequest } from '../../../kit/thing.ts'
import { calendarOn } from '../../calendar/queries.ts'
import { oddityWords } from '../../calendar/rules.ts'
import { staffOn } from '../../organisations/queries.ts'
import { headsOf } from '../../people/head-queries.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { events, type OpenEvent } from '../case.ts'
import { aboutEvent, eventPart } from '../ports.ts'
import { answersOf } from '../queries.ts'
import { freePlaces, headsTheirs } from '../rules.ts'
import { organisationFor, type Place, placesOf, placesTaken } from '../store.ts'
import { hoursOf } from '../when.ts'

/** What the page of an event asks about it, for whoever looks. */
export async function load(opened: OpenEvent, { ctx, tx }: ThingRequest) {
  const { one } = opened
  const runs = events.may(ctx, 'event.run', opened)
  const seesAll = events.may(ctx, 'event.people', opened)
  const { day } = hoursOf(one, ctx.territory)
  const [places, taken, answers, calendar, about] = await Promise.all([
    placesOf(tx, ctx, one.id),
    placesTaken(tx, ctx, one),
    seesAll ? answersOf(tx, ctx, one.id) : [],
    one.state === 'cancelled' || one.state === 'closed' ? [] : calendarOn(tx, ctx, [day]),
    Promise.all(aboutEvent.parts().map((part) => part(tx, ctx, { ...opened, runs }))),
  ])
  const { personId } = ctx.actor
  const own = places.filter((place) => headsTheirs(ctx, place))
  const shown = seesAll ? places : own
  const mine = places.find((place) => place.personId === personId)
  const organisations = shown.flatMap(({ organisationId }) => organisationId ?? [])
  const [nameOf, heads, staff, comesFrom, parts] = await Promise.all([
    initialsOf(
      tx,
      ctx,
      shown.map((place) => place.personId),
    ),
    one.takesLessons && organisations.length > 0 ? headsOf(tx, ctx, ctx.today, organisations) : [],
    may(ctx, 'event.send') && one.state === 'open'
      ? Promise.all(ctx.actor.employs.map((id) => staffOn(tx, ctx, id, { on: ctx.today, most: 200 })))
      : [],
    mine || one.keptPlaces === null ? mine : organisationFor(tx, ctx, opened, personId),
    one.state === 'closed' ? Promise.all(eventPart.parts().map((part) => part(tx, ctx, opened))) : [],
  ])
  const free = freePlaces(taken, comesFrom?.attached ?? false, ctx.today)
  const isHead = ({ personId: id, organisationId: at }: Place) =>
    heads.some((head) => head.personId === id && head.organisationId === at)
  const odd = oddityWords(calendar, day)
  return { runs, seesAll, odd, places, own, free, taken, answers, nameOf, isHead, staff: staff.flat(), mine, parts, about }
}

/** The event as its page shows it. */
export type Shown = CaseShown<OpenEvent, Awaited<ReturnType<typeof load>>>
