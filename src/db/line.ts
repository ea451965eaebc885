import { AsyncLocalStorage } from 'node:async_hooks'

/** There is no room in the line any more: better told at once than after a long wait. */
export class LineFull extends Error {
  readonly code = 'ELINEFULL'
  constructor() {
    super('too many wait for the database already')
  }
}

const turns = new AsyncLocalStorage<{ served: boolean }>()

/** Marks everything `work` does as one request, which waits in the line for its first connection only as one of so many. */
export const oneTurn = <T>(work: () => T): T => turns.run({ served: false }, work)

type Waiting = { readonly go: () => void; readonly giveUp: (error: unknown) => void }

/** The line before the pool: so many places, so many who may wait for one. */
export type Line = {
  /** Resolves when there is a place. A request that has been served once goes before new ones and is never turned away; so is a job. */
  enter(): Promise<void>
  leave(): void
  /** Tells everybody who waits that there is nothing to wait for. */
  giveUp(error: unknown): void
}

export function createLine({ places, longest }: { places: number; longest: number }): Line {
  let free = places
  const fresh: Waiting[] = []
  const served: Waiting[] = []
  return {
    async enter() {
      const turn = turns.getStore() ?? { served: true }
      const line = turn.served ? served : fresh
      if (free > 0) free--
      else if (!turn.served && line.length >= longest) throw new LineFull()
      else await new Promise<void>((go, giveUp) => line.push({ go, giveUp }))
      turn.served = true
    },
    leave() {
      const next = served.shift() ?? fresh.shift()
      if (next) next.go()
      else free++
    },
    giveUp(error) {
      for (const { giveUp } of [...served.splice(0), ...fresh.splice(0)]) giveUp(error)
    },
  }
}
