import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aFixedProgramme, aLearningSite, aTraineeship } from '../../../test/factories/traineeships.ts'
import { inScope } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import type { PersonId } from '../../kernel/types.ts'
import { traineeshipsOnMyPage } from './my-part.tsx'

const base = ownDatabase()

test('whoever learns nowhere sees ten programmes at most, never those of their own site; whoever learns sees that', async () => {
  const there = await aLearningSite(base.db, luga)
  for (let n = 1; n <= 10; n++) await aFixedProgramme(there.site, { ...luga, application: null }, `Программа № ${n}`)
  const shown = async (one: PersonId) => {
    const ctx = await there.as(one, '2021-10-01')
    const part = await inScope(base.db, there.site.territory.id, (tx) => traineeshipsOnMyPage(tx, ctx))
    return part ? renderToString(part) : ''
  }
  const offered = await shown(there.trainee)
  expect(offered).toContain('Где можно стажироваться')
  expect(offered.match(/trainees\/new\?as=ask/g)).toHaveLength(10)
  expect(await shown(there.site.people.head)).not.toContain('trainees/new')
  await aTraineeship(there)
  expect(await shown(there.trainee)).toContain('Мои стажировки')
})
