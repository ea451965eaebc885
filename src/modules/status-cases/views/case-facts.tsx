import type { CaseShown } from '../../../kit/case-page.tsx'
import type { ThingRequest } from '../../../kit/thing.ts'
import { nb, StateTag, SummaryList } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { standingSite } from '../../sites/standing-queries.ts'
import type { OpenCase } from '../case.ts'
import { evidenceOfCase, mismatchOf } from '../evidence-queries.ts'
import { type CaseFact, extensionFacts } from '../sheet-queries.ts'

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

/** What the page of a case shows besides the case itself. */
export async function loadCase({ one, site }: OpenCase, { ctx, tx }: ThingRequest) {
  const evidence = await evidenceOfCase(tx, ctx, one.id)
  const people = [one.startedBy, one.explainedBy, one.submittedBy, ...evidence.map((item) => item.addedBy)]
  const heir = one.attachToSiteId === null ? null : await standingSite(tx, ctx, one.attachToSiteId)
  return {
    evidence,
    nameOf: await initialsOf(tx, ctx, people),
    mismatch: one.kind === 'termination' ? await mismatchOf(tx, ctx, site.id) : [],
    facts: one.kind === 'extension' ? await extensionFacts(tx, ctx, site, one.onDay) : [],
    heirName: heir?.name ?? null,
  }
}

/** Everything the page of a case is made from. */
export type ShownCase = CaseShown<OpenCase, Awaited<ReturnType<typeof loadCase>>>
