import { counted } from '../../kernel/plural.ts'
import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { asksMeasurements, asksTryOuts } from '../../regulation/work/questions.ts'
import { hoursText, shareText } from './hours-rules.ts'
import { levelWords } from './level-rules.ts'
import type { Completion, ProgrammeContent, Session, TryOut } from './model.ts'
import { hoursByKind } from './rules.ts'

/** Nothing asked: by such a version no paper says that the programme is mastered. */
export const noCompletion: Completion = { hours: null, share: null, sessions: [], tryOuts: [], level: 'hidden', exit: false }

/** Hours that somebody can be at: those of sessions and try-outs, whatever a topic declares. */
export const hoursToAttend = (content: ProgrammeContent): number => hoursByKind(content).held

export const sessionsOf = ({ topics }: ProgrammeContent): readonly Session[] => topics.flatMap(({ sessions }) => sessions)
export const tryOutsOf = ({ topics }: ProgrammeContent): readonly TryOut[] => topics.flatMap(({ tryOuts }) => tryOuts)

/**
 * What a version asks of a trainee before a paper says that the programme is mastered; null where it asks nothing. Nobody is asked for what
 * there is not: a session that was taken out, hours above those of the programme. (X-T1)
 */
export function completionOf(content: ProgrammeContent): Completion | null {
  const asked = content.completion
  if (!asked) return null
  const items = new Set([...sessionsOf(content), ...tryOutsOf(content)].map(({ id }) => id))
  const there = (ids: readonly string[]) => ids.filter((id) => items.has(id))
  const found: Completion = {
    hours: asked.hours === null ? null : Math.min(asked.hours, hoursToAttend(content)),
    share: asked.share,
    sessions: there(asked.sessions),
    tryOuts: there(asked.tryOuts),
    level: asked.level,
    exit: asked.exit,
  }
  const asksNothing = !found.hours && !found.share && found.sessions.length + found.tryOuts.length === 0 && !found.exit
  return asksNothing ? null : found
}

/** What may not be asked for when it is written: more hours than there are, a level of no try-out, what trainees do not do under this paper. */
export function wrongCompletion(
  { hours, tryOuts, level, exit }: Completion,
  content: ProgrammeContent,
  regulation: Regulation,
): RuleRefusal[] {
  const most = hoursToAttend(content)
  return [
    ...(hours !== null && hours > most
      ? [no('programme.completionHours', { field: 'hours', params: { most: hoursText(most) } })]
      : []),
    ...(level !== 'hidden' && tryOuts.length === 0 ? [no('programme.levelOfNothing', { field: 'level' })] : []),
    ...(tryOuts.length > 0 && !asksTryOuts(regulation).value ? [no('programme.tryOutsNotAssessed', { field: 'tryOuts' })] : []),
    ...(exit && !asksMeasurements(regulation).value ? [no('programme.exitNotMeasured', { field: 'exit' })] : []),
  ]
}

/** A condition as it is read: under which key it stays the same through versions, and its words. */
export type ConditionSaid = { readonly key: string; readonly text: string }

/** What a version asks, each condition in words: on its page, on paper, in the comparison of two. */
export function conditionsSaid(content: ProgrammeContent): ConditionSaid[] {
  const asked = completionOf(content)
  if (!asked) return []
  const { hours, share, sessions, tryOuts, level, exit } = asked
  const named = (ids: readonly string[], of: readonly { readonly id: string; readonly title: string }[]) =>
    of.filter(({ id }) => ids.includes(id))
  const all = hoursToAttend(content)
  return [
    ...(hours ? [{ key: 'hours', text: `Часов не меньше ${numberOf(hours)} из ${hoursFrom(all)}` }] : []),
    ...(share ? [{ key: 'share', text: `Не меньше ${shareText(share, 100)} часов программы` }] : []),
    ...named(sessions, [...sessionsOf(content), ...tryOutsOf(content)]).map(({ id, title }) => ({
      key: id,
      text: `Обязательно: «${title}»`,
    })),
    ...named(tryOuts, tryOutsOf(content)).map(({ id, title }) => ({ key: `assessed.${id}`, text: tryOutAsked(title, level) })),
    ...(exit ? [{ key: 'exit', text: 'Измерение на выходе тем, кто ведёт стажёра' }] : []),
  ]
}

export const tryOutAsked = (title: string, level: Completion['level']): string =>
  level === 'hidden'
    ? `Проба «${title}» оценена`
    : `Проба «${title}» оценена, и каждый критерий на уровне «${levelWords[level]}» или выше`

const numberOf = (hours: number) => String(hours).replace('.', ',')
const hoursFrom = (hours: number) =>
  Number.isInteger(hours) ? counted(hours, 'часа', 'часов', 'часов') : `${numberOf(hours)} часа`
