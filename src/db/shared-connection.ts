import { type ConnectionProvider, type DatabaseConnection, DummyDriver, PostgresDialect, Transaction } from 'kysely'
import type { Tx } from './pool.ts'

/** Gives the connection of a transaction to whoever asks, also while others wait for its answer, until the transaction is over. */
class SharedConnection implements ConnectionProvider {
  #connection: DatabaseConnection | null
  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }

  async provideConnection<T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    if (!this.#connection) throw new Error('something was asked in a transaction that is over')
    return consumer(this.#connection)
  }

  end(): void {
    this.#connection = null
  }
}

const unused = new PostgresDialect({ pool: () => Promise.reject(new Error('a transaction opens nothing')) })

/** The transaction as one in which several may ask at once. Nothing can be asked through it afterwards: its connection is another's by then. */
export function sharing<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const executor = tx.getExecutor()
  return executor.provideConnection(async (connection) => {
    const shared = new SharedConnection(connection)
    const props = { config: { dialect: unused }, dialect: unused, driver: new DummyDriver() }
    try {
      return await work(new Transaction({ ...props, executor: executor.withConnectionProvider(shared) }))
    } finally {
      shared.end()
    }
  })
}
