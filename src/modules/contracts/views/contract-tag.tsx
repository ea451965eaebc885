import { StateTag, type Tone } from '../../../ui/tag.tsx'
import type { Standing } from '../rules.ts'
import { standingNames } from '../texts.ts'

const tones: Readonly<Record<Standing, Tone>> = {
  draft: 'calm',
  awaitingSignatures: 'wait',
  notBegun: 'ok',
  inForce: 'ok',
  expired: 'late',
  ended: 'calm',
}

/** How a contract stands on a day, as a tag. */
export const ContractTag = ({ standing }: { standing: Standing }) => (
  <StateTag tone={tones[standing]} word={standingNames[standing]} />
)
