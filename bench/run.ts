import path from 'node:path'
import { modules } from '../src/app/modules.ts'
import { keepFilesIn } from '../src/files/store.ts'
import { install } from '../src/kit/install.ts'
import { benchBesideBare } from './beside-bare.ts'
import { benchCertificates } from './certificates.ts'
import { benchCopy } from './copy.ts'
import { calibrate, tableOf, toKnow } from './figures.ts'
import { benchFiles } from './files.ts'
import { fillCountry } from './fill/country.ts'
import { withBench } from './harness.ts'
import { benchKilled } from './killed.ts'
import { benchLearning } from './learning.ts'
import { benchMap } from './map.ts'
import { benchMemory } from './memory.ts'
import { benchPapers } from './papers.ts'
import { benchRegion } from './region.ts'
import { benchRegister } from './register.ts'
import { benchRegulation } from './regulation.ts'
import { benchReviewSummary } from './review-summary.ts'
import { benchRush } from './rush.ts'
import { benchSigning } from './signing.ts'
import { benchStart } from './start.ts'
import { benchStrangers } from './strangers.ts'
import { benchSubmission } from './submission.ts'
import { benchWorkingPages } from './working-pages.ts'

install(modules)

/** In this order: the database is filled once, and the start and the copy come when it is as loaded as it gets. */
const benches = {
  register: benchRegister,
  strangers: benchStrangers,
  'working-pages': benchWorkingPages,
  'beside-bare': benchBesideBare,
  region: benchRegion,
  papers: benchPapers,
  files: benchFiles,
  signing: benchSigning,
  submission: benchSubmission,
  certificates: benchCertificates,
  'review-summary': benchReviewSummary,
  regulation: benchRegulation,
  start: benchStart,
  killed: benchKilled,
  memory: benchMemory,
  copy: benchCopy,
  learning: benchLearning,
  rush: benchRush,
  map: benchMap,
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(benches, name))
if (unknown) throw new Error(`no bench named ${unknown}; there are: ${Object.keys(benches).join(', ')}`)

await withBench(async (bench) => {
  keepFilesIn(path.join(bench.dataDir, 'files'))
  const unit = calibrate()
  console.log(tableOf('Calibration', [toKnow('CPU of the fixed task', `${unit.toFixed(0)} ms`)]))
  await fillCountry(bench)
  let missed = 0
  for (const [name, run] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const { title, figures } = await run(bench)
    console.log(tableOf(title, figures))
    missed += figures.filter((figure) => figure.holds === false).length
  }
  console.log(`${missed} targets missed`)
  process.exitCode = missed === 0 ? 0 : 1
})
