import { StateTag, type Tone } from '../../../ui/tag.tsx'
import type { CaseState } from '../machine.ts'
import { stateNames } from '../texts.ts'

const tones: Readonly<Record<CaseState, Tone>> = {
  open: 'now',
  explanationAsked: 'wait',
  proposed: 'wait',
  drafted: 'wait',
  decided: 'ok',
  dropped: 'calm',
}

/** The state of a case as a tag. */
export const CaseTag = ({ state }: { state: CaseState }) => <StateTag tone={tones[state]} word={stateNames[state]} />
