import type pg from 'pg'

/** The program was given a role that could read another territory or change the schema. The message is a Russian sentence. */
export class UnsafeRoleError extends Error {}

const rights = `
  select role.rolname as name,
    exists (select 1 from pg_roles strong where (strong.rolsuper or strong.rolbypassrls) and pg_has_role(role.oid, strong.oid, 'member')) as passes_policies,
    exists (select 1 from pg_class t where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace
      and pg_has_role(role.oid, t.relowner, 'member')) as owns_tables,
    has_schema_privilege(role.oid, 'public', 'create') as changes_schema
  from pg_roles role where role.rolname in (session_user, current_user)`

type Rights = { name: string; passes_policies: boolean; owns_tables: boolean; changes_schema: boolean }

/** Refuses a role that row-level security does not bind, itself or through a role it may become. */
export async function assertSafeRole(pool: pg.Pool, variable = 'DATABASE_URL'): Promise<void> {
  const { rows } = await pool.query<Rights>(rights)
  for (const role of rows) {
    const fault = faultOf(role)
    if (!fault) continue
    throw new UnsafeRoleError(
      `Роль «${role.name}» из ${variable} ${fault}: создайте для программы отдельную роль без таких прав (docs/server.md).`,
    )
  }
}

function faultOf(role: Rights): string | null {
  if (role.passes_policies) return 'обходит разграничение территорий (SUPERUSER или BYPASSRLS)'
  if (role.owns_tables) return 'владеет таблицами базы'
  if (role.changes_schema) return 'может менять устройство базы (CREATE в схеме public)'
  return null
}
