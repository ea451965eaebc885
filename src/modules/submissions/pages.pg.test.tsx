import { chebula, lenobl, luga } from '../../../test/regulations.ts'
// Proves R-31.

import { renderToString } from 'preact-render-to-string'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import type { ApplyingTerritory } from '../../../test/factories/applications.ts'
import { aNetwork } from '../../../test/factories/sites.ts'
import {
  aDecidingTerritory,
  aDraftedDecision,
  aSentSubmission,
  signedBy,
  someApplications,
  submissionNow,
} from '../../../test/factories/submissions.ts'
import { aPerson, aTerritory, ctxOf, inScope, type TestCtx } from '../../../test/factory.ts'
import { newId } from '../../kernel/ids.ts'
import type { OperatorSubmissionId } from '../../kernel/types.ts'
import type { FormState } from '../../ui/form-state.ts'
import { paths } from '../../web/paths.ts'
import { type GetRoute, isRefusal, type PageRequest, type PostRoute } from '../../web/route.ts'
import { tasksOf } from '../tasks/queries.ts'
import { reshapeList, rowsOf } from './forms.ts'
import { routes } from './routes.tsx'

const database = ownDatabase()

const found = <Method extends 'GET' | 'POST'>(method: Method, pattern: string) =>
  routes.find((route) => route.method === method && route.path.pattern === pattern) as Method extends 'GET' ? GetRoute : PostRoute

/** The text of a page as this person sees it; the code of the refusal when there is none. */
function page(ctx: TestCtx, pattern: string, params: Record<string, string>, form: FormState | null = null, conflict = false) {
  return inScope(ctx.db, ctx.territory.id, async (tx) => {
    const request = { ctx, tx, params: { territory: ctx.territory.code, ...params }, query: { page: 1 }, form, conflict }
    const answer = await found('GET', pattern).page(request as unknown as PageRequest)
    if (answer instanceof Response || typeof answer === 'function') throw new Error('no page')
    return isRefusal(answer) ? answer.code : renderToString(answer.body).replaceAll('\u00a0', ' ')
  })
}
const submissionPage = (ctx: TestCtx, id: string, form: FormState | null = null, conflict = false) =>
  page(ctx, paths.operatorSubmission.pattern, { submission: id }, form, conflict)
const tasks = (ctx: TestCtx) =>
  inScope(ctx.db, ctx.territory.id, async (tx) => (await tasksOf(tx, ctx)).map(({ what }) => what.replaceAll('\u00a0', ' ')))

describe('the pages of a submission', () => {
  let there: ApplyingTerritory
  let id: OperatorSubmissionId
  beforeAll(async () => {
    there = await aDecidingTerritory(database.db, lenobl)
    id = (await aSentSubmission(there)).id
  })

  test('whoever decides chooses; the operator waits and reads', async () => {
    const official = await there.as('official')
    const chosen = await submissionPage(official, id)
    for (const text of ['Составить проект приказа', 'Вернуть с замечанием', 'Заявка № 1', 'Присвоить статус'])
      expect(chosen).toContain(text)
    const read = await submissionPage(await there.as('methodist'), id)
    expect(read).toContain('Ждёт решения того, кто присваивает статус')
    for (const text of ['Составить проект приказа', 'Отправить на решение', 'Править список']) expect(read).not.toContain(text)
    expect(await tasks(official)).toContain('Решить по представлению № 1: Приём заявок 2021 года')
  })

  test('shown again after a refusal or a conflict, it keeps the choice and the reason', async () => {
    const official = await there.as('official')
    const { places } = await submissionNow(there, id)
    const values = {
      'items.0.applicationId': places[0]!.applicationId as string,
      'items.0.verdict': 'exclude',
      'items.0.reason': 'Слово в слово <моё>',
    }
    const shown = await submissionPage(official, id, { values, errors: [{ field: 'items.0.reason', message: 'Короче' }] }, true)
    expect(shown).toContain('Слово в слово &lt;моё>')
    expect(shown).toMatch(/value="exclude" checked/)
    expect(shown).toContain('Пока вы смотрели, представление изменилось')
    expect(shown).toContain('Заявка № 1: короче')
  })

  test('once an order is drafted, then signed, the page leads to it and shows what was decided', async () => {
    const official = await there.as('official')
    const orderId = await aDraftedDecision(there, id)
    expect(await submissionPage(official, id)).toContain('Выбор записан в проект приказа')
    expect((await signedBy(official, orderId)).ok).toBe(true)
    const decided = await submissionPage(await there.as('methodist'), id)
    for (const text of [
      'Решение подписано',
      paths.order({ territory: there.territory.code, order: orderId }),
      'Иначе, чем предложено',
    ])
      expect(decided).toContain(text)
    expect(await tasks(official)).not.toContain('Решить по представлению № 1: Приём заявок 2021 года')
  })
})

test('a list of a submission shows both versions when somebody else was faster', async () => {
  const there = await aDecidingTerritory(database.db, lenobl)
  await someApplications(there, 2, 'reviewed')
  const methodist = await there.as('methodist')
  const list = await page(methodist, paths.operatorSubmissions.pattern, {})
  expect(list).toContain('2 готовые заявки')
  // The protocol is not signed yet: said here, with the way there, and not after the whole list has been written.
  expect(list).toContain('Сначала подпишите протокол экспертизы')
  expect(list).toContain(paths.callProtocols({ territory: there.territory.code, call: String(there.callId) }))
  expect(await tasks(methodist)).toContain('Подписать протокол экспертизы: Приём заявок 2021 года')
  const started = await found('POST', paths.callSubmissions.pattern).act({
    ctx: methodist,
    params: { territory: there.territory.code, call: there.callId },
  } as never)
  const { id } = (started as { value: { id: OperatorSubmissionId } }).value
  const { places } = await submissionNow(there, id)
  const values = {
    text: 'Мой текст',
    'items.0.applicationId': places[1]!.applicationId as string,
    'items.0.verdict': 'exclude',
    'items.0.reason': 'Моё основание',
  }
  const shown = await page(methodist, paths.operatorSubmissionEdit.pattern, { submission: id }, { values, errors: [] }, true)
  for (const text of ['Пока вы правили', 'Ваша запись', 'Мой текст', 'Моё основание', 'Записано сейчас'])
    expect(shown).toContain(text)
})

test('buttons move a row without saving and lose nothing that was typed', () => {
  const [a, b] = [newId(), newId()]
  const values = {
    text: 'Письмо',
    'items.0.applicationId': a,
    'items.0.verdict': 'include',
    'items.0.reason': '',
    'items.1.applicationId': b,
    'items.1.verdict': 'exclude',
    'items.1.reason': 'Мало часов',
  }
  expect(reshapeList(values)).toBeNull()
  const moved = reshapeList({ ...values, change: 'up:1' })!
  expect(moved.text).toBe('Письмо')
  expect(rowsOf(moved)).toEqual([
    { applicationId: b, verdict: 'exclude', reason: 'Мало часов' },
    { applicationId: a, verdict: 'include', reason: '' },
  ])
  expect(rowsOf(reshapeList({ ...values, change: 'down:1' })!)).toEqual(rowsOf(values))
  expect(rowsOf(reshapeList({ ...values, change: 'up:7' })!)).toEqual(rowsOf(values))
})

describe('where the regulation goes another way', () => {
  test('Chebula: no submission, applications are decided at once', async () => {
    const there = await aDecidingTerritory(database.db, chebula)
    await someApplications(there, 1, 'admitted')
    const official = await there.as('official')
    expect(await page(official, paths.operatorSubmissions.pattern, {})).toContain('Представления оператора здесь нет')
    const direct = await page(official, paths.directDecisions.pattern, {})
    for (const text of ['Заявка № 1', 'Решить позже', 'Составить проект приказа']) expect(direct).toContain(text)
    expect(await tasks(official)).toContain('Решить по заявкам: 1')
  })

  test('Leningrad Region and Luga are led to where they decide', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    expect(await page(await there.as('official'), paths.directDecisions.pattern, {})).toContain('по представлению оператора')
    const territory = await aTerritory(database.db)
    await aNetwork(database.db, territory, luga)
    const official = await ctxOf(database.db, territory, await aPerson(database.db, territory, { roles: ['official'] }))
    expect(await page(official, paths.directDecisions.pattern, {})).toContain('заявок не подают')
    expect(await page(official, paths.operatorSubmissions.pattern, {})).toContain('Перейти к приказам')
  })

  test('another territory’s submission is not there', async () => {
    const there = await aDecidingTerritory(database.db, lenobl)
    const { id } = await aSentSubmission(there, 1)
    const other = await aDecidingTerritory(database.db, lenobl)
    expect(await submissionPage(await other.as('official'), id)).toBe('notFound')
  })
})
