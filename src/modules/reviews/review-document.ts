import * as doc from '../../documents/build.ts'
import type { Block, Doc } from '../../documents/model.ts'
import { localTime } from '../../kernel/clock.ts'
import { longDate } from '../../kernel/dates.ts'
import type { ReviewCriterion } from '../calls/model.ts'
import type { Review, ReviewText } from './model.ts'
import { topOf } from './rules.ts'
import { percent, points, recommendationNames } from './wording.ts'

export type ReviewPaper = {
  readonly callTitle: string
  readonly number: number
  readonly theme: string
  readonly organisations: readonly string[]
  readonly expert: { readonly full: string; readonly signature: string }
  readonly criteria: readonly ReviewCriterion[]
  readonly review: Review
  readonly text: ReviewText
  readonly timeZone: string
}

/** A review on paper: every criterion with its level and reason, the conclusion, the declaration, the signature. */
export function reviewDocument(given: ReviewPaper): Doc {
  const { callTitle, number, theme, organisations, expert, criteria, review, text, timeZone } = given
  const sentOn = review.sentAt ? localTime(review.sentAt, timeZone).day : review.dueOn
  return doc.document({ title: `Экспертное заключение, заявка № ${number}`, date: sentOn }, [
    doc.section([
      doc.heading(1, 'Экспертное заключение'),
      doc.p(`Заявка № ${number}. ${callTitle}`, { align: 'center' }),
      doc.p(doc.bold(`«${theme}»`), { align: 'center' }),
      ...organisations.map((name) => doc.p(name, { align: 'center' })),
      doc.gap(),
      scoresTable(criteria, text),
      doc.gap(),
      ...(review.total === null ? [] : [doc.p(`Итог: ${percent(review.total)}.`, { align: 'left' })]),
      ...(text.recommendation
        ? [doc.p(`Рекомендация: ${recommendationNames[text.recommendation].toLowerCase()}.`, { align: 'left' })]
        : []),
      doc.heading(2, 'Заключение'),
      ...doc.paragraphs(text.conclusion),
      ...declared(review),
      doc.gap(),
      doc.signature('Эксперт', expert.signature, { line: true }),
      doc.gap(),
      doc.p(`${expert.full}, ${longDate(sentOn)}`, { align: 'left' }),
    ]),
  ])
}

function scoresTable(criteria: readonly ReviewCriterion[], { scores }: ReviewText): Block {
  const given = new Map(scores.map((score) => [score.code, score]))
  return doc.table(
    [
      doc.column('Критерий', 6),
      doc.column('Вес', 1.4, 'center'),
      doc.column('Баллы', 2, 'center'),
      doc.column('Уровень и обоснование', 8),
    ],
    criteria.map((criterion) => {
      const score = given.get(criterion.code)
      const level = criterion.levels.find((one) => one.points === score?.points)
      return [
        criterion.title,
        points(criterion.weight),
        level ? `${points(level.points)} из ${points(topOf(criterion))}` : '—',
        doc.typedCell([level?.text, score?.comment].filter((part) => part).join('\n') || '—'),
      ]
    }),
  )
}

function declared({ declaration, paperOn }: Review): Block[] {
  if (declaration) return [doc.gap(), ...doc.paragraphs(declaration)]
  return paperOn ? [doc.gap(), doc.p(`Заключение внесено с бумаги от ${longDate(paperOn)}.`)] : []
}
