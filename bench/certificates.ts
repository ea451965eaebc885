import { noServices } from '../src/authz/ctx.ts'
import { render } from '../src/documents/render.ts'
import { steadyMs, systemNow } from '../src/kernel/clock.ts'
import type { CertificateRunId } from '../src/kernel/types.ts'
import { runs } from '../src/modules/certificates/case.ts'
import { issuePapers } from '../src/modules/certificates/deeds.ts'
import { fileSize, runPapers } from '../src/modules/certificates/document.ts'
import { issueRest } from '../src/modules/certificates/issuing.ts'
import { aHeldEvent, aPlannedLine, manyPeople } from '../test/factories/certificates.ts'
import { aPlanningSite, mustWork } from '../test/factories/plans.ts'
import { inScope } from '../test/factory.ts'
import { luga } from '../test/regulations.ts'
import { atMost, type Figure, mb, ms, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'

const people = 500
const held = 4

/** Papers for five hundred people who were at four events each: one press, the rest by the queue, then all of them drawn to be printed. */
export async function benchCertificates(bench: Bench): Promise<{ title: string; figures: Figure[] }> {
  const site = await aPlanningSite(bench.db, luga, '2021-10-01')
  const line = await aPlannedLine(site)
  const who = await manyPeople(site, bench.admin, people)
  for (let n = 0; n < held; n++)
    await aHeldEvent({ site, line, pool: bench.admin }, { day: `2021-10-${10 + n}`, people: who, minutes: 180 })
  const head = await site.as('head', '2021-12-01')
  const began = steadyMs()
  const form = { event: null, startsOn: '2021-09-01', endsOn: '2021-12-01', kind: 'note' as const, people: who }
  const runId = mustWork(
    await issuePapers.run({ ...head, services: noServices }, { id: site.siteId, ...form }),
  ) as CertificateRunId
  const first = steadyMs() - began
  await issueRest(bench.db, noServices, { territoryId: site.territory.id, runId }, systemNow())
  const issued = steadyMs() - began
  const memory = process.memoryUsage().rss
  for (let part = 1; part <= people / fileSize; part++) {
    const doc = await inScope(bench.db, site.territory.id, async (tx) => {
      const opened = await runs.open(tx, head, runId)
      return (
        opened &&
        runPapers(opened, {
          ctx: head,
          tx,
          form: null,
          conflict: false,
          query: {},
          refused: null,
          params: { part: String(part) },
        })
      )
    })
    if (doc) await render(doc, 'pdf')
  }
  return {
    title: `Papers for ${people} people of ${held} events each, in one press`,
    figures: [
      toKnow('the answer to the press', ms(first)),
      atMost('all issued', issued, 10_000, ms),
      toKnow('all issued and drawn to be printed', ms(steadyMs() - began)),
      atMost('memory of the process when issued', memory, 400 * 1024 * 1024, mb),
      toKnow('memory when drawn', mb(process.memoryUsage().rss)),
    ],
  }
}
