import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { anAccount } from '../../../test/factories/accounts.ts'
import { aPerson, aTerritory, inScope } from '../../../test/factory.ts'
import { tokenHash } from '../../accounts/hashed-tokens.ts'
import { noServices } from '../../authz/ctx.ts'
import { systemNow } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { AccountId } from '../../kernel/types.ts'
import { changeEmail } from './commands/change-email.ts'

const base = ownDatabase()
const from = () => ({ db: base.db, services: noServices })
let made = 0

async function wishing(email: string): Promise<{ accountId: AccountId; old: string; token: string }> {
  const old = `old${++made}@primer.ru`
  await anAccount(base.db, old, [])
  const { id } = await base.db.selectFrom('authUsers').select('id').where('email', '=', old).executeTakeFirstOrThrow()
  const [token, now] = [`token${made}`, systemNow()]
  await base.db
    .insertInto('authVerifications')
    .values({
      id: newId(),
      identifier: `new email ${id}`,
      value: JSON.stringify({ hash: tokenHash(token), email }),
      expiresAt: new Date(now.getTime() + 60_000),
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  return { accountId: id as AccountId, old, token }
}

test('two accounts that confirm one address at once: one has it, the other is told that the link is spent', async () => {
  for (let round = 0; round < 10; round++) {
    const pair = await Promise.all([wishing(`new${round}@primer.ru`), wishing(`new${round}@primer.ru`)])
    const answers = await Promise.all(pair.map((one) => changeEmail(from(), one)))
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'notFound' } })
  }
})

test('an invitation sent to the address of before is withdrawn with it, others stand', async () => {
  const territory = await aTerritory(base.db)
  const one = await wishing('next@primer.ru')
  const [invited, other] = [await aPerson(base.db, territory), await aPerson(base.db, territory)]
  const now = systemNow()
  const times = { createdAt: now, expiresAt: new Date(now.getTime() + 60_000) }
  const invitation = (personId: typeof invited, email: string) => ({
    territoryId: territory.id,
    personId,
    email,
    handedOver: false,
    tokenHash: tokenHash(email),
    invitedBy: null,
    ...times,
  })
  await inScope(base.db, territory.id, (tx) =>
    tx
      .insertInto('invitations')
      .values([invitation(invited, one.old), invitation(other, 'other@primer.ru')])
      .execute(),
  )
  expect((await changeEmail(from(), one)).ok).toBe(true)
  const left = await inScope(base.db, territory.id, (tx) => tx.selectFrom('invitations').select('email').execute())
  expect(left).toEqual([{ email: 'other@primer.ru' }])
})
