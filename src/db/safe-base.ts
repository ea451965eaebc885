import type pg from 'pg'
import { definers, rightsOn } from './migrate.ts'

/** The database would lose data, or show it to others. The message is a Russian sentence. */
export class UnsafeBaseError extends Error {}

const tables = `
  select t.relname as name, t.relrowsecurity and t.relforcerowsecurity as closed,
    exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'territory_id' and not a.attisdropped) as of_tenant,
    array(select r.name from unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'trigger', 'references']) r(name)
      where has_table_privilege(t.oid, r.name)
        or (r.name in ('insert', 'update') and has_any_column_privilege(t.oid, r.name))) as rights,
    array(select p.polname::text from pg_policy p where p.polrelid = t.oid
      and exists (select 1 from unnest(array[pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)]) said
        where said !~ 'app\\.(territory|account)_id')
      and not (p.polname = 'anyone_reads' and p.polcmd = 'r')) as open_policies,
    exists (select 1 from pg_policy p where p.polrelid = t.oid) as has_policy
  from pg_class t where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace order by t.relname`

type Table = {
  readonly name: string
  readonly closed: boolean
  readonly of_tenant: boolean
  readonly rights: readonly string[]
  readonly open_policies: readonly string[]
  readonly has_policy: boolean
}

/** What a table has that lets one territory read another, or history vanish; null when nothing. */
export function faultOfTable({ name, closed, of_tenant, rights, open_policies, has_policy }: Table): string | null {
  if (of_tenant && !closed && rights.length + rightsOn(name).length > 0)
    return 'не закрыта разграничением территорий (row level security)'
  if (of_tenant && !has_policy) return 'не имеет правила разграничения территорий (policy)'
  if (of_tenant && open_policies.length > 0) return `открыта правилом «${open_policies[0]}» без территории`
  const due = rightsOn(name)
  const extra = rights.find((right) => !due.includes(right))
  if (extra) return `даёт роли программы лишнее право ${extra.toUpperCase()}`
  const lacking = due.find((right) => !rights.includes(right))
  return lacking ? `не даёт роли программы права ${lacking.toUpperCase()}` : null
}

const strongFunctions = `
  select distinct proname as name from pg_proc p
  where p.prosecdef and p.pronamespace = 'public'::regnamespace and has_function_privilege(p.oid, 'execute') order by proname`

/** Settings without which what was said to be written may be lost with the power. */
const keeping = ['fsync', 'full_page_writes', 'synchronous_commit']

/** Refuses tables whose policies or rights are not those that the migrations gave, and functions that would go round them. */
export async function assertSafeTables(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<Table>(tables)
  for (const table of rows) {
    const fault = faultOfTable(table)
    if (fault)
      throw new UnsafeBaseError(
        `Таблица «${table.name}» ${fault}: верните как было или восстановите базу из копии (docs/server.md).`,
      )
  }
  const strong = (await pool.query<{ name: string }>(strongFunctions)).rows.map(({ name }) => name)
  const [extra, lacking] = [strong.find((name) => !definers.includes(name)), definers.find((name) => !strong.includes(name))]
  if (extra ?? lacking)
    throw new UnsafeBaseError(
      `Функция «${extra ?? lacking}» ${extra ? 'даёт роли программы права владельца базы' : 'с правами владельца базы не открыта роли программы'}: верните как было или восстановите базу из копии (docs/server.md).`,
    )
}

/** Refuses a server that confirms what it has not put on the disk. */
export async function assertKeepsData(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select name from pg_settings where name = any($1) and setting = 'off' order by name`,
    [keeping],
  )
  if (rows.length === 0) return
  const names = rows.map(({ name }) => name).join(', ')
  throw new UnsafeBaseError(
    `База данных может потерять записанное (выключено: ${names}): включите в postgresql.conf и запустите её снова.`,
  )
}
