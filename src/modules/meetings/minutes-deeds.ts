import { operatorsJournal, takeNumber, yearOf } from '../../journals/journal.ts'
import { shortDate } from '../../kernel/dates.ts'
import { ok, refuse } from '../../kernel/result.ts'
import type { Day, MeetingDecisionId, MeetingItemId, PersonId } from '../../kernel/types.ts'
import { deed } from '../../kit/deed.ts'
import { area, day, line, row, unseen } from '../../kit/form/fields.ts'
import { idField, optionalText } from '../../web/fields.ts'
import { giveDuties } from '../orders/commands/give-duties.ts'
import { initialsOf } from '../people/name-queries.ts'
import { meetings } from './case.ts'
import { paths } from './paths.ts'
import { isSameText, lateDecisions, maySign, wrongDecision } from './rules.ts'
import { deleteDecision, insertDecision, insertItem, writeItem } from './store.ts'

/** Several write at once, each a part of its own; every word raises the version, so nobody signs what they have not seen. */
const writes = { permits: 'meeting.run', anyVersion: true, elsewhere: { rule: 'meeting.notHeld' } } as const

/** «протокол № 3 от 26.08.2021» */
const minutesNamed = (number: number, on: Day): string => `протокол № ${number} от ${shortDate(on)}`

/** What was heard of one question of the agenda. What another has written of it since is not replaced unseen. */
export const writeHeard = deed(meetings, 'write', {
  ...writes,
  at: paths.meetingHeard,
  form: {
    item: unseen('Вопрос', idField<MeetingItemId>('Откройте страницу заново')),
    /** What stood there when the form was shown. */
    was: unseen('Что было записано', optionalText('что было записано', 8000)),
    heard: area('Слушали', { what: 'что слушали', most: 4000, rows: 4, hint: 'Кто говорил и о чём' }),
  },
  also: async (tx, { ctx, items, input }) => {
    const item = items.find(({ id }) => id === input.item)
    if (!item) return refuse({ code: 'notFound' })
    if (!isSameText(item.heard, input.was)) return refuse({ code: 'changedMeanwhile' })
    await writeItem(tx, ctx, item.id, input.heard)
    return ok(item.text)
  },
  fact: ({ one, made }) => ({ kind: 'meeting.heard', facts: { title: one.title, text: made } }),
  done: 'Записано',
  ask: { title: 'Записать, что слушали', folded: true, button: 'Сохранить', kind: 'secondary', small: true },
})

/** A question that came up at the meeting itself. */
export const addItem = deed(meetings, 'write', {
  ...writes,
  at: paths.meetingItems,
  form: { text: line('Вопрос', { what: 'вопрос', most: 500 }) },
  also: async (tx, { one, ctx, items, input }) => {
    await insertItem(tx, ctx, { meetingId: one.id, position: (items.at(-1)?.position ?? 0) + 1, text: input.text })
    return ok(null)
  },
  fact: ({ one, input }) => ({ kind: 'meeting.questioned', facts: { title: one.title, text: input.text } }),
  done: 'Вопрос добавлен в конец повестки',
  ask: { title: 'Добавить вопрос', folded: true, button: 'Добавить', kind: 'secondary' },
})

/** Writes a decision down: what, one person, one day. Without a person or a day there is no decision. (L-321m) */
export const decide = deed(meetings, 'write', {
  ...writes,
  at: paths.meetingDecisions,
  form: {
    item: row<MeetingItemId>('По какому вопросу', { what: 'вопрос' }),
    text: area('Что решили', { what: 'что решили', most: 1000, rows: 2, hint: 'Одно дело: «Составить список педагогов»' }),
    personId: row<PersonId>('Кто исполняет', { what: 'одного, кто исполняет' }),
    dueOn: day('К какому дню', { what: 'срок' }),
  },
  rule: ({ day: held, ctx, input }) => wrongDecision(input.dueOn, held, ctx.today),
  also: async (tx, { one, ctx, items, decisions, input }) => {
    const item = items.find(({ id }) => id === input.item)
    if (!item) return refuse({ code: 'notFound' })
    const { text, personId, dueOn } = input
    await insertDecision(tx, ctx, { meetingId: one.id, itemId: item.id, position: decisions.length + 1, text, personId, dueOn })
    return ok((await initialsOf(tx, ctx, [personId]))(personId))
  },
  fact: ({ one, made, input: { text, dueOn } }) => ({
    kind: 'meeting.decided',
    facts: { title: one.title, text, person: made, dueOn },
  }),
  done: ({ made }) => `Решение записано: ${made}`,
  ask: { title: 'Записать решение', button: 'Записать решение' },
})

/** Takes a decision out that was written by mistake, until the minutes are signed. */
export const dropDecision = deed(meetings, 'write', {
  ...writes,
  at: paths.meetingDropped,
  form: { decision: unseen('Решение', idField<MeetingDecisionId>('Откройте страницу заново')) },
  also: async (tx, { ctx, decisions, input }) => {
    const found = decisions.find(({ id }) => id === input.decision)
    if (!found) return refuse({ code: 'notFound' })
    await deleteDecision(tx, ctx, found.id)
    return ok(found)
  },
  fact: ({ one, made: { text, person, dueOn } }) => ({
    kind: 'meeting.decisionDropped',
    facts: { title: one.title, text, person, dueOn },
  }),
  done: 'Решение убрано из протокола',
  ask: { button: 'Убрать', kind: 'secondary', small: true },
})

/** The chair signs the minutes: their decisions are duties from now on, and nothing of them changes any more. (L-321m) */
export const signMinutes = deed(meetings, 'sign', {
  at: paths.meetingSignature,
  permits: 'meeting.sign',
  elsewhere: { rule: 'meeting.notHeld' },
  lacks: maySign,
  rule: ({ decisions, ctx }) => lateDecisions(decisions, ctx.today),
  also: async (tx, { ctx }) => ok(await takeNumber(tx, ctx, operatorsJournal(ctx, 'minutes'))),
  set: ({ ctx, made }) => ({ minutesNumber: made, minutesYear: yearOf(ctx), signedOn: ctx.today }),
  follow: async (tx, { one, ctx, decisions, day: held, made }) => {
    const named = minutesNamed(made, held)
    const duties = decisions.map(({ id, personId, text, dueOn, number }) => ({
      ...{ id, personId, text, dueOn, ground: `${named}, п. ${number}` },
    }))
    return ok({ told: await giveDuties(tx, ctx, { source: 'meeting', sourceId: one.id, controllerId: one.chairId, duties }) })
  },
  tell: ({ one, ctx, guests, decisions, made }) => ({
    kind: 'meeting.minutesSigned',
    to: guests.map(({ personId }) => personId).filter((id) => id !== ctx.actor.personId),
    params: { title: one.title, number: made, decisions: decisions.length },
  }),
  fact: ({ one, made, decisions }) => ({
    kind: 'meeting.minutesSigned',
    facts: { title: one.title, number: made, decisions: decisions.length },
  }),
  done: ({ made }) => `Протокол № ${made} подписан, поручения розданы`,
  ask: {
    title: 'Подписать протокол',
    text: 'После подписи в протоколе ничего не меняется, решения станут поручениями с напоминаниями.',
    button: 'Подписать протокол',
  },
})
