import { Worker } from 'node:worker_threads'
import type { Doc } from './model.ts'
import type { Format, RenderAnswer, RenderJob } from './worker.ts'

export type { Format }

/** Why a document did not come: the sender's fault, the template's fault, or the machine's. */
export class RenderError extends Error {
  readonly reason: 'tooLarge' | 'failed' | 'tookTooLong' | 'stopped'

  constructor(reason: RenderError['reason'], message: string) {
    super(message)
    this.name = 'RenderError'
    this.reason = reason
  }
}

interface Waiting {
  job: RenderJob
  milliseconds: number
  resolve: (bytes: Uint8Array) => void
  reject: (error: RenderError) => void
}

interface Current extends Waiting {
  timer: NodeJS.Timeout
}

/** Of the model in JSON: about 18,000 cells of a table, which either renderer sets within the memory given below. */
const mostCharacters = 600_000
const usualTime = 30_000
const memory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 }

// Under tsx and Vitest this file is TypeScript, and so is its neighbour.
const source = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

let worker: Worker | undefined
let current: Current | undefined
let lastId = 0
const queue: Waiting[] = []

/**
 * The document as a file. Documents are rendered one after another in one worker thread, so that neither a long table nor a
 * crash of the renderer holds up the answers to other people.
 */
export function render(doc: Doc, format: Format, milliseconds: number = usualTime): Promise<Uint8Array> {
  if (JSON.stringify(doc).length > mostCharacters) {
    return Promise.reject(new RenderError('tooLarge', `A document may hold ${mostCharacters} characters at most`))
  }
  return new Promise((resolve, reject) => {
    queue.push({ job: { id: ++lastId, doc, format }, milliseconds, resolve, reject })
    startNext()
  })
}

/** Stops the worker. What was waiting is refused; the next call of `render` starts a new one. */
export async function closeRenderer(): Promise<void> {
  const stopped = new RenderError('stopped', 'The renderer was closed')
  for (const waiting of queue.splice(0)) waiting.reject(stopped)
  await dropWorker(stopped)
}

function startNext(): void {
  if (current || queue.length === 0) return
  const next = queue.shift()!
  const tooLong = new RenderError('tookTooLong', `The document took longer than ${next.milliseconds} ms`)
  current = { ...next, timer: setTimeout(() => void dropWorker(tooLong), next.milliseconds) }
  worker ??= startWorker()
  worker.ref()
  worker.postMessage(next.job)
}

function startWorker(): Worker {
  const started = new Worker(source, { resourceLimits: memory })
  started.on('message', (answer: RenderAnswer) => finish(answer))
  // A worker that dies takes only its own document along.
  started.on('error', (error) => started === worker && void dropWorker(new RenderError('failed', error.message)))
  started.on('exit', () => started === worker && void dropWorker(new RenderError('failed', 'The renderer stopped')))
  return started
}

function finish(answer: RenderAnswer): void {
  if (answer.id !== current?.job.id) return
  const done = release()
  if ('bytes' in answer) done?.resolve(answer.bytes)
  else done?.reject(new RenderError('failed', answer.problem))
  // An idle worker does not keep the process alive.
  worker?.unref()
  startNext()
}

function release(): Current | undefined {
  const done = current
  clearTimeout(done?.timer)
  current = undefined
  return done
}

async function dropWorker(error: RenderError): Promise<void> {
  const dropped = worker
  worker = undefined
  release()?.reject(error)
  startNext()
  await dropped?.terminate()
}
