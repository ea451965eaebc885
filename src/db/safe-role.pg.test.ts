import { expect, test } from 'vitest'
import { ownDatabase } from '../../test/database.ts'
import { createPool } from './pool.ts'
import { assertSafeRole } from './safe-role.ts'

const database = ownDatabase()

/** Checks the app's role while it has one right too many, and takes the right away again. */
async function checkWith(grant: string, revoke: string): Promise<void> {
  await database.adminPool.query(grant)
  try {
    await assertSafeRole(database.appPool)
  } finally {
    await database.adminPool.query(revoke)
  }
}

test("the program's own role passes", async () => {
  await assertSafeRole(database.appPool)
})

test('a superuser is refused', async () => {
  await expect(assertSafeRole(database.adminPool)).rejects.toThrow('«postgres» из DATABASE_URL обходит разграничение территорий')
})

test('a superuser who put on the role for a while is refused', async () => {
  const disguised = createPool({ ...database.app, user: 'postgres', options: '-c role=ploshchadka_app' })
  await expect(assertSafeRole(disguised)).rejects.toThrow('обходит разграничение территорий')
  await disguised.end()
})

test('the owner of the tables is refused', async () => {
  await expect(assertSafeRole(database.ownerPool)).rejects.toThrow('владеет таблицами')
})

test('a member of the owner is refused', async () => {
  const [grant, revoke] = ['grant ploshchadka_owner to ploshchadka_app', 'revoke ploshchadka_owner from ploshchadka_app']
  await expect(checkWith(grant, revoke)).rejects.toThrow('владеет таблицами')
})

test('a role that may change the schema is refused', async () => {
  const [grant, revoke] = [
    'grant create on schema public to ploshchadka_app',
    'revoke create on schema public from ploshchadka_app',
  ]
  await expect(checkWith(grant, revoke)).rejects.toThrow('может менять устройство базы')
})
