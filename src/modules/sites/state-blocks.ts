import type { IconName, Tone } from '../../ui/content.ts'
import { stateWords } from './naming-rules.ts'
import type { SiteState } from './rules.ts'

const looks: Readonly<Record<SiteState, readonly [Tone, IconName]>> = {
  notStarted: ['calm', 'next'],
  active: ['ok', 'ok'],
  expiring: ['wait', 'wait'],
  suspended: ['late', 'end'],
  ended: ['calm', 'end'],
  terminated: ['calm', 'cross'],
}

/** The state of a status as a tag: tint, icon, word. */
export function stateTag(state: SiteState): { tone: Tone; icon: IconName; word: string } {
  const [tone, icon] = looks[state]
  return { tone, icon, word: stateWords[state] }
}
