import { nb, StateTag, SummaryList } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import type { CaseFact } from '../sheet-queries.ts'

/** Facts of the registers beside a wish; what speaks against it is marked in words. */
export function CaseFacts({ title, facts }: { title: string; facts: readonly CaseFact[] }) {
  return (
    <Sheet title={title}>
      <SummaryList
        rows={facts.map(({ name, value, warns }) => ({
          key: name,
          value: warns ? (
            <>
              {nb(value)} <StateTag tone="late" word="обратите внимание" />
            </>
          ) : (
            nb(value)
          ),
        }))}
      />
    </Sheet>
  )
}
