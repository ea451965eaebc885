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

/** When something was asked in a territory: how often anything of it had changed by then, and its day. */
type Moment = { readonly territory: { readonly id: string }; readonly changes: number | null; readonly today: string }

/** Works something out once for as long as nothing of the territory changes and its day is the same. */
export async function whileUnchanged<Value>(
  keeping: Keeping<Value>,
  { territory, changes, today }: Moment,
  what: string,
  work: () => Promise<Value>,
): Promise<Value> {
  if (changes === null) return work()
  const [key, stamp] = [`${territory.id} ${what}`, `${changes} ${today}`]
  const known = keeping.get(key, stamp)
  if (known !== undefined) return known
  const value = await work()
  keeping.set(key, stamp, value)
  return value
}
