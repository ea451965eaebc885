import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createVitest, type TestSpecification } from 'vitest/node'
import { mutantsOf } from './mutants.ts'

/** Turns every operator of the named files round, one at a time, in a copy of the program, and runs the unit tests of the same folder. */
const root = path.resolve(import.meta.dirname, '../..')
const copy = fs.mkdtempSync(path.join(tmpdir(), 'mutants-'))
process.on('exit', () => fs.rmSync(copy, { recursive: true, force: true }))
for (const name of ['src', 'territories', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
  fs.cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
process.chdir(copy)

const named = process.argv.slice(2)
const files = named.length > 0 ? named : fs.globSync('src/**/*{rules,checks}.ts').sort()
const vitest = await createVitest('test', {
  ...{ root: copy, watch: true, project: ['unit'], reporters: [{}], bail: 1, maxWorkers: 1 },
  ...{ isolate: false, pool: 'threads', silent: true },
})
const all = await vitest.globTestSpecifications()

async function isGreen(file: string, tests: TestSpecification[]): Promise<boolean> {
  vitest.invalidateFile(path.join(copy, file))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(tests)
  return unhandledErrors.length === 0 && testModules.every((one) => one.ok())
}

let survivors = 0
for (const file of files) {
  const tests = all.filter(({ moduleId }) => moduleId.startsWith(`${path.dirname(path.join(copy, file))}/`))
  const source = fs.readFileSync(file, 'utf8')
  const mutants = mutantsOf(source)
  if (tests.length === 0 || !(await isGreen(file, tests))) {
    console.log(`${file}: ${tests.length === 0 ? 'no unit test in its folder' : 'red before anything is turned round'}`)
    survivors += mutants.length
    continue
  }
  const alive = []
  for (const mutant of mutants) {
    fs.writeFileSync(file, mutant.text)
    if (await isGreen(file, tests)) alive.push(`  line ${mutant.line}: ${mutant.was.trim()} → ${mutant.is.trim()}`)
  }
  fs.writeFileSync(file, source)
  vitest.invalidateFile(path.join(copy, file))
  survivors += alive.length
  console.log([`${file}: ${mutants.length - alive.length} of ${mutants.length} are noticed`, ...alive].join('\n'))
}
console.log(`${survivors} survived`)
process.exit(survivors > 0 ? 1 : 0)
