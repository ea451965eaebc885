import type { Context } from 'hono'
import { localPath } from '../kernel/local-path.ts'
import { parseVision, serialiseVision, visionCookie } from '../ui/vision.ts'

const year = 365 * 24 * 3600

/** Keeps how a person wants to see the pages in a cookie and leads back to the page they came from. */
export function chooseVision(secure: boolean): (c: Context) => Response {
  return (c) => {
    const settings = encodeURIComponent(serialiseVision(parseVision(c.req.query('set'))))
    c.header(
      'Set-Cookie',
      `${visionCookie}=${settings}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`,
    )
    c.header('Cache-Control', 'no-store')
    return c.redirect(localPath(c.req.query('back')) ?? '/', 303)
  }
}
