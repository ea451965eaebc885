import type pg from 'pg'
import type { Services } from '../authz/ctx.ts'
import { installation } from '../authz/installation.ts'
import { type Administrator, addAdministrator, dropAdministrator } from '../db/administrators.ts'
import { createDb, createPool, type Db, type Tx } from '../db/pool.ts'
import { inTransaction, setScope } from '../db/transact.ts'
import { record } from '../history/record.ts'
import { systemNow } from '../kernel/clock.ts'
import { givePasswordLink } from '../modules/accounts/commands/ask-new-password.ts'
import { createAccount, normalEmail } from '../modules/accounts/commands/create-account.ts'
import { accountByEmail } from '../modules/accounts/queries.ts'

type Deps = { readonly db: Db; readonly owner: pg.PoolConfig; readonly services: Services }
type Told = { readonly done: boolean; readonly text: string }

/** Makes whoever signs in with an address an administrator of the installation, from the command line. Who has no account yet gets a link to set a password. */
export async function makeAdministrator({ db, owner, services }: Deps, typed: string): Promise<Told> {
  const email = normalEmail(typed)
  const known = await accountByEmail(db, email)
  const made = known ? null : await createAccount(db, { email, name: email })
  const account = known ?? (made?.ok ? { accountId: made.value, name: email } : null)
  if (!account) return { done: false, text: `«${typed}» — не адрес почты. Напишите его целиком, например naumova@example.ru.` }
  if (!(await asOwner(owner, (tx) => added(tx, account)))) return { done: true, text: `«${email}» уже администратор установки.` }
  const whether = `«${email}» теперь администратор установки: страница ${services.origin}/installation.`
  if (known) return { done: true, text: whether }
  const link = await givePasswordLink({ db, services }, email)
  return { done: true, text: `${whether}\nПередайте адрес, по которому задают пароль, он действует сутки: ${link}` }
}

/** Takes the right away again. The account, and what it is in territories, stay. */
export async function removeAdministrator({ db, owner }: Deps, typed: string): Promise<Told> {
  const email = normalEmail(typed)
  const account = await accountByEmail(db, email)
  if (account && (await asOwner(owner, (tx) => dropped(tx, account))))
    return { done: true, text: `«${email}» больше не администратор установки. В территориях ничего не изменилось.` }
  return { done: false, text: `Среди администраторов установки нет «${email}»: проверьте адрес.` }
}

/** The invented administrator of a demonstration. */
export async function demoAdministrator({ db, owner }: Omit<Deps, 'services'>): Promise<void> {
  const [email, name] = ['administrator@ustanovka.example', 'Ремизова О. Н.']
  const known = await accountByEmail(db, email)
  const made = known ? null : await createAccount(db, { email, name })
  const accountId = known?.accountId ?? (made?.ok ? made.value : null)
  if (accountId) await asOwner(owner, (tx) => added(tx, { accountId, name }, true))
}

async function added(tx: Tx, account: Administrator, demo?: true): Promise<boolean> {
  const isNew = await addAdministrator(tx, { ...account, since: systemNow(), ...(demo && { demo }) })
  if (isNew) await tell(tx, 'installation.administratorMade', account)
  return isNew
}

async function dropped(tx: Tx, account: Administrator): Promise<boolean> {
  const was = await dropAdministrator(tx, account.accountId)
  if (was) await tell(tx, 'installation.administratorDropped', account)
  return was
}

const tell = (tx: Tx, kind: 'installation.administratorMade' | 'installation.administratorDropped', { name }: Administrator) =>
  record(tx, { territory: installation, now: systemNow(), actor: null }, { kind, subjectId: installation.id, facts: { name } })

/** Who the administrators are only the owner of the schema writes: no fault of a page can make one. */
async function asOwner<T>(owner: pg.PoolConfig, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = createPool({ ...owner, max: 1 })
  try {
    return await inTransaction(createDb(pool), async (tx) => {
      await setScope(tx, { territoryId: installation.id })
      return work(tx)
    })
  } finally {
    await pool.end()
  }
}
