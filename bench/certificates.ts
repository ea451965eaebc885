import { noServices } from '../src/authz/ctx.ts'
import { steadyMs, systemNow } from '../src/kernel/clock.ts'
import type { CertificateRunId } from '../src/kernel/types.ts'
import { issueCompletion, issuePapers } from '../src/modules/certificates/deeds.ts'
import { fileSize } from '../src/modules/certificates/document.ts'
import { issueRest } from '../src/modules/certificates/issuing.ts'
import { paths } from '../src/modules/certificates/paths.ts'
import { aHeldEvent, aPlannedLine, manyFinished, manyPeople } from '../test/factories/certificates.ts'
import { aPlanningSite, mustWork } from '../test/factories/plans.ts'
import { aLearningSite } from '../test/factories/traineeships.ts'
import { luga } from '../test/regulations.ts'
import { atMost, type Figure, mb, ms, toKnow } from './figures.ts'
import type { Bench } from './harness.ts'
import { get } from './load.ts'
import { type Running, startProgram } from './program.ts'
import { sessionOfNew } from './sign-in.ts'

const people = 500
const held = 4

/** Papers for five hundred people who were at four events each: one press, the rest by the queue, then all of them taken from the program to be printed. */
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
  const mastered = await masteredMs(bench)
  const program = await startProgram(bench, 'web')
  try {
    const cookie = await sessionOfNew(bench, program, { territory: site.territory, personId: site.people.head })
    const files = Array.from({ length: people / fileSize }, (_, n) => String(n + 1))
    const at = { territory: site.territory.code, run: runId }
    const taken = await taking(program, async (format) => {
      for (const part of files) await get(program.origin, { path: paths.certificateRunPapers({ ...at, part, format }), cookie })
    })
    return {
      title: `Papers for ${people} people of ${held} events each, in one press`,
      figures: [
        toKnow('the answer to the press', ms(first)),
        toKnow('all issued', ms(issued)),
        atMost(`papers of ${people} who have mastered a programme, all issued`, mastered, 10_000, ms),
        atMost('all issued and drawn as .pdf', issued + taken.pdf, 10_000, ms),
        toKnow('all drawn as .docx besides', ms(taken.docx)),
        toKnow('CPU of the program that draws them, .pdf and .docx', ms(taken.cpu)),
        atMost('memory of the program while they are drawn, at most', taken.memory, 400 * 1024 * 1024, mb),
      ],
    }
  } finally {
    await program.stop()
  }
}

/** How long it takes to give papers to as many who have finished one programme: their conditions are looked at twice, when it is pressed and in their turn. */
async function masteredMs(bench: Bench): Promise<number> {
  const there = await aLearningSite(bench.db, luga, '2021-10-01', () => ({ share: 100 }))
  const { site } = there
  const traineeships = await manyFinished(there, bench.admin, await manyPeople(site, bench.admin, people))
  const head = { ...(await site.as('head', '2021-12-01')), services: noServices }
  const began = steadyMs()
  const runId = mustWork(await issueCompletion.run(head, { id: site.siteId, traineeships })) as CertificateRunId
  await issueRest(bench.db, noServices, { territoryId: site.territory.id, runId }, systemNow())
  return steadyMs() - began
}

/** How long all files of a format take, and how much memory the program has meanwhile. */
async function taking(program: Running, take: (format: string) => Promise<void>) {
  let memory = program.memoryBytes()
  const looking = setInterval(() => {
    memory = Math.max(memory, program.memoryBytes())
  }, 50)
  const began = [steadyMs(), program.cpuMs()] as const
  try {
    await take('pdf')
    const pdf = steadyMs() - began[0]
    await take('docx')
    return { pdf, docx: steadyMs() - began[0] - pdf, cpu: program.cpuMs() - began[1], memory }
  } finally {
    clearInterval(looking)
  }
}
