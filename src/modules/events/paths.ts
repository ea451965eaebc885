import { type Opened, open, path } from '../../web/paths.ts'

export const own = {
  events: path('/t/:territory/events'),
  lineEvents: path('/t/:territory/plan-lines/:line/events'),
  event: path('/t/:territory/events/:event'),
  eventEdit: path('/t/:territory/events/:event/edit'),
  eventCancel: path('/t/:territory/events/:event/cancel'),
  eventPlace: path('/t/:territory/events/:event/place'),
  eventPlaceGiven: path('/t/:territory/events/:event/place/give-up'),
  eventOffers: path('/t/:territory/events/:event/offers'),
  eventLinks: path('/t/:territory/events/:event/links'),
  eventLetters: path('/t/:territory/events/:event/letters'),
  eventReleases: path('/t/:territory/events/:event/releases'),
  eventPeople: path('/t/:territory/events/:event/people'),
  eventList: path('/t/:territory/events/:event/list'),
  eventWalkIns: path('/t/:territory/events/:event/list/walk-ins'),
  eventHere: path('/t/:territory/events/:event/here'),
  eventClose: path('/t/:territory/events/:event/close'),
  eventAnswers: path('/t/:territory/events/:event/answers'),
  eventSheet: path('/t/:territory/events/:event/sheet/:format'),
  eventRelease: path('/t/:territory/events/:event/release/:format'),
  eventCalendar: path('/t/:territory/events/:event/calendar'),
  my: path('/t/:territory/my'),
  myFeed: path('/t/:territory/my/calendar'),
  myFeedEnd: path('/t/:territory/my/calendar/end'),
  publicEvents: path('/events/:territory'),
  publicEvent: path('/events/:territory/:event'),
  publicEventCalendar: path('/events/:territory/:event/calendar'),
  eventAnswer: path('/answers/:territory/:secret'),
  eventFeed: path('/calendars/:territory/:secret'),
}

declare module '../../web/paths.ts' {
  interface Paths extends Opened<typeof own> {}
  interface Sections {
    events: true
    my: true
    publicEvents: true
  }
}

export const paths = open(own)
