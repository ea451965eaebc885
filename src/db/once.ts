import type { Tx } from './pool.ts'

const kept = new WeakMap<Tx, Map<string, Promise<unknown>>>()

/** From now on answers given in this transaction may be given again: for one that only reads. */
export const keepAnswers = (tx: Tx): void => void kept.set(tx, new Map())

/** Asks once in a page, however many parts of it want to know; in a transaction that writes, each time. */
export function once<T>(tx: Tx, question: string, ask: () => Promise<T>): Promise<T> {
  const answers = kept.get(tx)
  if (!answers) return ask()
  const known = answers.get(question) ?? ask()
  answers.set(question, known)
  return known as Promise<T>
}
