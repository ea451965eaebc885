import { repeated } from '../problem.ts'
import type { Regulation } from '../schema.ts'

/** Points need criteria, words can only be counted, and a mark that nobody can reach is none. */
export function reviewProblems({ expertReview }: Regulation): string[] {
  if (expertReview === null) return []
  const { way, criteria, aggregate, pass, panel } = expertReview
  const at = 'правило «expertReview»'
  const top = criteria.reduce((sum, { weight, most }) => sum + weight * most, 0)
  const reach = aggregate === 'yes' ? panel : way === 'points' && aggregate !== 'sum' ? top : null
  return [
    ...(way === 'points' && top === 0 ? [`${at}: оценивают баллами, а критериев с весом нет`] : []),
    ...(way !== 'points' && criteria.length > 0 ? [`${at}: критерии названы, а оценивают не баллами`] : []),
    ...(way === 'words' && pass !== null && aggregate !== 'yes'
      ? [`${at}: заключение пишут словами, поэтому считать можно только голоса «за»`]
      : []),
    ...(way === 'byOrder' && pass !== null ? [`${at}: критерии объявляют вместе с приёмом, а проходной балл назван`] : []),
    ...(pass !== null && reach !== null && pass > reach
      ? [`${at}: проходной балл ${pass} больше, чем можно набрать (${reach})`]
      : []),
    ...criteria.flatMap(({ text, most, least }) =>
      least !== null && least > most ? [`${at}: «${text}» — наименьший балл ${least} больше наибольшего ${most}`] : [],
    ),
    ...repeated(criteria.map(({ code }) => code)).map((code) => `${at}: код «${code}» повторяется`),
  ]
}
