import { z } from 'zod'
import { usualFiles } from '../../files/check.ts'
import { storeFiles } from '../../files/store.ts'
import { newId } from '../../kernel/ids.ts'
import { no, ok, refuse, refuseAll, refuseRule } from '../../kernel/result.ts'
import type { Day, TraineeshipRowId } from '../../kernel/types.ts'
import { deed } from '../../kit/deed.ts'
import { area, files, lineRead, optionalArea, optionalRadios, unseen } from '../../kit/form/fields.ts'
import { opening } from '../../kit/opening.ts'
import { asksTryOuts } from '../../regulation/work/questions.ts'
import { httpsLink, idField } from '../../web/fields.ts'
import { levels } from '../programmes/level-rules.ts'
import { contentOfVersion } from '../programmes/queries.ts'
import { peopleOfSite } from '../sites/people-queries.ts'
import { traineeships } from '../traineeships/case-queries.ts'
import { isUnderWay } from '../traineeships/machine.ts'
import { holdRow, planRows } from '../traineeships/plan-queries.ts'
import { titleOf } from '../traineeships/queries.ts'
import { dayHeld, mayBegin } from '../traineeships/rules.ts'
import { type OpenTryOut, tryouts } from './case.ts'
import { paths } from './paths.ts'
import { type Levels, mayJudge, mayRate, wrongLevels, wrongWork } from './rules.ts'
import { criteriaOf, worksOf } from './store.ts'

/** A trainee works while the traineeship goes on; what was handed in by then is judged after it too. */
const whileGoing = (trainee: OpenTryOut['trainee'], today: Day) =>
  isUnderWay(trainee.state) ? mayBegin(trainee, today) : [no('tryout.traineeshipOver')]

/** A trainee takes up a try-out of the plan: the assignment is what the programme says. (R-A2p) */
export const takeUpTryOut = opening(tryouts, traineeships, {
  at: paths.traineeTryouts,
  permits: 'traineeship.answer',
  form: { row: unseen('Проба', idField<TraineeshipRowId>('Откройте страницу заново')) },
  lacks: ({ ctx, held: { site, one } }) =>
    asksTryOuts(site.regulation).value ? whileGoing(one, ctx.today) : [no('tryout.notAsked')],
  there: async (tx, { ctx, input }) =>
    (
      await tx
        .selectFrom('tryouts')
        .select('id')
        .where((is) => is.and({ territoryId: ctx.territory.id, rowId: input.row }))
        .executeTakeFirst()
    )?.id,
  also: async (tx, { ctx, held: { one }, input }) => {
    const row = (await planRows(tx, ctx, [one.id])).find(
      ({ id, kind, leftOut }) => id === input.row && kind === 'tryOut' && !leftOut,
    )
    if (!row) return refuseRule('tryout.notInPlan')
    const { topics } = await contentOfVersion(tx, ctx, one.versionId)
    const said = topics.flatMap(({ tryOuts }) => tryOuts).find(({ id }) => id === row.itemId)
    return ok({ title: row.title, assignment: said?.assignment ?? '' })
  },
  values: ({ ctx, held: { one, site }, input, made }) => ({
    ...made,
    traineeshipId: one.id,
    rowId: input.row,
    siteId: site.id,
    personId: one.personId,
    createdAt: ctx.now,
  }),
  fact: ({ ctx, made, held }) => ({
    kind: 'tryout.takenUp',
    subjectId: held.one.id,
    facts: { person: ctx.actor.name, title: made.title },
  }),
  done: 'Задание перед вами. Сдать можно в любой день',
  ask: { button: 'Открыть задание' },
})

const isPicture = ({ mediaType }: { readonly mediaType: string }) => mediaType.startsWith('image/')
const childrenWords = { no: 'Детей нет', yes: 'Дети есть' } as const

/** The trainee hands in a photograph, a file, a link or two lines; every round is kept. (R-A2p) */
export const handIn = deed(tryouts, 'handIn', {
  at: paths.tryoutWork,
  permits: 'tryout.handIn',
  anyVersion: true,
  elsewhere: { rule: 'tryout.isAssessed' },
  lacks: ({ trainee, ctx }) => whileGoing(trainee, ctx.today),
  form: {
    pictures: files('Снимки или файлы', {
      limits: usualFiles,
      accept: 'image/*,.pdf,.docx,.xlsx,.odt',
      multiple: true,
      instead: 'Видео выложите и дайте ссылку',
      hint: 'До пяти, каждый до 20 МБ. Видео сюда не поместится: выложите его и дайте ссылку',
    }),
    children: optionalRadios('Есть ли на снимках дети?', { of: ['no', 'yes'] as const, named: (value) => childrenWords[value] }),
    link: lineRead('Ссылка', httpsLink, { hint: 'На видео или запись, начинается с https://. Можно оставить пустым' }),
    words: optionalArea('Что сделали и что вышло', { most: 4000, rows: 4, hint: 'Двух строк достаточно' }),
  },
  rule: ({ input, files: sent }) =>
    wrongWork({
      files: sent.length,
      pictures: sent.filter(isPicture).length,
      link: input.link,
      words: input.words,
      children: input.children === null ? null : input.children === 'yes',
    }),
  also: async (tx, { one, ctx, input, files: sent }) => {
    const territoryId = ctx.territory.id
    const id = newId()
    const number = ((await worksOf(tx, ctx, one.id))[0]?.number ?? 0) + 1
    const { link, words } = input
    const pictures = sent.some(isPicture)
    const work = { link, words, children: pictures ? input.children === 'yes' : null, handedAt: ctx.now }
    await tx
      .insertInto('tryoutWorks')
      .values({ territoryId, id, tryoutId: one.id, number, ...work })
      .execute()
    const kept = await storeFiles(tx, ctx, sent)
    if (kept.length > 0)
      await tx
        .insertInto('tryoutFiles')
        .values(kept.map((fileId, position) => ({ territoryId, workId: id, fileId, position })))
        .execute()
    return ok(number)
  },
  set: ({ ctx }) => ({ handedAt: ctx.now }),
  tell: ({ one, trainee, ctx, made }) => ({
    kind: 'tryout.handedIn',
    nth: made,
    to: trainee.guideId === null ? [peopleOfSite] : [trainee.guideId],
    params: { title: one.title, person: ctx.actor.name },
  }),
  fact: ({ one, trainee, ctx, made }) => ({
    kind: 'tryout.handedIn',
    subjectId: trainee.id,
    facts: { person: ctx.actor.name, title: one.title, round: made },
  }),
  done: 'Работа сдана. Ждать ответа не нужно: занимайтесь дальше, вам сообщат',
  ask: {
    title: 'Сдать работу',
    button: 'Сдать',
    waits: ({ one, ctx }) => paths.tryout({ territory: ctx.territory.code, tryout: one.id }),
  },
})

const levelsRead = z.record(z.uuid(), z.enum(levels)).default({}) as z.ZodType<Levels>

/** The trainee rates the own work, before seeing how others do. */
export const rateOneself = deed(tryouts, null, {
  at: paths.tryoutSelf,
  permits: 'tryout.handIn',
  form: { levels: unseen('Уровни', levelsRead) },
  lacks: ({ one }) => mayRate({ state: one.state, rated: one.selfLevels !== null }),
  also: async (tx, given) => {
    const wrong = wrongLevels(given.input.levels, await criteriaOf(tx, given.ctx, given))
    if (wrong.length > 0) return refuseAll(wrong)
    await tx
      .updateTable('tryouts')
      .set({ selfLevels: JSON.stringify(given.input.levels) })
      .where((is) => is.and({ territoryId: given.ctx.territory.id, id: given.one.id }))
      .execute()
    return ok(null)
  },
  fact: ({ one, trainee, ctx }) => ({
    kind: 'tryout.rated',
    subjectId: trainee.id,
    facts: { person: ctx.actor.name, title: one.title },
  }),
  done: 'Вы оценили свою работу',
  ask: { title: 'Как вы сами видите свою работу', button: 'Оценить себя' },
})

const judging = ({ ctx, trainee }: OpenTryOut & { ctx: { actor: Parameters<typeof mayJudge>[0] } }) =>
  mayJudge(ctx.actor, trainee)

/** Whoever leads gives the work back with a remark; what was written is kept with the round. */
export const returnTryOut = deed(tryouts, 'return', {
  at: paths.tryoutReturn,
  permits: 'tryout.assess',
  form: { remark: area('Чего не хватает', { what: 'замечание', most: 4000, rows: 3 }) },
  lacks: judging,
  also: async (tx, { one, ctx, input }) => {
    const [last] = await worksOf(tx, ctx, one.id)
    if (!last) return refuse({ code: 'notFound' })
    await tx
      .updateTable('tryoutWorks')
      .set({ remark: input.remark })
      .where((is) => is.and({ territoryId: ctx.territory.id, id: last.id }))
      .execute()
    return ok(last.number)
  },
  set: ({ input }) => ({ remark: input.remark }),
  tell: ({ one, input, made }) => ({
    kind: 'tryout.returned',
    to: [one.personId],
    params: { title: one.title, remark: input.remark },
    nth: made,
  }),
  fact: async ({ one, trainee, ctx }, tx) => ({
    kind: 'tryout.returned',
    subjectId: trainee.id,
    facts: { person: (await titleOf(tx, ctx, trainee.id)).person, title: one.title },
  }),
  done: 'Работа возвращена, стажёру сообщено',
  ask: { title: 'Вернуть с замечанием', folded: true, button: 'Вернуть', kind: 'secondary' },
})

const hoursWords = {
  counted: ', часы пробы засчитаны',
  leftOut: '. Пробы нет в плане стажёра, её часы не считаются',
  apart: '. Часы пробы уже отмечены или считаются по списку мероприятия',
  over: '. Стажировка закончилась, часы в ней не меняются',
} as const

/** Whoever leads judges by the criteria of the programme, in words; it never changes after that. (R-A2p) */
export const assessTryOut = deed(tryouts, 'assess', {
  at: paths.tryoutAssessment,
  permits: 'tryout.assess',
  form: { levels: unseen('Уровни', levelsRead), comment: optionalArea('Что удалось и что усилить', { most: 4000, rows: 3 }) },
  // The days may have been moved since it was handed in: nothing is held before the first of them.
  lacks: (given) => [...judging(given), ...(isUnderWay(given.trainee.state) ? mayBegin(given.trainee, given.ctx.today) : [])],
  also: async (tx, given) => {
    const wrong = wrongLevels(given.input.levels, await criteriaOf(tx, given.ctx, given))
    if (wrong.length > 0) return refuseAll(wrong)
    const { trainee, ctx, one } = given
    if (!isUnderWay(trainee.state)) return ok(hoursWords.over)
    return ok(hoursWords[await holdRow(tx, ctx, one.rowId, dayHeld({ plannedOn: null }, trainee, ctx.today))])
  },
  set: ({ input, ctx }) => ({
    levels: JSON.stringify(input.levels),
    comment: input.comment,
    assessedBy: ctx.actor.personId,
    assessedAt: ctx.now,
  }),
  tell: ({ one }) => ({ kind: 'tryout.assessed', to: [one.personId], params: { title: one.title } }),
  fact: async ({ one, trainee, ctx }, tx) => ({
    kind: 'tryout.assessed',
    subjectId: trainee.id,
    facts: { person: (await titleOf(tx, ctx, trainee.id)).person, title: one.title },
  }),
  done: ({ made }) => `Оценка записана${made}`,
  ask: { title: 'Оценить', button: 'Записать оценку' },
})
