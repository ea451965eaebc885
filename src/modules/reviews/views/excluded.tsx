import { nb, RowList } from '../../../ui/content.ts'
import { Details } from '../../../ui/frame.ts'
import type { Candidate } from '../assignment-rules.ts'
import type { PooledExpert } from '../expert-queries.ts'

/** Experts who may be given an application, to choose from, and those who may not. */
export function divided(candidates: readonly Candidate<PooledExpert>[]) {
  const free = candidates.filter(({ against }) => against.length === 0)
  const about = ({ expert, ownDirection }: Candidate<PooledExpert>) =>
    `${expert.employer}; пишет сейчас: ${expert.openReviews}${ownDirection ? '' : '; другое направление'}`
  return {
    free: free.map((one) => ({ value: one.expert.personId, label: one.expert.name, more: about(one), hint: about(one) })),
    others: candidates.filter(({ against }) => against.length > 0),
  }
}

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
