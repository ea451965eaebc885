import type pg from 'pg'
import { nameOf, PreparingClient } from './prepared-statements.ts'
import { asOne, type Field, maySharePath, rowsOf } from './together.ts'

/** How a transaction begins that only reads: what is asked inside it may be asked together. */
export const beginsReading = 'start transaction read only'

type Answer = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>
type Asked = {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** The columns of what has been asked before, by the name of the question; null for what cannot travel with others. */
const columns = new Map<string, readonly Field[] | null>()

/** So many groups of questions have a name at most: each connection keeps what has one. */
const mostGroups = 500
const groups = new Map<string, { readonly name: string; readonly text: string }>()

function groupOf(questions: readonly Asked[]): { readonly name: string; readonly text: string } {
  const key = questions.map(({ name }) => name).join(' ')
  const group = groups.get(key) ?? { name: groups.size < mostGroups ? `g${groups.size}` : '', text: asOne(questions) }
  if (group.name) groups.set(key, group)
  return group
}

class TransactionOver extends Error {
  constructor() {
    super('something was asked in a transaction that is over')
  }
}

/**
 * In a transaction that only reads, what is asked at once (`Promise.all`) becomes one statement: a page costs what its statements cost. A question
 * goes alone until the columns of its answer are known.
 */
export class GatheringClient extends PreparingClient {
  /** What waits to be sent; null outside of such a transaction. */
  #asked: Asked[] | null = null
  #before: Promise<unknown> = Promise.resolve()

  override query(...given: unknown[]): never {
    const [text, values, ...more] = given
    if (text === beginsReading) this.#asked = []
    else if (this.#asked === null) return super.query(...given)
    else if (text === 'commit' || text === 'rollback') this.#stop()
    else if (typeof text === 'string' && Array.isArray(values) && more.length === 0) {
      const name = nameOf(text, values)
      if (name) return this.#gather(name, text, values) as never
    }
    return this.#inTurn(() => super.query(...given) as Promise<Answer>) as never
  }

  /** Whoever asks is answered together with all who ask before the program has to wait for something. */
  #gather(name: string, text: string, values: readonly unknown[]): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const asked = this.#asked!
    asked.push({ name, text, values, resolve, reject })
    if (asked.length === 1) process.nextTick(() => this.#send(asked))
    return promise
  }

  #send(asked: Asked[]): void {
    const questions = asked.splice(0)
    const shared = questions.filter(({ name }) => columns.get(name))
    const group = shared.length > 1 ? shared : []
    const ask = (work: () => Promise<void>) =>
      this.#inTurn(() => (this.#asked === asked ? work() : Promise.reject(new TransactionOver())))
    for (const one of questions.filter((each) => !group.includes(each)))
      ask(async () => one.resolve(await this.#alone(one))).catch(one.reject)
    if (group.length > 0)
      ask(() => this.#together(group)).catch((error: unknown) => {
        for (const { reject } of group) reject(error)
      })
  }

  async #alone({ name, text, values }: Asked): Promise<Answer> {
    const answer = (await this.prepared({ name, text, values })) as pg.QueryResult
    if (!columns.has(name)) columns.set(name, maySharePath({ text, fields: answer.fields }) ? answer.fields : null)
    return answer
  }

  async #together(group: readonly Asked[]): Promise<void> {
    const { name, text } = groupOf(group)
    const values = group.flatMap((one) => one.values)
    const answer = (await (name ? this.prepared({ name, text, values }) : super.query(text, values))) as pg.QueryResult
    const answers = answer.rows[0].answers
    for (const [n, { name, resolve }] of group.entries()) {
      const rows = rowsOf({ fields: columns.get(name)! }, answers[n])
      resolve({ command: 'SELECT', rowCount: rows.length, rows: rows as unknown[] })
    }
  }

  /** One after another, as the server takes them. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#before.then(work)
    this.#before = done.catch(() => {})
    return done
  }

  #stop(): void {
    for (const { reject } of this.#asked?.splice(0) ?? []) reject(new TransactionOver())
    this.#asked = null
  }
}
