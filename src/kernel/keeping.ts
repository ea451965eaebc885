import { steadyMs } from './clock.ts'

/** Something worked out once and good for as long as its stamp stands. */
export type Keeping<Value> = {
  get(key: string, stamp: string): Value | undefined
  set(key: string, stamp: string, value: Value): void
}

/** Keeps answers in this process, at most so heavy all together and for so long; what has not been asked for longest goes first. */
export function createKeeping<Value>(given: {
  readonly heaviest: number
  readonly forMs: number
  readonly weightOf: (value: Value) => number
  readonly clock?: () => number
}): Keeping<Value> {
  const { heaviest, forMs, weightOf, clock = steadyMs } = given
  const kept = new Map<string, { stamp: string; until: number; value: Value }>()
  let weight = 0
  const drop = (key: string) => {
    const known = kept.get(key)
    if (known) weight -= weightOf(known.value)
    kept.delete(key)
  }
  return {
    get(key, stamp) {
      const known = kept.get(key)
      if (!known) return undefined
      if (known.stamp !== stamp || known.until <= clock()) return void drop(key)
      kept.delete(key)
      kept.set(key, known)
      return known.value
    },
    set(key, stamp, value) {
      drop(key)
      kept.set(key, { stamp, until: clock() + forMs, value })
      weight += weightOf(value)
      for (const oldest of kept.keys()) {
        if (weight <= heaviest) break
        drop(oldest)
      }
    },
  }
}
