import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Source, writeArchive } from './archive-write.ts'
import { readKey } from './seal.ts'

/** Writes an archive whose second file never ends; started by a test as a process of its own, to be killed. */
const [dir = '', keyFile = ''] = process.argv.slice(2)

async function* endless(): AsyncGenerator<Buffer> {
  for (;;) {
    yield Buffer.alloc(1024 * 1024, 'x')
    await sleep(10)
  }
}
async function* sources(): AsyncGenerator<Source> {
  yield { path: 'endless', open: async () => endless() }
}
process.stdout.write('writing\n')
await writeArchive({ file: path.join(dir, 'one.copy'), key: readKey(keyFile), kind: 'data', takenAt: new Date(0) }, sources())
