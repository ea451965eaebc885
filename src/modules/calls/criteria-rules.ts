import { counted } from '../../kernel/plural.ts'
import { programmeParts } from '../../regulation/intake/questions.ts'
import type { ProgrammePart } from '../../regulation/kinds.ts'
import { judgesInWords, reviewComment, reviewRule, scoreRule } from '../../regulation/review/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { Level, ReviewCriterion } from './model.ts'

type Usual = { readonly title: string; readonly weight: number; readonly levels: readonly string[] }

/** What experts look for in each part of a programme, in growing points from 0. The office rewrites it in the order as it likes. */
const usual: Readonly<Record<ProgrammePart, Usual>> = {
  note: {
    title: 'зачем программа и кому',
    weight: 2,
    levels: [
      'цель не названа или не связана с работой площадки',
      'цель названа, задачи и стажёры описаны неполно',
      'цель, задачи и стажёры описаны и связаны между собой',
    ],
  },
  topics: {
    title: 'чему и как учат',
    weight: 3,
    levels: [
      'тем нет или они не раскрыты',
      'темы есть, но задачи, занятия или результаты описаны не у всех',
      'у каждой темы есть часы, задачи, занятия и результаты',
      'то же, и значительная часть часов — практика и стажёрские пробы',
    ],
  },
  resources: {
    title: 'хватает ли людей, оборудования и пособий',
    weight: 2,
    levels: ['не названы', 'названы, но на всю программу их не хватит', 'названы все, и на программу их хватит'],
  },
  assessment: {
    title: 'как узнают, чему научились',
    weight: 2,
    levels: [
      'способы не названы',
      'описана только внешняя оценка или только самооценка',
      'описаны внешняя оценка и самооценка: критерии, порядок, инструменты',
    ],
  },
}

const wholeProgramme: Usual = {
  title: 'Программа площадки',
  weight: 1,
  levels: ['не отвечает задачам площадки', 'отвечает частично', 'отвечает полностью'],
}

const levelsOf = (texts: readonly string[]): Level[] => texts.map((text, points) => ({ points, text }))

/** The criteria an order begins with: one for every part of the programme the regulation names; none where nobody reviews. */
export function usualCriteria(regulation: Regulation): Omit<ReviewCriterion, 'comment'>[] {
  if (reviewRule(regulation).value === null || judgesInWords(regulation)) return []
  const own = scoreRule(regulation).value?.criteria ?? []
  if (own.length > 0) return own.map(({ code, text, weight, most }) => ({ code, title: text, weight, levels: scaleTo(most) }))
  const parts = programmeParts(regulation)
  if (parts.length === 0) return [{ code: 'programme', ...wholeProgramme, levels: levelsOf(wholeProgramme.levels) }]
  return parts.map(({ code, text }) => {
    const { title, weight, levels } = usual[code]
    return { code, title: `${text}: ${title}`, weight, levels: levelsOf(levels) }
  })
}

/** «0 баллов», «1 балл» and on to the most there are. */
const scaleTo = (most: number): Level[] =>
  Array.from({ length: most + 1 }, (_, points) => ({ points, text: counted(points, 'балл', 'балла', 'баллов') }))

/** Criteria as a call keeps them: with what this regulation asks beside the points. */
export function keptCriteria(
  regulation: Regulation,
  criteria: readonly Omit<ReviewCriterion, 'comment'>[],
): readonly ReviewCriterion[] {
  const comment = reviewComment(regulation).value
  return criteria.map((criterion) => ({ ...criterion, comment }))
}

/** «0 — нет; 1 — частично» one under another: how a person writes levels, and how they are shown to be written again. */
export const levelLines = (levels: readonly Level[]): string => levels.map(({ points, text }) => `${points} — ${text}`).join('\n')

/** Reads levels written one under another; a line that is none is given back with its number. */
export function readLevels(lines: string): { levels: Level[] } | { problem: string } {
  const levels: Level[] = []
  for (const [index, line] of lines
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .entries()) {
    const [, points, text] = /^(\d{1,3})\s*(?:[—–-]|[.):]|балл\p{L}*\s*[—–:-]?)?\s*(\S.*)$/u.exec(line) ?? []
    if (points === undefined || text === undefined)
      return { problem: `Строка ${index + 1}: начните с числа баллов, например «0 — не раскрыто»` }
    levels.push({ points: Number(points), text })
  }
  if (levels.length < 2)
    return { problem: 'Опишите не меньше двух уровней, каждый с новой строки: «0 — не раскрыто», «1 — раскрыто»' }
  const sorted = levels.toSorted((one, other) => one.points - other.points)
  const twice = sorted.find(({ points }, at) => at > 0 && sorted[at - 1]?.points === points)
  if (twice) return { problem: `Два уровня дают по ${twice.points}: у каждого уровня своё число баллов` }
  if (sorted.some(({ points }) => points > 100)) return { problem: 'У одного критерия не больше 100 баллов' }
  return { levels: sorted }
}
