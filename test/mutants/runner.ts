import path from 'node:path'
import { createVitest, type TestSpecification } from 'vitest/node'

/**
 * Runs the unit tests nearest to a file whenever it is asked, and answers how they went: those beside the file, else those of the folders
 * below, else of the folder above. It is a process of its own, for a rule that goes round for ever is stopped only together with its process.
 */
const copy = process.cwd()
const file = process.argv[2]!

// Tests run to their end: a run broken off at the first failure may break off the next one too, which then looks as if nothing had failed.
const vitest = await createVitest(
  'test',
  {
    ...{ root: copy, watch: true, project: ['unit'], reporters: [{}], maxWorkers: 1 },
    ...{ isolate: false, pool: 'threads', silent: true },
  },
  // Nobody watches the files: a run begun by the watcher would answer for another mutant.
  { server: { watch: null } },
)
const tests = nearest(await vitest.globTestSpecifications(), path.dirname(file))

export type Outcome = 'green' | 'red' | 'untested'

async function outcome(): Promise<Outcome> {
  if (tests.length === 0) return 'untested'
  vitest.invalidateFile(path.join(copy, file))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(tests)
  return unhandledErrors.length === 0 && testModules.every((one) => one.state() === 'passed') ? 'green' : 'red'
}

function nearest(all: readonly TestSpecification[], folder: string): TestSpecification[] {
  const here = path.join(copy, folder)
  const beside = all.filter(({ moduleId }) => path.dirname(moduleId) === here)
  const own = beside.length > 0 ? beside : all.filter(({ moduleId }) => moduleId.startsWith(`${here}/`))
  return own.length > 0 || path.dirname(folder) === 'src/modules' ? own : nearest(all, path.dirname(folder))
}

process.on('message', async () => process.send!(await outcome()))
process.on('disconnect', () => process.exit())
