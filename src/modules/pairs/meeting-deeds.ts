import { earlier, later } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { ok, refuse } from '../../kernel/result.ts'
import type { PairMeetingId } from '../../kernel/types.ts'
import { deed } from '../../kit/deed.ts'
import { day, line, lineRead, optionalLine, unseen } from '../../kit/form/fields.ts'
import { choice, idField, whole } from '../../web/fields.ts'
import { pairs } from './case.ts'
import { wordsOf } from './deeds.ts'
import { mayDoubt, mostMinutes, mostSigns, notBegun, wrongMeeting } from './meeting-rules.ts'
import { meetingsOf } from './meeting-store.ts'
import { paths } from './paths.ts'

/** A usual lesson. */
const usualMinutes = 45

/** Either side writes one line about a meeting that has been; the other sees it, and nothing is asked of them. */
export const writeMeeting = deed(pairs, 'meet', {
  at: paths.pairMeetings,
  permits: 'pair.meet',
  anyVersion: true,
  elsewhere: { rule: 'pair.isOver' },
  form: {
    heldOn: day('Когда', { what: 'день встречи' }),
    minutes: lineRead('Сколько минут', whole('Сколько минут', 1, mostMinutes), { width: 4, inputMode: 'decimal' }),
    line: line('О чём', { what: 'о чём была встреча', most: mostSigns, hint: 'Одной строкой, без имён учеников' }),
  },
  begins: ({ one, ctx }) => ({ heldOn: earlier(one.endsOn, ctx.today), minutes: usualMinutes }),
  lacks: ({ one, ctx }) => notBegun(one, ctx.today),
  rule: ({ one, input, ctx }) => wrongMeeting(one, input.heldOn, ctx.today),
  also: async (tx, { one, ctx, input }) => {
    const id = newId<PairMeetingId>()
    const written = { writtenBy: ctx.actor.personId, createdAt: ctx.now }
    await tx
      .insertInto('pairMeetings')
      .values({ territoryId: ctx.territory.id, id, pairId: one.id, ...input, ...written })
      .execute()
    return ok(id)
  },
  set: ({ one, ctx }) => ({ heardOn: later(one.heardOn, ctx.today) }),
  tell: (given) => ({
    kind: 'pair.met',
    to: [given.one.mentorId, given.one.menteeId].filter((id) => id !== given.ctx.actor.personId),
    params: { ...wordsOf(given), on: given.input.heldOn, minutes: given.input.minutes, line: given.input.line },
    nth: given.now.editVersion,
  }),
  fact: ({ mentor, mentee, input }) => ({
    kind: 'pair.met',
    facts: { mentor, mentee, on: input.heldOn, minutes: input.minutes },
  }),
  done: 'Встреча записана',
  ask: { title: 'Записать встречу', button: 'Записать' },
})

/** The other side disagrees with a line: both stay, and it is marked. */
export const doubtMeeting = deed(pairs, 'meet', {
  at: paths.pairDoubts,
  permits: 'pair.meet',
  anyVersion: true,
  anyStanding: true,
  elsewhere: { rule: 'pair.isOver' },
  form: {
    meeting: unseen('Встреча', idField<PairMeetingId>('Откройте страницу заново')),
    doubt: optionalLine('Что не так', { most: mostSigns }),
  },
  also: async (tx, { one, ctx, input }) => {
    const found = (await meetingsOf(tx, ctx, one.id)).find(({ id }) => id === input.meeting)
    if (!found || !mayDoubt(found, ctx.actor.personId)) return refuse({ code: 'notFound' })
    await tx
      .updateTable('pairMeetings')
      .set({ doubtedAt: ctx.now, doubt: input.doubt })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: found.id }))
      .execute()
    return ok(found)
  },
  set: ({ one, ctx }) => ({ heardOn: later(one.heardOn, ctx.today) }),
  tell: (given) => ({
    kind: 'pair.doubted',
    to: [given.made.writtenBy],
    params: { ...wordsOf(given), on: given.made.heldOn, doubt: given.input.doubt },
    nth: given.now.editVersion,
  }),
  fact: ({ mentor, mentee, made }) => ({ kind: 'pair.doubted', facts: { mentor, mentee, on: made.heldOn } }),
  done: 'Отмечено: вы не согласны с записью. Она остаётся вместе с вашей отметкой',
  ask: { title: 'Запись неверна', folded: true, button: 'Отметить', kind: 'secondary', small: true },
})

export const answers = ['met', 'later'] as const

/** After long silence either side says in one press how it goes; the end has words of its own. (c22, c23) */
export const answerSilence = deed(pairs, 'meet', {
  at: paths.pairAnswers,
  permits: 'pair.meet',
  anyVersion: true,
  anyStanding: true,
  elsewhere: { rule: 'pair.isOver' },
  form: { answer: unseen('Ответ', choice('ответ', answers)) },
  set: ({ one, ctx }) => ({ heardOn: later(one.heardOn, ctx.today) }),
  fact: ({ mentor, mentee, input }) => ({ kind: 'pair.answered', facts: { mentor, mentee, answer: input.answer } }),
  done: 'Спасибо, ответ записан',
  ask: { button: 'Встречались', small: true, kind: 'secondary' },
})
