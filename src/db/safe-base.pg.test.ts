import { expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { assertKeepsData, assertSafeTables } from './safe-base.ts'

const database = ownDatabase()

/** Looks at the tables while one thing is not as the migrations left it, and puts it back. */
async function tablesWith(change: string, back: string): Promise<void> {
  await database.adminPool.query(change)
  try {
    await assertSafeTables(database.appPool)
  } finally {
    await database.adminPool.query(back)
  }
}

test('what the migrations made passes', async () => {
  await assertSafeTables(database.appPool)
})

test.each([
  [
    'row-level security off',
    'alter table plans disable row level security',
    'alter table plans enable row level security',
    /«plans» не закрыта/,
  ],
  [
    'not for the owner',
    'alter table plans no force row level security',
    'alter table plans force row level security',
    /«plans» не закрыта/,
  ],
  [
    'a policy for everybody',
    'create policy all_see on people using (true)',
    'drop policy all_see on people',
    /«people» открыта правилом «all_see»/,
  ],
  [
    'history that may be deleted',
    'grant delete on history to ploshchadka_app',
    'revoke delete on history from ploshchadka_app',
    /«history» даёт роли программы лишнее право DELETE/,
  ],
  [
    'one column of history that may be changed',
    'grant update (facts) on history to ploshchadka_app',
    'revoke update (facts) on history from ploshchadka_app',
    /«history» даёт роли программы лишнее право UPDATE/,
  ],
  [
    'a head of history that may be set back',
    'grant update on history_heads to ploshchadka_app',
    'revoke update on history_heads from ploshchadka_app',
    /«history_heads» даёт роли программы лишнее право UPDATE/,
  ],
  [
    'history that may be added to past its chain',
    'grant insert on history to ploshchadka_app',
    'revoke insert on history from ploshchadka_app',
    /«history» даёт роли программы лишнее право INSERT/,
  ],
  [
    'a function that does with the owner’s rights what the role may not',
    `create function set_back() returns void language sql security definer as 'update history_heads set seq = 1'`,
    'drop function set_back()',
    /Функция «set_back» даёт роли программы права владельца/,
  ],
  [
    'a function of history that has lost them',
    'alter function history_append security invoker',
    'alter function history_append security definer',
    /Функция «history_append» с правами владельца базы не открыта/,
  ],
  [
    'a table that may be emptied',
    'grant truncate on orders to public',
    'revoke truncate on orders from public',
    /«orders» даёт роли программы лишнее право TRUNCATE/,
  ],
  [
    'a right that is missing',
    'revoke insert on notices from ploshchadka_app',
    'grant insert on notices to ploshchadka_app',
    /«notices» не даёт роли программы права INSERT/,
  ],
])('%s is refused and named', async (_, change, back, sentence) => {
  await expect(tablesWith(change, back)).rejects.toThrow(sentence)
})

test('a server that does not wait for the disk is refused, as the one of the tests is', async () => {
  await expect(assertKeepsData(database.appPool)).rejects.toThrow('выключено: fsync')
})
