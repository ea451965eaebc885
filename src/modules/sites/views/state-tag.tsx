import type { IconName } from '../../../ui/icon.tsx'
import { StateTag, type Tone } from '../../../ui/tag.tsx'
import type { SiteState } from '../rules.ts'
import { stateWords } from '../texts.ts'

const looks: Readonly<Record<SiteState, readonly [Tone, IconName]>> = {
  notStarted: ['calm', 'next'],
  active: ['ok', 'ok'],
  expiring: ['wait', 'wait'],
  ended: ['calm', 'end'],
  terminated: ['calm', 'cross'],
}

/** The state of a status by icon, word and tint. */
export function SiteStateTag({ state }: { state: SiteState }) {
  const [tone, icon] = looks[state]
  return <StateTag tone={tone} icon={icon} word={stateWords[state]} />
}
