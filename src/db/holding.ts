import { AsyncLocalStorage } from 'node:async_hooks'

const holding = new AsyncLocalStorage<true>()

/** Runs what happens inside a transaction, so that everything it calls is known to hold a connection. */
export const whileHolding = <T>(work: () => Promise<T>): Promise<T> => holding.run(true, work)

/**
 * A second connection for one who holds one is a mistake of the program: as many at once as there are connections, and all of them wait for each
 * other until nobody is served.
 */
export function refuseWhileHolding(): void {
  if (holding.getStore()) throw new Error('a second connection was asked for inside an open transaction')
}
