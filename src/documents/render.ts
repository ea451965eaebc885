import { Worker } from 'node:worker_threads'
import type { Doc } from './model.ts'
import type { Format, RenderAnswer, RenderJob } from './worker.ts'

export type { Format }

/** Why a document did not come: the sender's fault, the template's fault, or the machine's. */
export class RenderError extends Error {
  readonly reason: 'tooLarge' | 'failed' | 'tookTooLong' | 'stopped' | 'busy'

  constructor(reason: RenderError['reason'], message: string) {
    super(message)
    this.name = 'RenderError'
    this.reason = reason
  }
}

interface Waiting {
  job: RenderJob
  whose: string
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
/** A renderer nobody has asked for so long gives its memory back: fonts and the setter take about a third of the program's. */
const idleTime = 15_000
const memory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 8 }

// Under tsx and Vitest this file is TypeScript, and so is its neighbour.
const source = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

let worker: Worker | undefined
let current: Current | undefined
let rest: NodeJS.Timeout | undefined
let lastId = 0
/** What waits, by who waits for it: each has a turn after the other. */
const queue = new Map<string, Waiting[]>()
/** So many papers one person may wait for (strangers together are one), and all people. */
const mostOfOne = 8
const mostOfAll = 40
const waitingCount = () => [...queue.values()].reduce((sum, { length }) => sum + length, 0)

/** The program itself, which waits for one paper after another. */
const itself = ''
type Asked = { readonly milliseconds?: number; readonly whose?: string }

/**
 * The document as a file. Documents are rendered one after another in one worker thread, so that neither a long table nor a
 * crash of the renderer holds up the answers to other people; nobody's papers hold up those of others for more than one. `busy` when too many wait.
 */
export function render(doc: Doc, format: Format, { milliseconds = usualTime, whose = itself }: Asked = {}): Promise<Uint8Array> {
  if (JSON.stringify(doc).length > mostCharacters) {
    return Promise.reject(new RenderError('tooLarge', `A document may hold ${mostCharacters} characters at most`))
  }
  const own = queue.get(whose) ?? []
  if (whose !== itself && (own.length >= mostOfOne || waitingCount() >= mostOfAll))
    return Promise.reject(new RenderError('busy', 'Too many documents wait to be rendered'))
  return new Promise((resolve, reject) => {
    own.push({ job: { id: ++lastId, doc, format }, whose, milliseconds, resolve, reject })
    queue.set(whose, own)
    startNext()
  })
}

/** Stops the worker. What was waiting is refused; the next call of `render` starts a new one. */
export async function closeRenderer(): Promise<void> {
  const stopped = new RenderError('stopped', 'The renderer was closed')
  const all = [...queue.values()].flat()
  queue.clear()
  for (const waiting of all) waiting.reject(stopped)
  await dropWorker(stopped)
}

function startNext(): void {
  const next = current ? undefined : takeNext()
  if (!next) return
  clearTimeout(rest)
  const tooLong = new RenderError('tookTooLong', `The document took longer than ${next.milliseconds} ms`)
  current = { ...next, timer: setTimeout(() => void dropWorker(tooLong), next.milliseconds) }
  worker ??= startWorker()
  worker.ref()
  worker.postMessage(next.job)
}

/** The first paper of whoever was served longest ago. */
function takeNext(): Waiting | undefined {
  const [own] = queue.values()
  const next = own?.shift()
  if (!own || !next) return undefined
  queue.delete(next.whose)
  if (own.length > 0) queue.set(next.whose, own)
  return next
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
  rest = setTimeout(() => void dropWorker(new RenderError('stopped', 'The renderer rests')), idleTime).unref()
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
