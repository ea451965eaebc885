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
import { postsOf } from '../people/queries.ts'
import { peopleOfSite } from '../sites/people-queries.ts'
import { theSite } from '../sites/site-queries.ts'
import type { StandingSite } from '../sites/standing-queries.ts'
import { groups } from './case.ts'
import { groupForm } from './form.ts'
import { paths } from './paths.ts'
import {
  isStill,
  lastDayOf,
  leavesOut,
  wrongClosing,
  wrongDirection,
  wrongJoining,
  wrongLeader,
  wrongLeaving,
  wrongPosts,
  wrongTerm,
} from './rules.ts'
import { join, leave, letAllGo } from './store.ts'

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
    const [posts, nameOf] = await Promise.all([postsOf(tx, ctx, input.leaderId), initialsOf(tx, ctx, [input.leaderId])])
    const who = nameOf(input.leaderId)
    const wrong = wrongPosts(input, input, { who, posts, field: 'leaderId' })
    return wrong.length > 0 ? refuseAll(wrong) : ok(who)
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
    ...(input.leaderId === one.leaderId ? [] : wrongLeader(input, input.leaderId, { members, today: ctx.today })),
  ],
  also: async (tx, { one, ctx, members, input }) => {
    // Whoever stays to the end stands on a post to the end: also to a later one.
    const toTheEnd = input.endsOn > one.endsOn ? members.filter(({ endsOn }) => endsOn === null) : []
    const wrong = await Promise.all(
      toTheEnd.map(async (member) =>
        wrongPosts(input, member, { who: member.person, posts: await postsOf(tx, ctx, member.personId), field: 'endsOn' }),
      ),
    )
    if (wrong.flat().length > 0) return refuseAll(wrong.flat())
    return ok((await initialsOf(tx, ctx, [input.leaderId]))(input.leaderId))
  },
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
    const posts = await postsOf(tx, ctx, input.personId)
    const wrong = wrongJoining(one, input, { members, posts })
    if (wrong.length > 0) return refuseAll(wrong)
    await join(tx, ctx, one.id, { ...input, to: lastDayOf(one, input.from, posts) })
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
    const member = members.find((found) => found.id === input.member && isStill(found, ctx.today))
    if (!member) return refuse({ code: 'notFound' })
    const last = lastDayOf(one, member.startsOn, await postsOf(tx, ctx, member.personId)) ?? one.endsOn
    const wrong = wrongLeaving({ ...one, endsOn: last }, member, input.on)
    if (wrong.length > 0) return refuseAll(wrong)
    await leave(tx, ctx, member, input.on)
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
      what: 'результат',
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
  rule: ({ one, input, members, ctx }) => wrongClosing(one, input.closedOn, { members, today: ctx.today }),
  also: async (tx, { one, ctx, input, files: sent }) => {
    await letAllGo(tx, ctx, one.id, input.closedOn)
    return ok((await storeFiles(tx, ctx, sent))[0] ?? null)
  },
  set: ({ input, made }) => ({ ...input, fileId: made }),
  tell: ({ one, site, members, input, ctx }) => ({
    kind: 'group.closed',
    to: [
      peopleOfSite,
      ...members
        .filter((member) => isStill(member, ctx.today) && member.personId !== ctx.actor.personId)
        .map(({ personId }) => personId),
    ],
    params: { site: site.name, theme: one.theme, result: input.result },
  }),
  fact: ({ one, input }) => ({
    kind: 'group.closed',
    facts: { theme: one.theme, on: input.closedOn, result: input.result },
  }),
  done: 'Результат записан, группа закончила работу',
  ask: { title: 'Записать результат и закончить', folded: true, button: 'Закончить работу группы' },
})
