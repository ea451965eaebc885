/** So many are answered together at most. */
const most = 100

type Waiting<One, Answer> = {
  readonly one: One
  readonly answer: (given: Answer) => void
  readonly fail: (error: unknown) => void
}
type Ways<One, Answer> = {
  /** Who can be answered together. */
  readonly keyOf: (one: One) => string
  readonly alone: (one: One) => Promise<Answer>
  /** An answer to each, in their order. */
  readonly together: (all: readonly [One, ...One[]]) => Promise<readonly Answer[]>
}

/**
 * Who comes first is answered alone and at once. Those who come while others of the same kind are being answered wait, and are then answered together,
 * in the order they came. What goes wrong together is done for each alone, so that nobody has to do with what another one has sent.
 */
export function gathered<One, Answer>({ keyOf, alone, together }: Ways<One, Answer>): (one: One) => Promise<Answer> {
  const lines = new Map<string, Waiting<One, Answer>[]>()
  const answerAlone = ({ one, answer, fail }: Waiting<One, Answer>) => alone(one).then(answer, fail)
  const answerSome = async (some: readonly Waiting<One, Answer>[]): Promise<unknown> => {
    const [first, ...others] = some
    if (!first) return null
    if (others.length === 0) return answerAlone(first)
    try {
      const answers = await together([first.one, ...others.map(({ one }) => one)])
      return some.map(({ answer, fail }, n) => {
        const own = answers[n]
        return own === undefined ? fail(new Error('somebody was left without an answer')) : answer(own)
      })
    } catch {
      return Promise.all(some.map(answerAlone))
    }
  }
  const serve = async (key: string, line: Waiting<One, Answer>[]) => {
    while (line.length > 0) await answerSome(line.splice(0, most))
    lines.delete(key)
  }
  return (one) =>
    new Promise((answer, fail) => {
      const key = keyOf(one)
      const line = lines.get(key)
      if (line) line.push({ one, answer, fail })
      else {
        const fresh = [{ one, answer, fail }]
        lines.set(key, fresh)
        void serve(key, fresh)
      }
    })
}
