import { kyselyAdapter } from '@better-auth/kysely-adapter'
import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { betterAuth } from 'better-auth/minimal'
import { z } from 'zod'
import type { Ending, SessionReader } from '../authz/visitor.ts'
import type { Db } from '../db/pool.ts'
import { newId } from '../kernel/ids.ts'
import type { AccountId, Instant } from '../kernel/types.ts'
import { withHashedTokens } from './hashed-tokens.ts'
import { hashPassword, normalPassword, verifyPassword } from './passwords.ts'
import { absoluteSeconds } from './session-rules.ts'
import {
  createEndingReader,
  createEndReader,
  createSessionReader,
  endSession,
  type SessionEnd,
  sessionCookieName,
} from './sessions.ts'

export type AuthOptions = {
  readonly db: Db
  readonly secret: string
  /** The address people type; the library refuses others. */
  readonly origin: string
  readonly secureCookies: boolean
  readonly systemNow: () => Instant
}

/** A session that has just begun: whose it is, and the `Set-Cookie` headers that carry it. */
export type Opened = { readonly accountId: AccountId; readonly cookies: readonly string[] }

export type Auth = {
  readonly readSession: SessionReader
  readonly whyEnded: (headers: Headers) => Promise<Ending | null>
  readonly sessionEnd: (headers: Headers) => Promise<SessionEnd | null>
  /** A new session for whoever knows the password; null otherwise, after the same time for a known and an unknown address. */
  readonly signIn: (given: { email: string; password: string }) => Promise<Opened | null>
  /** A new session without a password: for demonstration and for a used invitation. */
  readonly openSession: (accountId: AccountId) => Promise<Opened>
  /** Ends the session of a request. Gives the `Set-Cookie` headers that forget it. */
  readonly signOut: (headers: Headers) => Promise<readonly string[]>
}

/** Sign-in by e-mail and password on Better Auth: its tables, sessions and cookies behind our own pages. Its HTTP routes are not mounted. */
export function createAuth(options: AuthOptions): Auth {
  const library = betterAuth({
    baseURL: options.origin,
    secret: options.secret,
    database: (given: BetterAuthOptions) => withHashedTokens(kyselyAdapter(options.db, { type: 'postgres' })(given)),
    user: { modelName: 'authUsers' },
    session: { modelName: 'authSessions', expiresIn: absoluteSeconds, disableSessionRefresh: true },
    account: { modelName: 'authCredentials' },
    verification: { modelName: 'authVerifications' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      // The prefix of the name is our own, see sessionCookieName.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: options.secureCookies, httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: { session_token: { name: sessionCookieName(options.secureCookies) } },
      database: { generateId: () => newId(), validateSchema: false },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [sessionsWithoutPassword],
  })

  return {
    readSession: createSessionReader(options),
    whyEnded: createEndingReader(options),
    sessionEnd: createEndReader(options),
    async signIn({ email, password }) {
      try {
        const { headers, response } = await library.api.signInEmail({
          body: { email, password: normalPassword(password) },
          returnHeaders: true,
        })
        return { accountId: response.user.id as AccountId, cookies: headers.getSetCookie() }
      } catch (error) {
        if (error instanceof APIError && (error.statusCode === 400 || error.statusCode === 401)) return null
        throw error
      }
    },
    async openSession(accountId) {
      const { headers } = await library.api.openSession({ body: { accountId }, returnHeaders: true })
      return { accountId, cookies: headers.getSetCookie() }
    },
    signOut: (headers) => endSession(options, headers),
  }
}

const sessionsWithoutPassword = {
  id: 'sessions-without-password',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ accountId: z.string() }) },
      async (endpoint) => {
        const { internalAdapter } = endpoint.context
        const user = await internalAdapter.findUserById(endpoint.body.accountId)
        if (!user) throw new Error('a session for an account that does not exist')
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(endpoint, { session, user })
        return { opened: true }
      },
    ),
  },
} satisfies BetterAuthPlugin
