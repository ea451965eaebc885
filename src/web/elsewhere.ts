import type { Context } from 'hono'

/** Thrown out of a page whose transaction has failed: the address means another one. */
export class Elsewhere extends Error {
  readonly to: string
  constructor(to: string) {
    super('the page is at another address')
    this.to = to
  }
}

/** The page, or the way to where it is. */
export const orElsewhere = (c: Context, page: Promise<Response>): Promise<Response> =>
  page.catch((error: unknown) => {
    if (error instanceof Elsewhere) return c.redirect(error.to, 303)
    throw error
  })
