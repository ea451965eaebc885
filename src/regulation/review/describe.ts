import { counted } from '../../kernel/plural.ts'
import { type Describer, type Line, list } from '../line.ts'
import { bodyWord } from '../parties/questions.ts'

const how = {
  median: 'итог — медиана результатов экспертов',
  mean: 'итог — среднее результатов экспертов',
  sum: 'итог — сумма результатов экспертов',
  yes: 'итог — сколько экспертов за',
} as const

/** «Заключение», «баллы по 3 критериям» and what passes. */
const review: Describer = (regulation) => {
  const { expertReview } = regulation
  if (expertReview === null) return []
  const { clause, way, by, criteria, aggregate, pass, panel } = expertReview
  const readers = panel === null ? 'эксперты' : counted(panel, 'эксперт', 'эксперта', 'экспертов')
  const given = {
    byOrder: 'по критериям, объявленным вместе с приёмом',
    words: 'словами, без баллов',
    points: `баллами: ${list(criteria.map(({ text, most, weight }) => `${text.toLowerCase()} — до ${most}, вес ${weight}`))}`,
  }[way]
  const organiser = bodyWord(regulation, by)
  const lines: Line[] = [{ clause, icon: 'task', text: `${organiser} передаёт заявки экспертам; ${readers} оценивают ${given}` }]
  if (pass !== null)
    lines.push({
      clause,
      icon: 'lock',
      text: `На странице решения видно, кто проходит: ${how[aggregate]}, нужно не меньше ${pass}`,
    })
  return lines
}

/** What the product does by the rules of this topic. */
export const reviewDescribers: readonly Describer[] = [review]
