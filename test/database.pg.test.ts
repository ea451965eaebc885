import { expect, test } from 'vitest'
import { freshDatabase } from './database.ts'

test('two databases of tests know nothing of each other, and the template stays empty', async () => {
  const one = await freshDatabase()
  const two = await freshDatabase()
  await one.ownerPool.query('create table only_here (id int)')
  await expect(two.ownerPool.query('select * from only_here')).rejects.toMatchObject({ code: '42P01' })
  await Promise.all([one.drop(), two.drop()])
  const three = await freshDatabase()
  const { rows } = await three.appPool.query<{ user: string; count: number }>(
    'select current_user as user, count(*) from territories',
  )
  expect(rows).toEqual([{ user: 'ploshchadka_app', count: 0 }])
  await three.drop()
})
