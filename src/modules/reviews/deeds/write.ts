import { z } from 'zod'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { storeFiles } from '../../../files/store.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import type { About, Followed } from '../../../kit/deed-types.ts'
import { area, day, files, unseenIn } from '../../../kit/form/fields.ts'
import { judgesInWords } from '../../../regulation/review/questions.ts'
import type { FormState } from '../../../ui/fields.ts'
import { checked, optionalChoice, optionalText } from '../../../web/fields.ts'
import { numberOf } from '../../applications/model.ts'
import { moveApplication, operatorsOf } from '../../applications/queries.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { ledReviews, type ReviewCase, reviews } from '../case.ts'
import { declaration } from '../declaration.ts'
import { type ReviewText, recommendations, type Score } from '../model.ts'
import { paths } from '../paths.ts'
import { reviewClause } from '../reviewing.ts'
import { atOdds, brokenScores, figuresOf, isComplete, missingForSending, needsExtra, totalOf, wrongPaper } from '../rules.ts'
import { replaceScores, reviewsOfRound } from '../store.ts'
import { points } from '../wording.ts'

/** What history tells of a review, whatever was done to it. */
async function told(tx: Tx, { ctx, one, reviewing }: ReviewCase & { readonly ctx: Ctx }) {
  const nameOf = await initialsOf(tx, ctx, [one.expertId])
  return { number: numberOf(reviewing.app), application: one.applicationId, expert: nameOf(one.expertId) }
}

/** The expert declares that there is no conflict of interests; only then does the application open to them. */
export const declareNoConflict = deed(reviews, 'declare', {
  at: paths.reviewDeclarations,
  permits: 'review.edit',
  anyVersion: true,
  set: ({ ctx }) => ({ declaredAt: ctx.now, declaration }),
  fact: async (given, tx) => ({ kind: 'review.declared', facts: await told(tx, given) }),
  done: 'Заявление записано, заявка открыта',
  ask: {
    title: 'Заявление об отсутствии конфликта интересов',
    text: declaration,
    button: 'Заявить и открыть заявку',
  },
})

/** The expert declines, before reading or when a conflict comes to light; those who lead the review are told why. */
export const declineReview = deed(reviews, 'decline', {
  at: paths.reviewRefusals,
  permits: 'review.edit',
  anyVersion: true,
  form: { reason: area('Почему отказываетесь', { what: 'причину', most: 1000, rows: 3 }) },
  hints: ({ one }) => ({
    reason:
      one.state === 'assigned'
        ? 'Например, работали вместе с авторами программы. Причину увидит методист, заявку передадут другому.'
        : 'Если конфликт обнаружился при чтении или не успеваете. Написанное останется только у вас, заявку передадут другому.',
  }),
  also: async (tx, given) => ok(await told(tx, given)),
  set: ({ ctx, input }) => ({ declineReason: input.reason, declinedAt: ctx.now }),
  tell: async ({ made: { application: applicationId, ...params }, ctx, input }, tx) => ({
    kind: 'review.declined',
    to: await operatorsOf(tx, ctx),
    params: { ...params, applicationId, ...input },
  }),
  fact: ({ made, input }) => ({ kind: 'review.declined', facts: { ...made, ...input } }),
  done: ({ params }) => ({
    to: paths.reviews(params as { territory: string }),
    notice: 'Отказ записан, заявку передадут другому эксперту',
  }),
  ask: { title: 'Отказаться от заявки', button: 'Отказаться', kind: 'warning' },
})

const score = z.object({
  points: z.preprocess(
    (value) => (value === undefined || value === '' ? null : Number(value)),
    z.number({ error: 'Выберите один из уровней критерия' }).nullable(),
  ),
  comment: optionalText('обоснование', 5000).transform((value) => value ?? ''),
})
/** A review while it is written: nothing has to be there yet. */
const written = unseenIn({
  scores: z
    .record(z.string().max(60), score)
    .default({})
    .transform((scores): readonly Score[] => Object.entries(scores).map(([code, given]) => ({ code, ...given }))),
  conclusion: optionalText('заключение', 20_000).transform((value) => value ?? ''),
  recommendation: optionalChoice('рекомендацию', recommendations),
})
type Writing = About<ReviewCase, ReviewText>

/** A stored review as the form shows it. */
export function storedReview({ scores, conclusion, recommendation }: ReviewText): FormState['values'] {
  const values: Record<string, string> = { conclusion, recommendation: recommendation ?? '' }
  for (const given of scores) {
    values[`scores.${given.code}.points`] = given.points === null ? '' : String(given.points)
    values[`scores.${given.code}.comment`] = given.comment
  }
  return values
}

/** Scores, conclusion and recommendation of a review. */
async function write(tx: Tx, { ctx, one, input }: Writing): Promise<Result<null>> {
  await replaceScores(tx, ctx, one.id, input.scores)
  return ok(null)
}
const texts = ({ input: { conclusion, recommendation } }: Writing) => ({ conclusion, recommendation })

/** Keeps what an expert has written so far; nobody but the expert sees it before it is sent, and history does not tell of drafts. */
export const saveReview = deed(reviews, 'save', {
  at: paths.reviewEdit,
  permits: 'review.edit',
  form: written,
  rule: ({ reviewing, input }) => brokenScores(reviewing.call.criteria, input.scores),
  also: write,
  set: texts,
  fact: () => null,
  done: ({ params }) => ({
    to: paths.reviewEdit(params as { territory: string; review: string }),
    notice: 'Черновик сохранён',
  }),
})

/** What is sent for good: `sure` when points and recommendation were asked about. */
const sent = { ...written, ...unseenIn({ sure: checked() }) }
const wrongIn = ({ reviewing, input }: About<ReviewCase, ReviewText & { readonly sure: boolean }>) => {
  const { criteria } = reviewing.call
  return [
    ...brokenScores(criteria, input.scores),
    ...missingForSending(criteria, input, reviewClause(reviewing), judgesInWords(reviewing.regulation)),
    ...atOdds(criteria, input, input.sure),
  ]
}
const sending = (given: Writing) => ({
  ...texts(given),
  sentAt: given.ctx.now,
  total: totalOf(given.reviewing.call.criteria, given.input.scores),
})

/** After a review has been sent: ends the review of the application when it is over, or says that the totals lie too far apart. */
async function settle(tx: Tx, { ctx, reviewing: { app, call } }: ReviewCase & { readonly ctx: Ctx }): Promise<Result<Followed>> {
  if (app.state !== 'underReview') return ok({})
  const round = await reviewsOfRound(tx, ctx, app.id, app.round)
  const about = { number: numberOf(app), applicationId: app.id }
  const to = await operatorsOf(tx, ctx)
  if (needsExtra(round, call)) {
    const params = { ...about, spread: points(figuresOf(round).spread ?? 0), limit: call.spreadLimit }
    return ok({ told: { kind: 'review.needsExtra', to, subjectId: app.id, params } })
  }
  if (!isComplete(round, call)) return ok({})
  const moved = await moveApplication(tx, ctx, app, 'finishReview')
  if (!moved.ok) return moved
  return ok({
    told: { kind: 'review.finished', to, subjectId: app.id, params: about },
    facts: [{ kind: 'application.reviewed', subjectId: app.id, facts: { number: app.number } }],
  })
}

/** Sends a review for good. After the day it was due it is still taken. */
export const sendReview = deed(reviews, 'send', {
  at: paths.reviewSendings,
  permits: 'review.edit',
  form: sent,
  rule: wrongIn,
  also: write,
  set: sending,
  follow: settle,
  fact: async (given, tx) => ({ kind: 'review.sent', facts: { ...(await told(tx, given)), total: given.now.total } }),
  done: 'Заключение отправлено',
})

/** Types in a review an expert has handed over on paper; it stays marked with who typed it. */
export const enterPaperReview = deed(ledReviews, 'enterPaper', {
  at: paths.reviewPaper,
  permits: 'review.manage',
  form: {
    ...sent,
    paperOn: day('Дата на бумаге', { what: 'дата бумаги' }),
    paper: files('Снимок заключения', {
      limits: { files: 1, bytes: 20 * 1024 * 1024 },
      hint: 'Одним файлом: PDF, JPEG или PNG, не больше 20 МБ',
      accept: '.pdf,.jpg,.jpeg,.png',
    }),
  },
  rule: (given) => {
    const { input, ctx, files: papers } = given
    return [...wrongPaper({ paperOn: input.paperOn, today: ctx.today, files: papers.length }), ...wrongIn(given)]
  },
  async also(tx, given) {
    await write(tx, given)
    return ok((await storeFiles(tx, given.ctx, given.files))[0] ?? null)
  },
  set: (given) => ({
    ...sending(given),
    enteredBy: given.ctx.actor.personId,
    paperOn: given.input.paperOn,
    paperFileId: given.made,
  }),
  follow: settle,
  fact: async (given, tx) => ({ kind: 'review.entered', facts: { ...(await told(tx, given)), on: given.input.paperOn } }),
  done: ({ one: { applicationId: application }, params }) => ({
    to: paths.applicationReviews({ ...(params as { territory: string }), application }),
    notice: 'Заключение внесено',
  }),
})
