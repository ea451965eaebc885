import { steadyMs } from '../kernel/clock.ts'

export type Lifecycle = {
  /** Registers what must be undone at the end; the last registered is undone first. */
  onStop(name: string, stop: () => Promise<unknown>): void
  /** Undoes everything once and ends the process. */
  stop(exitCode: number): Promise<void>
}

type Options = {
  /** Where to tell what happens; one line each. */
  log: (line: string) => void
  exit?: (code: number) => void
  /** How long one step may take before the next one begins without it. */
  stepMs?: number
}

/** The order in which a process ends. A step that fails or hangs does not keep the next ones from being done. */
export function createLifecycle({ log, exit = process.exit, stepMs = 30_000 }: Options): Lifecycle {
  const steps: { name: string; stop: () => Promise<unknown> }[] = []
  let ending: Promise<void> | undefined

  async function end(exitCode: number): Promise<void> {
    const began = steadyMs()
    const anything = steps.length > 0
    for (let step = steps.pop(); step; step = steps.pop()) {
      const failure = await within(stepMs, step.stop)
      if (failure) log(`Не удалось остановить «${step.name}»: ${failure}.`)
    }
    if (anything) log(`Остановлено за ${((steadyMs() - began) / 1000).toFixed(1).replace('.', ',')} с.`)
    exit(exitCode)
  }

  return {
    onStop: (name, stop) => void steps.push({ name, stop }),
    stop: (exitCode) => (ending ??= end(exitCode)),
  }
}

async function within(limitMs: number, work: () => Promise<unknown>): Promise<string | null> {
  const late = Symbol('late')
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<symbol>((resolve) => {
    timer = setTimeout(() => resolve(late), limitMs)
  })
  try {
    return (await Promise.race([work(), limit])) === late ? `прошло больше ${Math.round(limitMs / 1000)} с` : null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Ctrl-C and a polite kill end the process in order, after what is being started has been; a second Ctrl-C ends it at once.
 * A bug that nobody caught ends it in order too, as a failure.
 */
export function endOnSignals(lifecycle: Lifecycle, log: (line: string) => void, started: Promise<unknown>): void {
  let asked = false
  const polite = (): void => {
    if (asked) process.exit(130)
    asked = true
    log('Останавливаемся…')
    const stop = () => lifecycle.stop(0)
    void started.then(stop, () => {}) // a start that failed stops by itself
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, polite)

  const fault = (error: unknown): void => {
    log(`Ошибка программы, останавливаемся: ${error instanceof Error ? error.stack : String(error)}`)
    void lifecycle.stop(1)
  }
  process.on('unhandledRejection', fault)
  process.on('uncaughtException', fault)
}
