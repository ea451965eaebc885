import { z } from 'zod'
import { transact } from '../../db/transact.ts'
import { contentDisposition, fileName } from '../../documents/file-name.ts'
import { longDate } from '../../kernel/dates.ts'
import { asked } from '../../kit/form/fields.ts'
import { FormFields, FormPage } from '../../kit/form/view.tsx'
import { oncePage } from '../../kit/once-page.tsx'
import type { ThingPage } from '../../kit/thing.ts'
import { get, notFound, post, publicGet, type Route } from '../../web/route.ts'
import { cancelledOrNot, icsOf } from './calendar.ts'
import { events, type PlannedLine, plannedLines } from './case.ts'
import { giveUpPlace, offerPlace, releasePerson, takePlace } from './deeds/come.ts'
import { closeEvent, giveAnswers, markPresent, pressHere } from './deeds/hold.ts'
import { announceEvent, cancelEvent, changeEvent, planEvent } from './deeds/plan.ts'
import { addWalkIn } from './deeds/walk-in.ts'
import { writeToPeople } from './deeds/write.ts'
import { releaseDocument, signInSheet } from './document.ts'
import { formUnder } from './form.ts'
import { eventList } from './list.tsx'
import { paths } from './paths.ts'
import { peopleList } from './people-list.tsx'
import { publicEvent } from './public.ts'
import { askingAt, publicEventList } from './public-list.tsx'
import { endFeed, linkToHandOver, renewFeed } from './secrets.ts'
import { ofAnswer, ofFeed } from './texts.ts'
import { calendarHint } from './views/calendar-hint.ts'
import { editPage, eventPage } from './views/event-page.tsx'
import { herePage, markPage } from './views/mark-page.tsx'
import { myPage } from './views/my-page.tsx'
import { PublicEventPage } from './views/public-page.tsx'
import { hoursOf } from './when.ts'

/** The form of a new event of a line. */
const planPage: ThingPage<PlannedLine> = async (line, { ctx, tx, form, params }) => {
  const territory = ctx.territory.code
  const home = paths.planLine({ territory, plan: line.planId, line: line.key })
  const hint = await calendarHint({ ctx, tx }, line.startsOn ?? ctx.today)
  const body = (
    <FormPage
      way={[{ href: home, label: line.activity }]}
      title="Назначить мероприятие"
      more={line.site.name}
      outcome="Мероприятие не назначено"
      form={form}
      conflict={false}
      action={planEvent.address(params)}
      button="Подготовить"
      leave={{ href: home, label: 'Не назначать' }}
      wide
    >
      <FormFields of={asked(formUnder(line.site.regulation), { day: hint })} form={form} begins={planEvent.begins(ctx, line)} />
    </FormPage>
  )
  return { title: 'Назначить мероприятие', section: 'events', body }
}

const calendarFile = (text: string, title: string) =>
  new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': contentDisposition(fileName({ title }, 'ics')),
    },
  })

export const routes: Route[] = [
  ...eventList.routes,
  ...publicEventList.routes,
  ...peopleList.routes,
  publicGet(paths.publicEvent, {
    page: async ({ tx, visitor, params }) => {
      const asking = await askingAt({ tx, visitor, params })
      const event = asking && (await publicEvent(tx, asking, params.event))
      if (!event) return notFound
      return { title: event.title, section: 'publicEvents', body: <PublicEventPage asking={asking} event={event} /> }
    },
  }),
  publicGet(paths.publicEventCalendar, {
    page: async ({ tx, visitor, origin, params }) => {
      const asking = await askingAt({ tx, visitor, params })
      const event = asking && (await publicEvent(tx, asking, params.event))
      if (!event) return notFound
      const where = event.isRemote ? null : event.siteName
      const said = { ...event, href: `${origin}${paths.publicEvent(params)}`, where, status: cancelledOrNot(event.state, true) }
      return calendarFile(icsOf([said], asking.now), `${event.title}, ${longDate(hoursOf(event, asking.territory).day)}`)
    },
  }),
  get(paths.my, { permits: 'event.attend', page: myPage }),
  post(paths.myFeed, {
    permits: 'event.attend',
    form: z.object({}),
    act: ({ ctx }) => transact(ctx, (tx) => renewFeed(tx, ctx)),
    next: ({ params }) => ({ to: paths.my(params) }),
    shows: async ({ ctx, value }) =>
      oncePage({ section: 'events', ...ofFeed, link: value, back: paths.my({ territory: ctx.territory.code }) }),
  }),
  post(paths.myFeedEnd, {
    permits: 'event.attend',
    form: z.object({}),
    act: ({ ctx }) => transact(ctx, (tx) => endFeed(tx, ctx)),
    next: ({ params }) => ({ to: paths.my(params), notice: 'Адрес календаря больше не действует' }),
  }),
  post(paths.eventLinks, {
    permits: 'event.send',
    sees: 'event.view',
    subject: events.subjectFor('event.send'),
    form: z.object({ place: z.uuid() }),
    act: ({ ctx, params, form }) => transact(ctx, (tx) => linkToHandOver(tx, ctx, params.event, form.place)),
    next: ({ params }) => ({ to: paths.event(params) }),
    shows: async ({ params, value }) => oncePage({ section: 'events', ...ofAnswer, link: value, back: paths.event(params) }),
  }),
  plannedLines.page(paths.lineEvents, planPage, 'event.run'),
  planEvent.route(planPage),
  events.page(paths.event, eventPage),
  events.page(paths.eventEdit, editPage, 'event.run'),
  changeEvent.route(editPage, { announce: announceEvent }),
  ...[cancelEvent, takePlace, giveUpPlace, offerPlace, releasePerson, closeEvent, giveAnswers, writeToPeople].map((deed) =>
    deed.route(eventPage),
  ),
  events.page(paths.eventList, markPage, 'event.run', ['mark']),
  markPresent.route(markPage),
  addWalkIn.route(markPage),
  events.page(paths.eventHere, herePage, 'event.attend', ['key']),
  pressHere.route(herePage),
  events.page(paths.eventCalendar, ({ one }, { ctx }) => {
    const href = `${ctx.services.origin}${paths.event({ territory: ctx.territory.code, event: one.id })}`
    const said = { ...one, href, where: one.room, status: cancelledOrNot(one.state, true), version: one.editVersion }
    return one.state === 'draft'
      ? notFound
      : calendarFile(icsOf([said], ctx.now), `${one.title}, ${longDate(hoursOf(one, ctx.territory).day)}`)
  }),
  events.papers(paths.eventSheet, signInSheet, 'event.run'),
  events.papers(paths.eventRelease, releaseDocument, 'event.send'),
]
