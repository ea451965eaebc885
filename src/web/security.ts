import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'

/** What is saved to a file may do nothing at all when a browser opens it after all. */
const policyOfFiles = "default-src 'none'; sandbox"

/** Headers of every response, errors and files included. Nothing inline, nothing foreign. */
export function securityHeaders(https: boolean): MiddlewareHandler {
  const set = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'same-origin',
    strictTransportSecurity: https ? 'max-age=63072000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  })
  return async (c, next) => {
    await set(c, next)
    if (c.res.headers.has('Content-Disposition')) c.res.headers.set('Content-Security-Policy', policyOfFiles)
  }
}

/** Refuses forms sent by pages of other sites; the key in every form is the second belt. */
export function sameOriginOnly(publicOrigin: string): MiddlewareHandler {
  return csrf({
    origin: (origin, c) => origin === publicOrigin || hostOf(origin) === c.req.header('host'),
    secFetchSite: (site) => site === 'same-origin' || site === 'none',
  })
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
