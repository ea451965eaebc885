import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Ending, SessionReader } from '../authz/visitor.ts'
import type { Db } from '../db/pool.ts'
import { cookieValue } from '../kernel/cookies.ts'
import type { AccountId, Instant } from '../kernel/types.ts'
import { tokenHash } from './hashed-tokens.ts'
import { before, endOf, idleSeconds, noteUseSeconds } from './session-rules.ts'

type Keeping = { readonly db: Db; readonly secret: string; readonly secureCookies: boolean; readonly systemNow: () => Instant }

/** `__Host-` binds the cookie to this very host; browsers take it over https only. */
export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-pl_session' : 'pl_session')

/** Reads sessions from the database each time, in one query: a session that is ended is ended at once, in every process. */
export function createSessionReader(keeping: Keeping): SessionReader {
  return async (headers) => {
    const token = tokenOf(keeping, headers)
    if (!token) return null
    const now = keeping.systemNow()
    const { rows } = await sql<{ id: string; accountId: AccountId; expiresAt: Instant; usedAt: Instant }>`
      with live as (
        select id, user_id, updated_at, expires_at from auth_sessions
        where token = ${tokenHash(token)} and expires_at > ${now} and updated_at > ${before(now, idleSeconds)}
      ), used as (
        update auth_sessions set updated_at = ${now}
        where id in (select id from live where updated_at < ${before(now, noteUseSeconds)})
      )
      select id, user_id as account_id, expires_at,
        case when updated_at < ${before(now, noteUseSeconds)} then ${now} else updated_at end as used_at from live`.execute(
      keeping.db,
    )
    const row = rows[0]
    return row ? { sessionId: row.id, accountId: row.accountId, endsAt: endOf(row) } : null
  }
}

/** When a session ends, and whether using it would move that. */
export type SessionEnd = { readonly at: Instant; readonly goesOn: boolean }

/** When a session ends if it is left alone, without using it: the page that warns must not keep it alive by asking. */
export function createEndReader(keeping: Keeping): (headers: Headers) => Promise<SessionEnd | null> {
  return async (headers) => {
    const row = await kept(keeping, headers)
    if (!row) return null
    const at = endOf(row)
    return at > keeping.systemNow() ? { at, goesOn: at < row.expiresAt } : null
  }
}

/** Why a browser's session is over; null when it has none. A session that was ended by hand leaves no row. */
export function createEndingReader(keeping: Keeping): (headers: Headers) => Promise<Ending | null> {
  return async (headers) => {
    if (!tokenOf(keeping, headers)) return null
    const row = await kept(keeping, headers)
    if (!row) return 'ended'
    return row.expiresAt <= keeping.systemNow() ? 'day' : 'idle'
  }
}

async function kept(keeping: Keeping, headers: Headers) {
  const token = tokenOf(keeping, headers)
  if (!token) return undefined
  const row = await keeping.db
    .selectFrom('authSessions')
    .select(['expiresAt', 'updatedAt'])
    .where('token', '=', tokenHash(token))
    .executeTakeFirst()
  return row && { expiresAt: row.expiresAt, usedAt: row.updatedAt }
}

/** Deletes the session of a request, if it has one, and gives the header that makes the browser forget it. */
export async function endSession(keeping: Keeping, headers: Headers): Promise<readonly string[]> {
  const token = tokenOf(keeping, headers)
  if (token) await keeping.db.deleteFrom('authSessions').where('token', '=', tokenHash(token)).execute()
  const { secureCookies } = keeping
  return [`${sessionCookieName(secureCookies)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secureCookies ? '; Secure' : ''}`]
}

/** The token in the session's cookie; null when the cookie is missing or was not signed by us. */
function tokenOf({ secret, secureCookies }: Keeping, headers: Headers): string | null {
  const value = cookieValue(headers.get('cookie') ?? undefined, sessionCookieName(secureCookies)) ?? ''
  const [token, signature, ...rest] = value.split('.')
  if (!token || !signature || rest.length > 0) return null
  const given = Buffer.from(signature, 'base64')
  const wanted = createHmac('sha256', secret).update(token).digest()
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : null
}
