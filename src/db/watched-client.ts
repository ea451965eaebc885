import net from 'node:net'
import pg from 'pg'

/**
 * After so long without an answer the server is asked whether it is there at all; a slow query is no reason to give up. Together with what it takes
 * to say so, both stay below the two seconds in which a person is told.
 */
const silenceMs = 800
const askingMs = 600
/** A little longer than the server's own limit of a statement: a connection lost on the way is given up even though the server is there. */
const mostMs = 6000

/**
 * A connection that gives up on a server that is there and says nothing (stopped, out of the network). The server's own limits are of no
 * use then; without this one a page would wait for ever, and soon all pages. Says `silent` when it does.
 */
export class WatchedClient extends pg.Client {
  override query(...given: unknown[]): never {
    const answer = (super.query as (...all: unknown[]) => unknown).apply(this, given)
    if (answer instanceof Promise) {
      let watch = setTimeout(() => void listen(silenceMs), silenceMs)
      const listen = async (passedMs: number): Promise<void> => {
        watch = setTimeout(() => void listen(passedMs + silenceMs), silenceMs)
        if (passedMs < mostMs && (await isThere(this))) return
        // What came while the program itself was busy is read before anything is given up.
        if (watching) setImmediate(() => watching && this.hangUp())
      }
      let watching = true
      const stop = () => {
        watching = false
        clearTimeout(watch)
      }
      answer.then(stop, stop)
    }
    return answer as never
  }

  private hangUp(): void {
    const { connection } = this as unknown as { connection: { stream: { destroy(): void } } }
    connection.stream.destroy()
    this.emit('silent')
  }
}

const asked = new Map<string, Promise<boolean>>()

/** Whether a server says anything; all connections to it that wonder at the same time ask once. */
function isThere({ host, port }: pg.Client): Promise<boolean> {
  const where = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port }
  const key = `${host} ${port}`
  const asking = asked.get(key) ?? ask(where).finally(() => asked.delete(key))
  asked.set(key, asking)
  return asking
}

/** The question whether it speaks TLS: answered with one letter before anybody has said who they are. */
const speaksTls = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

function ask(where: net.NetConnectOpts): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(where, () => socket.write(speaksTls))
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    const limit = setTimeout(() => setImmediate(end, false), askingMs)
    socket
      .once('data', () => end(true))
      .once('error', () => end(false))
      .once('close', () => clearTimeout(limit))
  })
}
