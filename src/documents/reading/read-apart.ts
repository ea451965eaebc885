import { Worker } from 'node:worker_threads'

/** What a thread has read, or why it has not. */
export type Apart<Read> = Read | 'tooHard' | 'busy' | 'unreadable'

/** What a file may cost. The time counts from when the thread is ready, so that a busy machine does not refuse what is easy to read. */
const mostTime = 2000
const mostStart = 20_000
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }
/** Files that wait for those before them; the last of them waits for some ten seconds. */
const mostWaiting = 5

/** The `worker` beside a file: under tsx and Vitest both are TypeScript. */
export const workerBeside = (url: string): URL => new URL(url.endsWith('.ts') ? './worker.ts' : './worker.js', url)

let last: Promise<unknown> = Promise.resolve()
const waiting = new Set<string>()

/**
 * Takes a .docx apart in a thread of its own, one file at a time and one of each person: a file made to be slow or large holds up nobody for longer than
 * its time. Beyond the time or the memory it is `tooHard`.
 */
export function readApart<Read>(source: URL, sent: unknown, whose: string): Promise<Apart<Read>> {
  if (waiting.has(whose) || waiting.size >= mostWaiting) return Promise.resolve('busy')
  waiting.add(whose)
  const mine = last.then(() => readOnce<Read>(source, sent)).finally(() => waiting.delete(whose))
  last = mine
  return mine
}

function readOnce<Read>(source: URL, sent: unknown): Promise<Apart<Read>> {
  return new Promise((resolve) => {
    const worker = new Worker(source, { resourceLimits: memory })
    let timer = setTimeout(() => end('busy'), mostStart)
    const end = (read: Apart<Read>) => {
      clearTimeout(timer)
      resolve(read)
      void worker.terminate()
    }
    worker.on('message', (message: Apart<Read> | 'ready') => {
      if (message !== 'ready') return end(message)
      clearTimeout(timer)
      timer = setTimeout(() => end('tooHard'), mostTime)
      worker.postMessage(sent)
    })
    worker.on('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooHard' : 'unreadable'),
    )
    worker.on('exit', () => end('unreadable'))
  })
}
