import { no, type RuleRefusal } from '../../kernel/result.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { asksMeasurements, asksTryOuts } from '../../regulation/work/questions.ts'
import { hoursText, numberText } from './hours-rules.ts'
import { type Level, levelWords } from './level-rules.ts'
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

/** A condition as it is read: under which key it stays the same through versions, what it is about, and its words. */
export type ConditionSaid = { readonly key: string; readonly text: string } & (
  | { readonly kind: 'hours' | 'share'; readonly least: number }
  | { readonly kind: 'session'; readonly id: string }
  | { readonly kind: 'tryOut'; readonly id: string; readonly level: Level }
  | { readonly kind: 'exit' }
)

/** What a version asks, each condition in words: on its page, on paper, in the comparison of two, to a trainee. */
export function conditionsSaid(content: ProgrammeContent): ConditionSaid[] {
  const asked = completionOf(content)
  if (!asked) return []
  const { hours, share, sessions, tryOuts, level, exit } = asked
  const all = numberText(hoursToAttend(content))
  const said: ConditionSaid[] = []
  if (hours) said.push({ key: 'hours', kind: 'hours', least: hours, text: `Часов не меньше ${numberText(hours)} из ${all}` })
  if (share) {
    const text = `Не меньше ${share} % часов программы, это ${numberText((share * hoursToAttend(content)) / 100)} из ${all}`
    said.push({ key: 'share', kind: 'share', least: share, text })
  }
  for (const { id, title } of sessionsOf(content))
    if (sessions.includes(id)) said.push({ key: id, kind: 'session', id, text: `Занятие ${named(title)} проведено` })
  for (const { id, title } of tryOutsOf(content)) {
    if (sessions.includes(id)) said.push({ key: id, kind: 'session', id, text: `Проба ${named(title)} проведена` })
    const text = `Проба ${named(title)} оценена${level === 'hidden' ? '' : `, и каждый критерий на уровне «${levelWords[level]}» или выше`}`
    if (tryOuts.includes(id)) said.push({ key: `assessed.${id}`, kind: 'tryOut', id, level, text })
  }
  if (exit) said.push({ key: 'exit', kind: 'exit', text: 'Измерение на выходе тем, кто ведёт стажёра' })
  return said
}

const named = (title: string) => (title === '' ? 'без названия' : `«${title}»`)
