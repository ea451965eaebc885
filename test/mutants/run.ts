import { fork } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mutantsOf } from './mutants.ts'
import type { Outcome } from './runner.ts'

/** Turns every operator of the named files round, one at a time, in a copy of the program, and runs the unit tests nearest to the file. */
const root = path.resolve(import.meta.dirname, '../..')
const copy = fs.mkdtempSync(path.join(tmpdir(), 'mutants-'))
process.on('exit', () => fs.rmSync(copy, { recursive: true, force: true }))
for (const name of ['src', 'territories', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
  fs.cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
process.chdir(copy)

const named = process.argv.slice(2)
const files = named.length > 0 ? named : fs.globSync('src/{accounts,modules,kit}/**/*{rules,checks,guard}.ts').sort()

/** A mutant that has not answered by then goes round for ever; that is noticed. */
const limit = 60_000

/** A runner of its own for each file: one that has seen a rule of another file turned round may go on believing it. */
function runnerFor(file: string) {
  const start = () => fork(path.join(import.meta.dirname, 'runner.ts'), [file], { cwd: copy })
  let runner = start()
  const outcome = async (): Promise<Outcome | 'endless'> => {
    const answer = new Promise<Outcome | 'endless'>((resolve) => {
      const timer = setTimeout(() => resolve('endless'), limit)
      const settle = (given: Outcome | 'endless') => {
        clearTimeout(timer)
        resolve(given)
      }
      runner.once('message', (given) => settle(given as Outcome))
      // A rule that fills the memory takes the process with it.
      runner.once('exit', () => settle('endless'))
    })
    runner.send('run')
    const given = await answer
    runner.removeAllListeners('message').removeAllListeners('exit')
    if (given === 'endless') {
      runner.kill('SIGKILL')
      runner = start()
    }
    return given
  }
  return { outcome, close: () => runner.kill('SIGKILL') }
}

let [turned, survivors] = [0, 0]
for (const file of files) {
  const { outcome, close } = runnerFor(file)
  const source = fs.readFileSync(file, 'utf8')
  const mutants = mutantsOf(source)
  turned += mutants.length
  const before = await outcome()
  if (before !== 'green') {
    console.log(`${file}: ${before === 'untested' ? 'no unit test near it' : 'red before anything is turned round'}`)
    survivors += mutants.length
  } else {
    const alive = []
    for (const mutant of mutants) {
      fs.writeFileSync(file, mutant.text)
      if ((await outcome()) === 'green') alive.push(`  line ${mutant.line}: ${mutant.was.trim()} → ${mutant.is.trim()}`)
    }
    fs.writeFileSync(file, source)
    survivors += alive.length
    console.log([`${file}: ${mutants.length - alive.length} of ${mutants.length} are noticed`, ...alive].join('\n'))
  }
  close()
}
console.log(`${turned} turned round, ${survivors} survived`)
process.exit(survivors > 0 ? 1 : 0)
