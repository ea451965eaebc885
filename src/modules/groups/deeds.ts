import { seminarFiles } from '../../files/check.ts'
import { storeFiles } from '../../files/store.ts'
import { earlier, later } from '../../kernel/dates.ts'
import { ok, refuse, refuseAll } from '../../kernel/result.ts'
import type { GroupMemberId, PersonId, WorkingGroupId } from '../../kernel/types.ts'
import { deed } from '../../kit/deed.ts'
import { area, day, files, lineRead, row, unseen } from '../../kit/form/fields.ts'
import { opening } from '../../kit/opening.ts'
import { workingGroups } from '../../regulation/people/questions.ts'
import { workDirections } from '../../regulation/work/questions.ts'
import { httpsLink, idField } from '../../web/fields.ts'
import { initialsOf } from '../people/name-queries.ts'
import { peopleOfSite } from '../sites/people-queries.ts'
import { theSite } from '../sites/site-queries.ts'
import type { StandingSite } from '../sites/standing-queries.ts'
import { groups } from './case.ts'
import { groupForm } from './form.ts'
import { paths } from './paths.ts'
import { leavesOut, wrongClosing, wrongDirection, wrongJoining, wrongLeader, wrongLeaving, wrongTerm } from './rules.ts'
import { join, leave, postsOf } from './store.ts'

const directionsAt = ({ regulation }: StandingSite) => ({
  byDirections: workingGroups(regulation).value?.byDirections ?? false,
  known: workDirections(regulation).map(({ code }) => code),
})

/** Forms a temporary group on a site; whoever leads it is the first of its members. (L-31g) */
export const formGroup = opening(groups, theSite, {
  at: paths.newGroup,
  permits: 'group.form',
  form: groupForm,
  begins: ({ ctx, held: { standing } }) => ({ startsOn: later(standing.from, ctx.today) }),
  lacks: ({ held }) => (workingGroups(held.regulation).value ? ok(null) : refuse({ code: 'rule', rule: 'group.notAsked' })),
  rule: ({ held, input }) => [...wrongTerm(input, held.standing), ...wrongDirection(input.direction, directionsAt(held))],
  also: async (tx, { ctx, input }) => {
    const joins = { personId: input.leaderId, from: input.startsOn }
    const wrong = wrongJoining(input, joins, { members: [], posts: await postsOf(tx, ctx, input.leaderId) })
    // The form asks for the leader, and the day is that of the group.
    if (wrong.length > 0) return refuseAll(wrong.map((one) => ({ ...one, field: 'leaderId' })))
    return ok((await initialsOf(tx, ctx, [input.leaderId]))(input.leaderId))
  },
  values: ({ ctx, held, input }) => ({ ...input, siteId: held.id, createdBy: ctx.actor.personId, createdAt: ctx.now }),
  tell: ({ ctx, held, input }) => ({
    kind: 'group.joined',
    to: [input.leaderId].filter((id) => id !== ctx.actor.personId),
    params: { site: held.name, theme: input.theme, leads: true },
  }),
  fact: async ({ id, ctx, input, made }, tx) => {
    await join(tx, ctx, id as WorkingGroupId, { personId: input.leaderId, from: input.startsOn })
    return { kind: 'group.formed', facts: { theme: input.theme, leader: made, from: input.startsOn, to: input.endsOn } }
  },
  done: 'Группа создана. Теперь назовите её участников',
  ask: { title: 'Новая рабочая группа', button: 'Создать группу' },
})

/** Changes the theme, the task, the term or who leads. */
export const changeGroup = deed(groups, 'change', {
  at: paths.groupEdit,
  permits: 'group.run',
  form: groupForm,
  begins: ({ one }) => one,
  elsewhere: { rule: 'group.isClosed' },
  rule: ({ one, site, members, input, ctx }) => [
    ...wrongTerm(input, site.standing),
    ...wrongDirection(input.direction, directionsAt(site)),
    ...leavesOut(input, members),
    ...(input.leaderId === one.leaderId ? [] : wrongLeader(input.leaderId, members, ctx.today)),
  ],
  also: async (tx, { ctx, input }) => ok((await initialsOf(tx, ctx, [input.leaderId]))(input.leaderId)),
  set: ({ input }) => input,
  tell: ({ one, site, input, ctx }) =>
    input.leaderId === one.leaderId || input.leaderId === ctx.actor.personId
      ? null
      : { kind: 'group.joined', to: [input.leaderId], params: { site: site.name, theme: input.theme, leads: true } },
  fact: ({ input, made }) => ({
    kind: 'group.changed',
    facts: { theme: input.theme, leader: made, from: input.startsOn, to: input.endsOn },
  }),
  done: 'Сохранено',
  ask: { title: 'Тема, срок, руководитель', opens: 'Изменить', kind: 'secondary' },
})

/** Takes somebody into the group. */
export const admitMember = deed(groups, 'admit', {
  at: paths.groupMembers,
  permits: 'group.run',
  anyVersion: true,
  elsewhere: { rule: 'group.isClosed' },
  form: { personId: row<PersonId>('Кого', { what: 'человека' }), from: day('С какого дня', { what: 'день' }) },
  begins: ({ one, ctx }) => ({ from: later(one.startsOn, ctx.today) }),
  also: async (tx, { one, ctx, members, input }) => {
    const wrong = wrongJoining(one, input, { members, posts: await postsOf(tx, ctx, input.personId) })
    if (wrong.length > 0) return refuseAll(wrong)
    await join(tx, ctx, one.id, input)
    return ok((await initialsOf(tx, ctx, [input.personId]))(input.personId))
  },
  tell: ({ one, site, input }) => ({
    kind: 'group.joined',
    to: [input.personId],
    params: { site: site.name, theme: one.theme, leads: false },
  }),
  fact: ({ one, input, made }) => ({ kind: 'group.admitted', facts: { theme: one.theme, person: made, on: input.from } }),
  done: 'Участник записан',
  ask: { title: 'Добавить участника', button: 'Добавить' },
})

/** Writes down the last day of a member. */
export const releaseMember = deed(groups, 'release', {
  at: paths.groupLeaving,
  permits: 'group.run',
  anyVersion: true,
  anyStanding: true,
  elsewhere: { rule: 'group.isClosed' },
  form: {
    member: unseen('Участник', idField<GroupMemberId>('Откройте страницу заново')),
    on: day('Последний день в группе', { what: 'последний день' }),
  },
  begins: ({ ctx }) => ({ on: ctx.today }),
  also: async (tx, { one, ctx, members, input }) => {
    const member = members.find(({ id, endsOn }) => id === input.member && endsOn === null)
    if (!member) return refuse({ code: 'notFound' })
    const wrong = wrongLeaving(one, member, input.on)
    if (wrong.length > 0) return refuseAll(wrong)
    await leave(tx, ctx, member.id, input.on)
    return ok(member.person)
  },
  fact: ({ one, input, made }) => ({ kind: 'group.released', facts: { theme: one.theme, person: made, on: input.on } }),
  done: 'Записано: участник вышел из группы',
  ask: { title: 'Вышел из группы', folded: true, button: 'Записать', kind: 'secondary', small: true },
})

/** Writes down what the group has come to, and ends it. (L-31g) */
export const closeGroup = deed(groups, 'close', {
  at: paths.groupResult,
  permits: 'group.run',
  anyStanding: true,
  elsewhere: { rule: 'group.isClosed' },
  form: {
    result: area('Что получилось', {
      what: 'что получилось',
      most: 4000,
      rows: 4,
      hint: 'Если ничего не вышло, напишите, почему: это тоже результат',
    }),
    resultLink: lineRead('Ссылка', httpsLink, { hint: 'Где это лежит, начинается с https://. Можно оставить пустым' }),
    file: files('Файл', {
      limits: { ...seminarFiles, files: 1 },
      accept: '.pdf,.docx,.xlsx,.odt,.pptx',
      hint: 'Документ до 20 МБ. Без имён и снимков детей',
    }),
    closedOn: day('Когда группа закончила работу', { what: 'последний день' }),
  },
  begins: ({ one, ctx }) => ({ closedOn: earlier(one.endsOn, ctx.today) }),
  rule: ({ one, input, ctx }) => wrongClosing(one, input.closedOn, ctx.today),
  also: async (tx, { ctx, files: sent }) => ok((await storeFiles(tx, ctx, sent))[0] ?? null),
  set: ({ input, made }) => ({ ...input, fileId: made }),
  tell: ({ one, site, members, input, ctx }) => ({
    kind: 'group.closed',
    to: [peopleOfSite, ...members.map(({ personId }) => personId).filter((id) => id !== ctx.actor.personId)],
    params: { site: site.name, theme: one.theme, result: input.result },
  }),
  fact: ({ one, input }) => ({
    kind: 'group.closed',
    facts: { theme: one.theme, on: input.closedOn, result: input.result },
  }),
  done: 'Результат записан, группа закончила работу',
  ask: { title: 'Записать результат и закончить', folded: true, button: 'Закончить работу группы' },
})
