import { Details } from '../../../ui/details.tsx'
import { nb } from '../../../ui/nb.ts'
import { RowList } from '../../../ui/row-list.tsx'
import type { Candidate } from '../assignment-rules.ts'

/** Experts who may not be given an application, each with every reason. */
export function Excluded({ candidates }: { candidates: readonly Candidate[] }) {
  if (candidates.length === 0) return null
  return (
    <div class="pl-gap">
      <Details summary={`Передать нельзя: ${candidates.length}`}>
        <RowList rows={candidates.map(({ expert, against }) => nb(`${expert.name}. ${against.join('. ')}`))} />
      </Details>
    </div>
  )
}
