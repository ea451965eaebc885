import { earlier, longDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { no, ok, refuseRule } from '../../kernel/result.ts'
import type { PersonId } from '../../kernel/types.ts'
import { deed } from '../../kit/deed.ts'
import { area, day, line, optionalArea, radios } from '../../kit/form/fields.ts'
import { opening } from '../../kit/opening.ts'
import { asksAdaptation } from '../../regulation/work/questions.ts'
import { initialsOf } from '../people/name-queries.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import { peopleOfSite } from '../sites/people-queries.ts'
import { traineeships } from '../traineeships/case-queries.ts'
import { adaptations, type OpenAdaptation } from './case.ts'
import { paths } from './paths.ts'
import { isOnItsWay } from './queries.ts'
import { checksAfter, mayAnswer, mayDescribe, outcomes, type Question, wrongAnswer, wrongIntroduction } from './rules.ts'
import { outcomeWords } from './texts.ts'

const form = {
  takes: area('Что беру', { what: 'что берёте', most: 1000, rows: 2, hint: 'Приём, урок, порядок работы, который вы увидели' }),
  changes: area('Что меняю', { what: 'что меняете', most: 1000, rows: 2, hint: 'Чем у вас это будет отличаться и почему' }),
  place: line('Где', { what: 'где', most: 300, hint: 'Класс, предмет, группа. Без имён детей' }),
  plannedOn: day('С какого дня', { what: 'день' }),
  sign: area('Как пойму, что получилось', { what: 'как поймёте, что получилось', most: 1000, rows: 2 }),
}

/** Whoever leads the trainee is told, or the site where nobody is named. */
const leaders = (guides: readonly PersonId[]) => (guides.length > 0 ? guides : [peopleOfSite])
const its = ({ one, person }: Pick<OpenAdaptation, 'one' | 'person'>) => ({ person, takes: one.takes })

/** A trainee says in five lines what of the seen goes into their own school. (L-13) */
export const describeModel = opening(adaptations, traineeships, {
  at: paths.newAdaptation,
  permits: 'traineeship.answer',
  anyStanding: true,
  form,
  begins: ({ ctx }) => ({ plannedOn: ctx.today }),
  lacks: ({ ctx, held: { site, one } }) =>
    asksAdaptation(site.regulation).value ? mayDescribe(one, ctx.today) : [no('adaptation.notAsked')],
  also: async (tx, { ctx, held: { one } }) =>
    (await isOnItsWay(tx, ctx, one.id))
      ? refuseRule('adaptation.onItsWay', { field: 'takes' })
      : ok((await initialsOf(tx, ctx, [one.personId]))(one.personId)),
  values: ({ ctx, held: { one, site }, input }) => ({
    ...input,
    traineeshipId: one.id,
    siteId: site.id,
    personId: one.personId,
    organisationId: one.organisationId,
    createdAt: ctx.now,
  }),
  tell: ({ held, input, made }) => ({
    kind: 'adaptation.described',
    to: leaders(held.guides),
    params: { site: held.site.name, person: made, takes: input.takes },
  }),
  fact: ({ input, made }) => ({ kind: 'adaptation.described', facts: { person: made, takes: input.takes } }),
  done: 'Описание сохранено. Когда начнёте, отметьте день на этой странице',
  ask: { title: 'Что возьму к себе', button: 'Сохранить' },
})

/** Changes what was described, until it is introduced. */
export const changeModel = deed(adaptations, 'change', {
  at: paths.adaptationEdit,
  permits: 'adaptation.write',
  form,
  begins: ({ one }) => one,
  elsewhere: { rule: 'adaptation.isIntroduced' },
  set: ({ input }) => input,
  fact: ({ person, input }) => ({ kind: 'adaptation.changed', facts: { person, takes: input.takes } }),
  done: 'Сохранено',
  ask: { title: 'Исправить описание', opens: 'Исправить', kind: 'secondary' },
})

/** Takes back what has not been introduced. */
export const takeBackModel = deed(adaptations, 'takeBack', {
  at: paths.adaptationTakenBack,
  permits: 'adaptation.write',
  elsewhere: { rule: 'adaptation.isIntroduced' },
  fact: (given) => ({ kind: 'adaptation.takenBack', facts: its(given) }),
  done: 'Описание отозвано. Описать можно заново на странице стажировки',
  ask: { title: 'Отозвать описание', folded: true, button: 'Отозвать', kind: 'warning' },
})

/** The model is at work in the own school: from this day the two questions are counted. */
export const introduceModel = deed(adaptations, 'introduce', {
  at: paths.adaptationStart,
  permits: 'adaptation.write',
  anyVersion: true,
  elsewhere: { rule: 'adaptation.isIntroduced' },
  form: { introducedOn: day('С какого дня работает', { what: 'день' }) },
  begins: ({ one, ctx }) => ({ introducedOn: earlier(one.plannedOn, ctx.today) }),
  rule: ({ input, trainee, ctx }) => wrongIntroduction(input.introducedOn, { startsOn: trainee.startsOn, today: ctx.today }),
  also: async (tx, { ctx }) => {
    const [first, second] = await Promise.all([settingOf(tx, ctx, settings.firstCheck), settingOf(tx, ctx, settings.secondCheck)])
    return ok(checksAfter(ctx.today, { first, second }))
  },
  set: ({ input, made }) => ({ ...input, ...made }),
  tell: (given) => ({
    kind: 'adaptation.introduced',
    to: leaders(given.guides),
    params: { site: given.site.name, ...its(given), on: given.input.introducedOn },
  }),
  fact: (given) => ({ kind: 'adaptation.introduced', facts: { ...its(given), on: given.input.introducedOn } }),
  done: ({ made }) => `Записано. ${longDate(made.firstCheckOn)} спросим, как идёт: ответить — два нажатия`,
  ask: { title: 'Уже работаете по-новому?', button: 'Записать' },
})

const answers = {
  first: { action: 'answerFirst', at: paths.adaptationFirst, kind: 'adaptation.answeredFirst' },
  second: { action: 'answerSecond', at: paths.adaptationSecond, kind: 'adaptation.answeredSecond' },
} as const

/** An answer to one of the two questions, in two taps. (L-13) */
const answering = (question: Question, said: { readonly title: string; readonly done: string }) => {
  const { action, at, kind } = answers[question]
  return deed(adaptations, action, {
    at,
    permits: 'adaptation.write',
    anyVersion: true,
    elsewhere: { rule: 'adaptation.isOver' },
    form: {
      outcome: radios('Что вышло', { what: 'что вышло', of: outcomes, named: (outcome) => outcomeWords[outcome] }),
      why: optionalArea('Почему', {
        most: 1000,
        rows: 2,
        hint: 'Если не подошло, напишите, почему, без имён: эти слова войдут в отчёт площадки. Иначе можно оставить пустым',
      }),
    },
    lacks: ({ one, ctx }) => mayAnswer(one, question, ctx.today),
    rule: ({ input }) => wrongAnswer(input),
    set: ({ input: { outcome, why }, ctx: { today } }) =>
      question === 'first'
        ? { firstOutcome: outcome, firstWhy: why, firstOn: today }
        : { secondOutcome: outcome, secondWhy: why, secondOn: today },
    tell: (given) => ({
      kind: 'adaptation.answered',
      to: leaders(given.guides),
      params: { site: given.site.name, ...its(given), outcome: given.input.outcome },
    }),
    fact: (given) => ({ kind, facts: { ...its(given), ...given.input } }),
    done: said.done,
    ask: { title: said.title, button: 'Ответить' },
  })
}
export const answerFirst = answering('first', { title: 'Как идёт то, что вы внедрили?', done: 'Ответ записан' })
export const answerSecond = answering('second', {
  title: 'Что стало с тем, что вы внедрили?',
  done: 'Ответ записан. Больше спрашивать не будем',
})

/** Whoever leads the trainee writes down how they have helped; the head of the school adds, and changes nothing. (L-13) */
export const addWords = deed(adaptations, null, {
  at: paths.adaptationWords,
  permits: 'adaptation.say',
  anyVersion: true,
  lacks: ({ one }) => (one.state === 'takenBack' ? [no('adaptation.takenBack')] : []),
  form: { words: area('Что добавите', { what: 'что добавите', most: 1000, rows: 2 }) },
  hints: (given) => ({
    words: adaptations.may(given.ctx, 'adaptation.help', given)
      ? 'О чём говорили, чем помогли, что посоветовали'
      : 'Что видно со стороны школы. Описание педагога остаётся как есть',
  }),
  also: async (tx, given) => {
    const { one, ctx, input } = given
    const saidAs = adaptations.may(ctx, 'adaptation.help', given) ? ('guide' as const) : ('head' as const)
    const row = { territoryId: ctx.territory.id, id: newId(), adaptationId: one.id, saidBy: ctx.actor.personId, saidAs }
    await tx
      .insertInto('adaptationWords')
      .values({ ...row, words: input.words, saidAt: ctx.now })
      .execute()
    return ok(saidAs)
  },
  tell: ({ one, site, said, ctx, input, made }) => ({
    kind: 'adaptation.said',
    // Each word is told, also several of a day.
    nth: said.length + 1,
    to: [one.personId],
    params: { site: site.name, by: ctx.actor.name, takes: one.takes, words: input.words, help: made === 'guide' },
  }),
  fact: (given) => ({
    kind: given.made === 'guide' ? 'adaptation.helped' : 'adaptation.added',
    facts: { ...its(given), words: given.input.words },
  }),
  done: 'Записано, педагог это увидит',
  ask: { title: 'Добавить от себя', button: 'Добавить', kind: 'secondary' },
})
