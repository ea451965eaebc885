import { setTimeout as sleep } from 'node:timers/promises'

/** Does something at once and then every so many seconds until told to stop. A fault is told and does not end it. */
export function repeating(
  seconds: number,
  work: () => Promise<unknown>,
  onFault: (fault: Error) => void,
): { stop(): Promise<void> } {
  const ending = new AbortController()
  const running = (async () => {
    while (!ending.signal.aborted) {
      await work().catch(onFault)
      await sleep(seconds * 1000, undefined, { signal: ending.signal, ref: false }).catch(() => {})
    }
  })()
  return {
    async stop() {
      ending.abort()
      await running
    },
  }
}
