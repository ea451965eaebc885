import type { Db } from '../db/pool.ts'
import type { AccountId, Instant } from '../kernel/types.ts'
import type { FormState } from '../ui/fields.ts'
import { decipher, encipher, keyFor } from './cipher.ts'
import { before, keptFormSeconds } from './session-rules.ts'

/** A form that came when its session was over: where it was going, what was typed, the version it was about. */
export type KeptForm = {
  readonly action: string
  readonly values: FormState['values']
  readonly version: string | null
  /** Files came with it; they are not kept. */
  readonly hadFiles: boolean
}

/** One account keeps so many at once; a new one pushes the oldest out. */
const most = 20

type Keeper = { readonly db: Db; readonly secret: string }
type Whose = { readonly accountId: AccountId; readonly id: string }

const keyOf = (secret: string, accountId: AccountId) => keyFor(secret, `kept form\0${accountId}`)

/** Keeps a form for the account that typed it. The same page sent again, as a draft is every few seconds, takes the place of itself. */
export async function keepForm({ db, secret }: Keeper, { accountId, id }: Whose, form: KeptForm, now: Instant): Promise<void> {
  const content = encipher(keyOf(secret, accountId), id, Buffer.from(JSON.stringify(form)))
  await db
    .insertInto('keptForms')
    .values({ accountId, id, content, keptAt: now })
    .onConflict((on) => on.columns(['accountId', 'id']).doUpdateSet({ content, keptAt: now }))
    .execute()
  await db
    .deleteFrom('keptForms')
    .where('accountId', '=', accountId)
    .where('id', 'not in', (older) =>
      older
        .selectFrom('keptForms')
        .select('id')
        .where('accountId', '=', accountId)
        .orderBy('keptAt', 'desc')
        .orderBy('id')
        .limit(most),
    )
    .execute()
}

/** Deletes forms that waited for their typist in vain. */
export async function forgetKeptForms(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom('keptForms').where('keptAt', '<=', before(now, keptFormSeconds)).execute()
}

/** The form of this account; null when it is another's, too old, or never was. */
export async function keptForm({ db, secret }: Keeper, { accountId, id }: Whose, now: Instant): Promise<KeptForm | null> {
  const row = await db
    .selectFrom('keptForms')
    .select('content')
    .where((is) => is.and({ accountId, id }))
    .where('keptAt', '>', before(now, keptFormSeconds))
    .executeTakeFirst()
  const text = row && decipher(keyOf(secret, accountId), id, row.content)
  return text ? (JSON.parse(text.toString()) as KeptForm) : null
}
