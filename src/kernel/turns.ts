/** Work of one kind is done one after another; who waits, waits no longer than so long and behind no more than so many. */
export type Turns = {
  /** Does the work when its turn has come; undefined when too many wait before it, or it has waited too long. */
  take<T>(of: string, work: () => Promise<T>): Promise<T | undefined>
}

export function createTurns({ longest, waitMs }: { longest: number; waitMs: number }): Turns {
  const lines = new Map<string, (() => void)[]>()
  return {
    async take(of, work) {
      const line = lines.get(of)
      if (!line) lines.set(of, [])
      else if (line.length >= longest || !(await comes(line, waitMs))) return undefined
      try {
        return await work()
      } finally {
        const next = lines.get(of)?.shift()
        if (next) next()
        else lines.delete(of)
      }
    },
  }
}

function comes(line: (() => void)[], waitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(limit)
      resolve(true)
    }
    const limit = setTimeout(() => {
      line.splice(line.indexOf(go), 1)
      resolve(false)
    }, waitMs)
    line.push(go)
  })
}
