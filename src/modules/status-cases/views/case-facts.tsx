import { nb } from '../../../ui/nb.ts'
import { Sheet } from '../../../ui/sheet.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { StateTag } from '../../../ui/tag.tsx'
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
