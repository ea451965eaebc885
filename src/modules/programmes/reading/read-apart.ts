import { Worker } from 'node:worker_threads'
import type { ReadFile } from './blocks.ts'

type Read = ReadFile | 'tooLong' | 'unreadable'

const mostTime = 20_000
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

// Under tsx and Vitest this file is TypeScript, and so is its neighbour.
const source = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a .docx in a thread of its own, one file at a time: a file made to be slow or large holds up nobody but its sender. Beyond the time or the memory
 * it is `tooLong`.
 */
export function readApart(bytes: Uint8Array): Promise<Read> {
  const mine = last.then(() => readOnce(bytes))
  last = mine
  return mine
}

function readOnce(bytes: Uint8Array): Promise<Read> {
  return new Promise((resolve) => {
    const worker = new Worker(source, { workerData: bytes, resourceLimits: memory })
    const end = (read: Read) => {
      clearTimeout(timer)
      resolve(read)
      void worker.terminate()
    }
    const timer = setTimeout(() => end('tooLong'), mostTime)
    worker.on('message', (read: Read) => end(read))
    worker.on('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooLong' : 'unreadable'),
    )
    worker.on('exit', () => end('unreadable'))
  })
}
