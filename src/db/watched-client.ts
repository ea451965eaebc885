import pg from 'pg'

/** A little longer than the server's own limit of a statement: reached only when the server does not answer at all. */
const silenceMs = 6000

/**
 * A connection that gives up on a server that is there and says nothing (stopped, out of the network). The server's own limits are of no
 * use then; without this one a page would wait for ever, and soon all pages.
 */
export class WatchedClient extends pg.Client {
  override query(...given: unknown[]): never {
    const answer = (super.query as (...all: unknown[]) => unknown).apply(this, given)
    if (answer instanceof Promise) {
      const watch = setTimeout(() => this.hangUp(), silenceMs)
      const stop = () => clearTimeout(watch)
      answer.then(stop, stop)
    }
    return answer as never
  }

  private hangUp(): void {
    const { connection } = this as unknown as { connection: { stream: { destroy(): void } } }
    connection.stream.destroy()
  }
}
