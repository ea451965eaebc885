import { z } from 'zod'
import type { Ctx } from '../../authz/ctx.ts'
import { hoursOf, timesOf, whenWords } from '../../kernel/hours.ts'
import { counted } from '../../kernel/plural.ts'
import { ok, refuse } from '../../kernel/result.ts'
import type { MeetingGuestId, MeetingId, PersonId } from '../../kernel/types.ts'
import { deed } from '../../kit/deed.ts'
import { area, lineRead, optionalLine, row, unseen, type ValueOf } from '../../kit/form/fields.ts'
import { opening } from '../../kit/opening.ts'
import type { Told } from '../../kit/told.ts'
import { optionalWhole } from '../../web/fields.ts'
import { initialsOf } from '../people/name-queries.ts'
import { meetings, type OpenMeeting, theMeetings } from './case.ts'
import { callForm, meetingForm } from './form.ts'
import { kindsHere } from './kinds.ts'
import { paths } from './paths.ts'
import {
  agendaIn,
  agendaText,
  asksAnew,
  isMoved,
  mayHold,
  mayStillAnswer,
  newMarks,
  newNumber,
  newOnes,
  wrongChair,
  wrongInvited,
  wrongMeeting,
} from './rules.ts'
import { forgetAnswers, invite, invitedOn, saveAgenda, writeGuest, writePresent } from './store.ts'
import { placeWords } from './texts.ts'

type Typed = ValueOf<typeof meetingForm>

const stored = ({ title, room, link, chairId, ...hours }: Typed, { territory }: Ctx) => ({
  ...{ title, room, link, chairId },
  ...timesOf(hours, territory),
})
const wrongTyped = (input: Typed, ctx: Ctx) => [
  ...wrongMeeting(stored(input, ctx), ctx.now),
  ...agendaIn(input.agenda, ctx.territory.code).wrong,
]
const toldOf = (one: Pick<OpenMeeting['one'], 'title' | 'startsAt' | 'endsAt' | 'room'>, { territory }: Ctx) => ({
  title: one.title,
  when: whenWords(one, territory),
  where: placeWords(one),
})
/** Everybody who has to do with a meeting, but for whoever does it. */
const everybody = ({ guests, one, ctx }: OpenMeeting & { readonly ctx: Ctx }): PersonId[] =>
  [...guests.map(({ personId }) => personId), one.chairId].filter((id) => id !== ctx.actor.personId)

/** Calls a meeting: whom its kind invites is found in the registers of its day, and everybody is told. (L-321m) */
export const callMeeting = opening(meetings, theMeetings, {
  at: paths.newMeeting,
  permits: 'meeting.call',
  form: callForm,
  begins: ({ ctx }) => ({ chairId: ctx.actor.personId }),
  rule: ({ ctx, input }) => wrongTyped(input, ctx),
  also: async (tx, { ctx, input }) => {
    const kind = (await kindsHere(tx, ctx)).find(({ key }) => key === input.kind)
    if (!kind) return refuse({ code: 'rule', rule: 'meeting.unknownKind', field: 'kind' })
    const found = await invitedOn(tx, ctx, kind.invited, input.day)
    return ok({ kind, people: found.filter((id) => id !== input.chairId) })
  },
  values: ({ ctx, input, made: { kind } }) => ({
    ...stored(input, ctx),
    ...{ regulationId: kind.regulationId, kind: kind.code, kindTitle: kind.title },
    createdBy: ctx.actor.personId,
    createdAt: ctx.now,
  }),
  tell: ({ ctx, input, made }) => ({
    kind: 'meeting.called',
    to: [...made.people, input.chairId].filter((id) => id !== ctx.actor.personId),
    params: toldOf(stored(input, ctx), ctx),
  }),
  fact: async ({ id, ctx, input, made: { people } }, tx) => {
    await invite(tx, ctx, id as MeetingId, people, 'register')
    await saveAgenda(tx, ctx, id as MeetingId, agendaIn(input.agenda, ctx.territory.code).items)
    return { kind: 'meeting.called', facts: { title: input.title, when: whenWords(stored(input, ctx), ctx.territory) } }
  },
  done: 'Совещание созвано, приглашения отправлены. Проверьте список приглашённых и добавьте, кого в нём нет',
  ask: { title: 'Созвать совещание', button: 'Созвать и пригласить' },
})

type ChairChanged = {
  readonly one: OpenMeeting['one']
  readonly now: OpenMeeting['one']
  readonly ctx: Ctx
  readonly made: { readonly chair: string }
}
/** The one who chairs it from now on is told so, and the one who does not any more. */
const tellChairs = ({ one, now, ctx, made: { chair } }: ChairChanged): Told[] => {
  if (one.chairId === now.chairId) return []
  const but = (id: PersonId) => [id].filter((one) => one !== ctx.actor.personId)
  const params = { ...toldOf(now, ctx), chair }
  const nth = now.editVersion
  return [
    { kind: 'meeting.chairs', to: but(now.chairId), params, nth },
    { kind: 'meeting.chairLeft', to: but(one.chairId), params, nth },
  ]
}

/** Names another to chair the meeting and sign its minutes: whoever did may have left. */
export const nameChair = deed(meetings, 'nameChair', {
  at: paths.meetingChair,
  permits: 'meeting.call',
  elsewhere: { rule: 'meeting.chairStays' },
  form: { chairId: row<PersonId>('Кто ведёт', { what: 'того, кто ведёт', hint: 'Он же подписывает протокол' }) },
  rule: ({ one, input }) => wrongChair(input.chairId, one.chairId),
  also: async (tx, { ctx, input }) => ok({ chair: (await initialsOf(tx, ctx, [input.chairId]))(input.chairId) }),
  set: ({ input }) => input,
  tell: tellChairs,
  fact: ({ one, made }) => ({ kind: 'meeting.chairNamed', facts: { title: one.title, person: made.chair } }),
  done: ({ made }) => `Ведёт и подписывает протокол: ${made.chair}`,
  ask: { title: 'Назвать, кто ведёт', folded: true, button: 'Назвать', kind: 'secondary' },
})

/** Changes a meeting that is ahead: of another time or place everybody is told; for another day the registers are asked anew. */
export const changeMeeting = deed(meetings, 'change', {
  at: paths.meetingEdit,
  permits: 'meeting.run',
  form: meetingForm,
  begins: ({ one, items, ctx }) => ({ ...one, ...hoursOf(one, ctx.territory), agenda: agendaText(items) }),
  elsewhere: { rule: 'meeting.isOver' },
  rule: ({ input, ctx }) => wrongTyped(input, ctx),
  also: async (tx, { one, guests, day, ctx, input }) => {
    await saveAgenda(tx, ctx, one.id, agendaIn(input.agenda, ctx.territory.code).items)
    const kind = (await kindsHere(tx, ctx)).find(
      ({ regulationId, code }) => regulationId === one.regulationId && code === one.kind,
    )
    const found = kind && input.day !== day ? await invitedOn(tx, ctx, kind.invited, input.day) : []
    const people = newOnes(found, [...guests, { personId: input.chairId }])
    const typed = stored(input, ctx)
    const anew = asksAnew(one, typed)
    if (anew) await forgetAnswers(tx, ctx, one.id)
    await invite(tx, ctx, one.id, people, 'register')
    const chair = (await initialsOf(tx, ctx, [input.chairId]))(input.chairId)
    return ok({ people, anew, moved: isMoved(one, typed), chair })
  },
  set: ({ input, ctx }) => stored(input, ctx),
  tell: ({ one, now, guests, ctx, made }) => {
    const moved = (to: readonly PersonId[], again: boolean) => ({
      ...{ kind: 'meeting.moved' as const, to: to.filter((id) => id !== ctx.actor.personId), nth: now.editVersion },
      params: { ...toldOf(now, ctx), was: whenWords(one, ctx.territory), again },
    })
    const invited = guests.map(({ personId }) => personId)
    // A new chair is told the hour with the rest.
    const others = [now.chairId].filter((id) => id === one.chairId && !invited.includes(id))
    return [
      ...tellChairs({ one, now, ctx, made }),
      { kind: 'meeting.called', to: made.people, params: toldOf(now, ctx) },
      ...(made.moved ? [moved(invited, made.anew), moved(others, false)] : []),
    ]
  },
  fact: ({ now, ctx }) => ({ kind: 'meeting.changed', facts: { title: now.title, when: whenWords(now, ctx.territory) } }),
  done: ({ made }) => (made.moved ? 'Сохранено, всем приглашённым сообщено' : 'Сохранено'),
  ask: { title: 'Перенести или изменить', opens: 'Изменить время, место, повестку', kind: 'secondary' },
})

/** Invites one more, whom no register names. */
export const inviteOne = deed(meetings, 'invite', {
  at: paths.meetingGuests,
  permits: 'meeting.run',
  beside: true,
  elsewhere: { rule: 'meeting.isOver' },
  form: { personId: row<PersonId>('Кого', { what: 'человека' }) },
  rule: ({ one, guests, input }) => wrongInvited(input.personId, [...guests, { personId: one.chairId }]),
  also: async (tx, { one, ctx, input }) => {
    await invite(tx, ctx, one.id, [input.personId], 'hand')
    return ok((await initialsOf(tx, ctx, [input.personId]))(input.personId))
  },
  tell: ({ one, ctx, input }) => ({ kind: 'meeting.called', to: [input.personId], params: toldOf(one, ctx) }),
  fact: ({ one, made }) => ({ kind: 'meeting.invited', facts: { title: one.title, person: made } }),
  done: ({ made }) => `Приглашение отправлено: ${made}`,
  ask: { title: 'Пригласить ещё', button: 'Пригласить' },
})

const ownPlace = ({ guests, ctx }: OpenMeeting & { readonly ctx: Ctx }) =>
  guests.find(({ personId }) => personId === ctx.actor.personId)

/** One tap: I come. */
export const answerYes = deed(meetings, 'answer', {
  at: paths.meetingComing,
  permits: 'meeting.answer',
  beside: true,
  elsewhere: { rule: 'meeting.isOver' },
  lacks: ({ one, ctx }) => mayStillAnswer(one, ctx.now),
  also: async (tx, given) => {
    const own = ownPlace(given)
    if (!own) return refuse({ code: 'notFound' })
    await writeGuest(tx, given.ctx, own.id, { answer: 'comes', deputy: null, answeredAt: given.ctx.now })
    return ok(own)
  },
  fact: ({ one, made }) => ({ kind: 'meeting.answered', facts: { title: one.title, person: made.person, answer: 'будет' } }),
  done: 'Записано: вы будете',
  ask: { button: 'Буду' },
})

/** I cannot, and who comes instead of me. */
export const answerNo = deed(meetings, 'answer', {
  at: paths.meetingNotComing,
  permits: 'meeting.answer',
  beside: true,
  elsewhere: { rule: 'meeting.isOver' },
  lacks: ({ one, ctx }) => mayStillAnswer(one, ctx.now),
  form: {
    deputy: optionalLine('Вместо меня будет', { most: 200, hint: 'Фамилия и должность. Пусто, если прислать некого' }),
  },
  begins: (given) => ({ deputy: ownPlace(given)?.deputy }),
  also: async (tx, given) => {
    const own = ownPlace(given)
    if (!own) return refuse({ code: 'notFound' })
    await writeGuest(tx, given.ctx, own.id, { answer: 'cannot', deputy: given.input.deputy, answeredAt: given.ctx.now })
    return ok(own)
  },
  tell: ({ one, ctx, input, made, guests }) => ({
    kind: 'meeting.cannot',
    to: [...new Set([one.createdBy, one.chairId])].filter((id) => id !== ctx.actor.personId),
    params: { title: one.title, person: made.person, deputy: input.deputy },
    // Each guest's word is told, also when two say it on one day.
    nth: guests.indexOf(made) + 1,
  }),
  fact: ({ one, made, input }) => ({
    kind: 'meeting.answered',
    facts: { title: one.title, person: made.person, answer: input.deputy ? `не сможет, вместо: ${input.deputy}` : 'не сможет' },
  }),
  done: 'Записано: вы не сможете',
  ask: { title: 'Не смогу', folded: true, button: 'Ответить, что не смогу', kind: 'secondary' },
})

/** Calls a meeting off; everybody is told why. */
export const cancelMeeting = deed(meetings, 'cancel', {
  at: paths.meetingCancel,
  permits: 'meeting.run',
  elsewhere: { rule: 'meeting.isOver' },
  form: { cancelReason: area('Почему не состоится', { what: 'причину', most: 1000, rows: 2 }) },
  set: ({ input }) => input,
  tell: (given) => ({
    kind: 'meeting.cancelled',
    to: everybody(given),
    params: { ...toldOf(given.one, given.ctx), reason: given.input.cancelReason },
  }),
  fact: ({ one, input }) => ({ kind: 'meeting.cancelled', facts: { title: one.title, reason: input.cancelReason } }),
  done: 'Отменено, всем приглашённым сообщено',
  ask: { title: 'Отменить', folded: true, button: 'Отменить совещание', kind: 'warning' },
})

const guestIds = z.preprocess(
  (sent) => (sent === undefined ? [] : [sent].flat()),
  z.array(z.uuid()).max(2000),
) as unknown as z.ZodType<readonly MeetingGuestId[]>

/** Writes down who was there; the first time it says that the meeting was held. Two telephones mark one list: each writes what it has changed. */
export const markAttendance = deed(meetings, ({ one }) => (one.state === 'called' ? 'hold' : 'correct'), {
  at: paths.meetingAttendance,
  permits: 'meeting.run',
  anyVersion: true,
  elsewhere: { rule: 'meeting.isOver' },
  form: {
    shown: unseen('Список', guestIds),
    /** Who was marked when the list was shown. */
    was: unseen('Кто был отмечен', guestIds),
    present: unseen('Кто был', guestIds),
    /** The number that stood there when it was shown. */
    othersWas: unseen('Сколько ещё было', optionalWhole('сколько ещё было', 0, 10_000, 10_000)),
    others: lineRead('Кто ещё был, человек', optionalWhole('сколько ещё было', 0, 10_000, 100), {
      width: 5,
      hint: 'Кого не приглашали по имени. Пусто, если никого',
      inputMode: 'decimal',
    }),
  },
  begins: ({ one }) => ({ others: one.others }),
  lacks: ({ one, ctx }) => mayHold(one, ctx.now, ctx.territory),
  also: async (tx, { one, guests, ctx, input }) => {
    const marks = newMarks(guests, input)
    for (const present of [true, false])
      await writePresent(
        tx,
        ctx,
        marks.filter((mark) => mark.present === present).map(({ id }) => id),
        present,
      )
    const marked = new Map(marks.map(({ id, present }) => [id, present]))
    const others = newNumber(one.others, input.othersWas, input.others)
    return ok({
      others,
      present: guests.filter(({ id, present }) => marked.get(id) ?? present).length,
      idle: one.state === 'held' && marks.length === 0 && others === one.others,
    })
  },
  idle: ({ made }) => made.idle,
  set: ({ made: { others } }) => ({ others }),
  fact: ({ one, made: { present, others, idle } }) =>
    idle ? null : { kind: 'meeting.held', facts: { title: one.title, present, others: others ?? 0 } },
  done: ({ made: { present } }) =>
    `Записано: ${counted(present, 'приглашённый был', 'приглашённых было', 'приглашённых было')} на месте`,
  ask: { title: 'Кто был', button: 'Сохранить список' },
})
