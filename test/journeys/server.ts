import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

// The built program on an empty demonstration of its own, gone when the journeys are over.
const dataDir = fs.mkdtempSync(path.join(tmpdir(), 'ploshchadka-journeys-'))
fs.chmodSync(dataDir, 0o755)

const main = path.resolve(import.meta.dirname, '../../dist/src/main.js')
const env = { PATH: process.env.PATH, PORT: process.env.PORT, DATA_DIR: dataDir, DEMO: process.env.DEMO }
const program = spawn(process.execPath, ['--enable-source-maps', main, 'start'], { env, stdio: 'inherit' })

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => program.kill(signal))
program.on('exit', (code) => {
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  process.exit(code ?? 1)
})
