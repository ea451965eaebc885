import { StateTag, type Tone } from '../../../ui/content.ts'
import type { Outcome } from '../model.ts'
import type { Standing } from '../rules.ts'
import { outcomeNames, stateNames } from '../texts.ts'
import { lateWords } from '../wording.ts'

const tones: Readonly<Record<Standing['state'], Tone>> = {
  none: 'calm',
  draft: 'calm',
  submitted: 'wait',
  returned: 'late',
  accepted: 'ok',
}

/** How a report stands; an overdue one says so first. */
export function ReportTag({ standing }: { standing: Standing }) {
  if (standing.overdue) return <StateTag tone="late" word={`Не сдан, ${lateWords(standing.late)}`} />
  const icon = standing.state === 'draft' ? 'draft' : undefined
  return <StateTag tone={tones[standing.state]} icon={icon} word={stateNames[standing.state]} />
}

const outcomeTones: Readonly<Record<Outcome, Tone>> = { held: 'ok', cancelled: 'calm', notHeld: 'late', ahead: 'calm' }

export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  return <StateTag tone={outcomeTones[outcome]} icon={outcome === 'cancelled' ? 'end' : undefined} word={outcomeNames[outcome]} />
}
