import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aPerson, aTerritory, ctxOf, inScope, type TestCtx } from '../../../test/factory.ts'
import { newId } from '../../kernel/ids.ts'
import { periodKey } from '../../kernel/periods.ts'
import type { PersonId } from '../../kernel/types.ts'
import type { Notice } from '../../notices/kinds.ts'
import { tell } from '../../notices/tell.ts'
import { markRead } from './commands/mark-read.ts'
import { ownNotices, unreadCount } from './queries.ts'

const base = ownDatabase()

const accepted = (personId: PersonId, onDay?: string): Notice => ({
  personId,
  kind: 'report.accepted',
  subjectId: newId(),
  params: { site: 'Школа', period: periodKey('2021/22') },
  onDay,
})
const inTx = <T>(ctx: TestCtx, work: (tx: Parameters<typeof unreadCount>[0]) => Promise<T>) =>
  inScope(base.db, ctx.territory.id, work)

async function twoPeople(): Promise<[TestCtx, TestCtx]> {
  const territory = await aTerritory(base.db, '2022-05-16')
  const [one, other] = [await aPerson(base.db, territory), await aPerson(base.db, territory)]
  return [await ctxOf(base.db, territory, one), await ctxOf(base.db, territory, other)]
}

test('a person reads their own notices, newest day first, and marks only their own', async () => {
  const [mine, theirs] = await twoPeople()
  const { personId } = mine.actor
  await inTx(mine, (tx) =>
    tell(tx, { ...mine, actor: null }, [
      accepted(personId, '2022-05-14'),
      accepted(personId),
      accepted(personId, '2022-05-15'),
      accepted(theirs.actor.personId),
    ]),
  )
  const [notices, total] = await inTx(mine, async (tx) => {
    const rows = ownNotices(tx, mine)
    return [await rows.page(50, 0), await rows.count()] as const
  })
  expect(notices.map(({ onDay, readAt }) => [onDay, readAt])).toEqual([
    ['2022-05-16', null],
    ['2022-05-15', null],
    ['2022-05-14', null],
  ])
  expect([total, await inTx(mine, (tx) => unreadCount(tx, mine))]).toEqual([3, 3])

  expect(await markRead(mine)).toEqual({ ok: true, value: 3 })
  expect(await markRead(mine)).toEqual({ ok: true, value: 0 })
  expect(await inTx(mine, (tx) => unreadCount(tx, mine))).toBe(0)
  expect(await inTx(theirs, (tx) => unreadCount(tx, theirs))).toBe(1)
})

test('many notices come by pages', async () => {
  const [mine] = await twoPeople()
  const many = Array.from({ length: 50 + 3 }, () => accepted(mine.actor.personId))
  await inTx(mine, (tx) => tell(tx, { ...mine, actor: null }, many))
  const [notices, total] = await inTx(mine, async (tx) => {
    const rows = ownNotices(tx, mine)
    return [await rows.page(50, 50), await rows.count()] as const
  })
  expect([notices.length, total]).toEqual([3, 50 + 3])
})
