import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createVitest, type TestSpecification } from 'vitest/node'
import { mutantsOf } from './mutants.ts'

/**
 * Turns every operator of the named files round, one at a time, in a copy of the program, and runs the unit tests nearest to the file: those
 * beside it, else those of the folders below, else of the folder above.
 */
const root = path.resolve(import.meta.dirname, '../..')
const copy = fs.mkdtempSync(path.join(tmpdir(), 'mutants-'))
process.on('exit', () => fs.rmSync(copy, { recursive: true, force: true }))
for (const name of ['src', 'territories', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
  fs.cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
process.chdir(copy)

const named = process.argv.slice(2)
const files = named.length > 0 ? named : fs.globSync('src/{accounts,modules,kit}/**/*{rules,checks,guard}.ts').sort()

/** A runner of its own for each file: one that has seen a rule of another file turned round may go on believing it. */
async function runnerFor(file: string) {
  const vitest = await createVitest(
    'test',
    {
      ...{ root: copy, watch: true, project: ['unit'], reporters: [{}], bail: 1, maxWorkers: 1 },
      ...{ isolate: false, pool: 'threads', silent: true },
    },
    // Nobody watches the files: a run begun by the watcher would answer for another mutant.
    { server: { watch: null } },
  )
  const tests = nearest(await vitest.globTestSpecifications(), path.dirname(file))
  const isGreen = async (): Promise<boolean> => {
    vitest.invalidateFile(path.join(copy, file))
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(tests)
    return unhandledErrors.length === 0 && testModules.every((one) => one.ok())
  }
  return { tests, isGreen, close: () => vitest.close() }
}

function nearest(all: readonly TestSpecification[], folder: string): TestSpecification[] {
  const here = path.join(copy, folder)
  const beside = all.filter(({ moduleId }) => path.dirname(moduleId) === here)
  const own = beside.length > 0 ? beside : all.filter(({ moduleId }) => moduleId.startsWith(`${here}/`))
  return own.length > 0 || path.dirname(folder) === 'src/modules' ? own : nearest(all, path.dirname(folder))
}

let [turned, survivors] = [0, 0]
for (const file of files) {
  const { tests, isGreen, close } = await runnerFor(file)
  const source = fs.readFileSync(file, 'utf8')
  const mutants = mutantsOf(source)
  turned += mutants.length
  if (tests.length === 0 || !(await isGreen())) {
    console.log(`${file}: ${tests.length === 0 ? 'no unit test near it' : 'red before anything is turned round'}`)
    survivors += mutants.length
  } else {
    const alive = []
    for (const mutant of mutants) {
      fs.writeFileSync(file, mutant.text)
      if (await isGreen()) alive.push(`  line ${mutant.line}: ${mutant.was.trim()} → ${mutant.is.trim()}`)
    }
    fs.writeFileSync(file, source)
    survivors += alive.length
    console.log([`${file}: ${mutants.length - alive.length} of ${mutants.length} are noticed`, ...alive].join('\n'))
  }
  await close()
}
console.log(`${turned} turned round, ${survivors} survived`)
process.exit(survivors > 0 ? 1 : 0)
