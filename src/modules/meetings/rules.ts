import { longDate } from '../../kernel/dates.ts'
import { hoursOf, type Times, type Zone } from '../../kernel/hours.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Day, Instant, PersonId } from '../../kernel/types.ts'

type Where = { readonly room: string | null; readonly link: string | null }

/** A meeting has its hours in their order, somewhere to come to, and is called for what is still ahead. */
export function wrongMeeting({ startsAt, endsAt, room, link }: Times & Where, now: Instant): RuleRefusal[] {
  return [
    ...(endsAt <= startsAt ? [no('meeting.endsBeforeItBegins', { field: 'until' })] : []),
    ...(startsAt <= now ? [no('meeting.isPast', { field: 'day' })] : []),
    ...(room === null && link === null ? [no('meeting.nowhere', { field: 'room' })] : []),
  ]
}

/** Whether whoever comes has to know: another time or another place. */
export const isMoved = (one: Times & Where, other: Times & Where): boolean =>
  one.startsAt.getTime() !== other.startsAt.getTime() ||
  one.endsAt.getTime() !== other.endsAt.getTime() ||
  one.room !== other.room ||
  one.link !== other.link

/** Whether an answer given for the one says nothing of the other: it begins at another hour. */
export const asksAnew = (one: Pick<Times, 'startsAt'>, other: Pick<Times, 'startsAt'>): boolean =>
  one.startsAt.getTime() !== other.startsAt.getTime()

/** Where those who come are meant to be in the product: «/t/luga/plans/…» of a pasted address; null where it leads elsewhere. */
export function pageNamed(typed: string, territory: string): string | null {
  const at = URL.canParse(typed) ? new URL(typed).pathname : typed
  return at.startsWith(`/t/${territory}/`) && !/[\s?#\\]/.test(at) && !at.includes('..') ? at : null
}

/** A question of an agenda; `about`: the page of the product it is about. */
export type Agenda = { readonly text: string; readonly about: string | null }
const mostItems = 30
const longest = 500

/** The last word of a line, where it is an address; what stands before it. */
function withAddress(line: string): { readonly before: string; readonly address: string } {
  const last = line.slice(line.lastIndexOf(' ') + 1)
  const isAddress = ['http://', 'https://', '/t/'].some((start) => last.startsWith(start) && last.length > start.length)
  return isAddress ? { before: line.slice(0, -last.length).trimEnd(), address: last } : { before: line, address: '' }
}

/** An agenda as people type it: a question a line, numbers of their own are left out, the address of a page may end a line. */
export function agendaIn(typed: string, territory: string): { readonly items: readonly Agenda[]; readonly wrong: RuleRefusal[] } {
  const lines = typed.split('\n').map((line) => line.trim().replace(/^\d{1,2}[.)]\s+/, ''))
  const wrong: RuleRefusal[] = []
  const items = lines
    .filter((line) => line !== '')
    .map((line): Agenda => {
      const { before, address } = withAddress(line)
      const [text, about] = address === '' ? [line, null] : [before, pageNamed(address, territory)]
      if (address !== '' && about === null) wrong.push(no('meeting.foreignPage', { field: 'agenda', params: { address } }))
      if (text === '') wrong.push(no('meeting.itemIsAddress', { field: 'agenda', params: { address } }))
      if (text.length > longest) wrong.push(no('meeting.longItem', { field: 'agenda', params: { most: longest } }))
      return { text, about }
    })
  if (items.length === 0) wrong.push(no('meeting.noAgenda', { field: 'agenda' }))
  if (items.length > mostItems) wrong.push(no('meeting.longAgenda', { field: 'agenda', params: { most: mostItems } }))
  return { items, wrong }
}

/** The same as it stands in the form again. */
export const agendaText = (items: readonly Agenda[]): string =>
  items.map(({ text, about }) => [text, about].filter(Boolean).join(' ')).join('\n')

const kindsOfPages: readonly (readonly [RegExp, string])[] = [
  [/\/plans\//, 'План'],
  [/\/reports?\//, 'Отчёт'],
  [/\/sites\/[^/]+$/, 'Площадка'],
  [/\/applications\//, 'Заявка'],
  [/\/status-cases\/|\/cases\//, 'Дело о статусе'],
  [/\/programmes\//, 'Программа'],
  [/\/orders\//, 'Документ'],
  [/\/events\//, 'Мероприятие'],
  [/\/groups\//, 'Рабочая группа'],
  [/\/deficits/, 'Дефициты'],
]
/** What a page is, by its address. */
export const pageWord = (at: string): string => kindsOfPages.find(([pattern]) => pattern.test(at))?.[1] ?? 'Открыть в системе'

/** Answers are taken until the meeting begins. */
export const mayStillAnswer = ({ startsAt }: Pick<Times, 'startsAt'>, now: Instant): RuleRefusal[] =>
  now < startsAt ? [] : [no('meeting.hasBegun')]

/** Who was there is written down once it has begun: a list saved in the morning would say that it was held. */
export function mayHold(times: Times, now: Instant, zone: Zone): RuleRefusal[] {
  if (now >= times.startsAt) return []
  const { day, from } = hoursOf(times, zone)
  return [no('meeting.isAhead', { params: { day: longDate(day), from } })]
}

/** Whoever is named to chair it does not chair it yet. */
export const wrongChair = (chairId: PersonId, now: PersonId): RuleRefusal[] =>
  chairId === now ? [no('meeting.isChair', { field: 'chairId' })] : []

type Marks<Id> = { readonly shown: readonly Id[]; readonly was: readonly Id[]; readonly present: readonly Id[] }
/** What a list says anew of those it has shown: `was` were marked when it was. What others have marked since, it leaves. */
export const newMarks = <Id extends string>(
  guests: readonly { readonly id: Id; readonly present: boolean | null }[],
  { shown, was, present }: Marks<Id>,
): { readonly id: Id; readonly present: boolean }[] =>
  guests
    .filter(({ id }) => shown.includes(id))
    .filter((one) => one.present === null || present.includes(one.id) !== was.includes(one.id))
    .filter((one) => one.present !== present.includes(one.id))
    .map(({ id }) => ({ id, present: present.includes(id) }))

/** A number two may write: whoever left theirs as it was shown leaves what it is now. */
export const newNumber = (now: number | null, was: number | null, typed: number | null): number | null =>
  typed === was ? now : typed

/** Whether a text is what stood in the form: a browser sends its lines back with ends of its own. */
export const isSameText = (one: string | null, other: string | null): boolean =>
  one?.replaceAll('\r\n', '\n') === other?.replaceAll('\r\n', '\n')

/** Whoever is added by hand is not invited yet. */
export const wrongInvited = (personId: PersonId, guests: readonly { readonly personId: PersonId }[]): RuleRefusal[] =>
  guests.some((one) => one.personId === personId) ? [no('meeting.isInvited', { field: 'personId' })] : []

/** Those to invite besides: found in the registers, and not invited before. */
export const newOnes = (found: readonly PersonId[], guests: readonly { readonly personId: PersonId }[]): PersonId[] =>
  [...new Set(found)].filter((id) => guests.every(({ personId }) => personId !== id))

type ToSign = {
  readonly items: readonly { readonly heard: string | null }[]
  readonly decisions: readonly unknown[]
}

/** Minutes of a meeting that was held are signed when something of it is written down. */
export const maySign = ({ items, decisions }: ToSign): RuleRefusal[] =>
  decisions.length === 0 && items.every(({ heard }) => heard === null) ? [no('meeting.emptyMinutes')] : []

/** Nobody is given a duty that is late at once: the decisions whose day has gone by are named. */
export function lateDecisions(decisions: readonly { readonly number: string; readonly dueOn: Day }[], today: Day): RuleRefusal[] {
  const late = decisions.filter(({ dueOn }) => dueOn < today).map(({ number }) => number)
  return late.length > 0 ? [no('meeting.lateDecisions', { params: { late: late.join(', ') } })] : []
}

/** What is decided is done on the day of the meeting or later, and no sooner than it is written down. */
export function wrongDecision(dueOn: Day, day: Day, today: Day): RuleRefusal[] {
  if (dueOn < day) return [no('meeting.dueBefore', { field: 'dueOn', params: { day: longDate(day) } })]
  return dueOn < today ? [no('meeting.dueIsPast', { field: 'dueOn', params: { day: longDate(today) } })] : []
}

/** Each decision with its number: «2.1» is the first one on the second question. */
export function numbered<
  Item extends { readonly id: string; readonly position: number },
  Decision extends { readonly itemId: string },
>(items: readonly Item[], decisions: readonly Decision[]): (Decision & { readonly number: string })[] {
  return items.flatMap((item) =>
    decisions.filter(({ itemId }) => itemId === item.id).map((one, at) => ({ ...one, number: `${item.position}.${at + 1}` })),
  )
}

/** How the guests stand: how many come, send somebody instead, cannot, have not answered. */
export function answersOf(guests: readonly { readonly answer: string | null; readonly deputy: string | null }[]) {
  const count = (fits: (one: (typeof guests)[number]) => boolean) => guests.filter(fits).length
  return {
    all: guests.length,
    come: count(({ answer }) => answer === 'comes'),
    send: count(({ answer, deputy }) => answer === 'cannot' && deputy !== null),
    cannot: count(({ answer, deputy }) => answer === 'cannot' && deputy === null),
    silent: count(({ answer }) => answer === null),
  }
}
