import { createAuth } from '../src/accounts/auth.ts'
import { systemNow } from '../src/kernel/clock.ts'
import { newSecret } from '../src/kernel/ids.ts'
import type { AccountId, PersonId } from '../src/kernel/types.ts'
import { territoryByCode } from '../src/web/territories.ts'
import { anAccount } from '../test/factories/accounts.ts'
import type { Bench } from './harness.ts'
import type { Running } from './program.ts'

/** The first territory of the country, the one with the longest plans. */
export const code = 'bench1'

/** The id that country.sql gave to a thing. */
export const idOf = async ({ admin }: Bench, of: string): Promise<string> =>
  (await admin.query<{ id: string }>('select md5($1)::uuid as id', [of])).rows[0]!.id

/** The cookie of a fresh session of somebody of the territory. */
export async function signedIn(bench: Bench, program: Running, who: string, where = code): Promise<string> {
  const territory = (await territoryByCode(bench.db, where))!
  const personId = (await idOf(bench, who)) as PersonId
  const email = `${who.replace(' ', '')}@example.org`
  const known = await bench.db.selectFrom('authUsers').select('id').where('email', '=', email).executeTakeFirst()
  const accountId = (known?.id as AccountId | undefined) ?? (await anAccount(bench.db, email, [{ territory, personId }]))
  return sessionOf(bench, program, accountId)
}

type Member = NonNullable<Parameters<typeof anAccount>[2]>[number]

/** The cookie of a fresh session of somebody who gets an account for it. */
export const sessionOfNew = async (bench: Bench, program: Running, member: Member): Promise<string> =>
  sessionOf(bench, program, await anAccount(bench.db, `${newSecret().slice(0, 8).toLowerCase()}@example.org`, [member]))

async function sessionOf(bench: Bench, program: Running, accountId: AccountId): Promise<string> {
  const auth = createAuth({ db: bench.db, secret: bench.secret, origin: program.origin, secureCookies: false, systemNow })
  const { cookies } = await auth.openSession(accountId)
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}
