import { beforeAll, expect, test } from 'vitest'
import { aClient, type Person } from '../../../../test/client.ts'
import { ownDatabase } from '../../../../test/database.ts'
import { type ApplyingTerritory, anApplication, anApplyingTerritory, fillIn } from '../../../../test/factories/applications.ts'
import { checked, checklistIn, versionOf } from '../../../../test/factories/checks.ts'
import { aCheckedFile } from '../../../../test/factories/files.ts'
import { mustWork } from '../../../../test/factories/plans.ts'
import { inScope } from '../../../../test/factory.ts'
import { turochak } from '../../../../test/regulations.ts'
import { addEvidence } from '../evidence/deeds.ts'
import { evidenceOf } from '../evidence/queries.ts'

// Proves R-33, C-31, T-2: the same through pages, without scripts.

const base = ownDatabase()
let there: ApplyingTerritory
const { as } = aClient(base)
let [head, methodist, elsewhere]: Person[] = []
beforeAll(async () => {
  there = await anApplyingTerritory(base.db, turochak)
  head = as(there.people.head)
  methodist = as(there.people.methodist)
  elsewhere = as(there.people.elsewhere)
})

const at = (id: string, rest: string) => `/applications/${id}/${rest}`

test('the page says what is missing with the clause, takes evidence and then says that nothing is', async () => {
  const id = await anApplication(there, { state: 'draft' })
  await fillIn(there, id)
  for (const { id: evidence } of await inScope(base.db, there.territory.id, (tx) => evidenceOf(tx, there, id)))
    expect((await head!.post(at(id, `evidence/${evidence}/removal`), {})).status).toBe(303)
  const empty = await head!.get(at(id, 'evidence'))
  expect(empty.text).toContain('раздел 2 Положения')
  expect(empty.text).toContain('Нужен ещё один из четырёх показателей')
  expect(empty.text).toContain('Кроме того, не меньше одного из четырёх')
  expect(empty.text).toContain('Может руководить площадкой')

  const form = await head!.get(at(id, 'evidence?criterion=competence'))
  expect(form.text).toContain('Победитель конкурса')
  const bad = await head!.post(at(id, 'evidence'), { criterion: 'base', link: 'опыт', note: 'за три года' })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('Впишите адрес страницы целиком')
  expect(bad.text).toContain('за три года')
  expect((await head!.post(at(id, 'evidence'), { criterion: 'base', link: 'primer.ru' })).status).toBe(303)
  expect((await head!.post(at(id, 'evidence'), { criterion: 'networking', link: 'primer.ru/set' })).status).toBe(303)
  expect((await head!.get(at(id, 'evidence'))).text).toContain(
    'По каждому показателю, который требует Положение, что-то приложено',
  )
})

test('a file goes only to those who may see the application, as a download', async () => {
  const id = await anApplication(there, { state: 'complete' })
  const files = [await aCheckedFile('итоги.pdf')]
  mustWork(await addEvidence.run(await there.as('head'), { id, criterion: 'base', files, link: '', facts: [], note: '' }))
  const { fileId } = (await inScope(base.db, there.territory.id, (tx) => evidenceOf(tx, there, id))).find(
    ({ kind }) => kind === 'file',
  )!
  const address = at(id, `files/${fileId}`)
  const download = await methodist!.get(address)
  expect([download.status, download.headers.get('content-disposition')?.startsWith('attachment')]).toEqual([200, true])
  expect((await elsewhere!.get(address)).status).toBe(404)
  const other = await anApplication(there)
  expect((await head!.get(at(other, `files/${fileId}`))).status).toBe(404)
})

test('the queue leads to the check; an unfinished check keeps what was typed; a whole one admits', async () => {
  const id = await anApplication(there, { theme: 'Читаем вместе' })
  const queue = await methodist!.get('/checks')
  expect(queue.text).toContain('Читаем вместе')
  expect((await head!.get('/checks')).status).toBe(403)
  const page = await methodist!.get(at(id, 'checks'))
  expect(page.text).toContain('Посмотрите сами')
  expect((await head!.get(at(id, 'checks'))).status).toBe(403)
  expect((await elsewhere!.get(at(id, 'checks'))).status).toBe(404)

  const { lines } = await checklistIn(there, id)
  const fields = Object.fromEntries(
    lines.flatMap(({ code }, index) => [
      [`items.${index}.code`, code],
      [`items.${index}.passed`, 'yes'],
      [`items.${index}.remark`, ''],
    ]),
  )
  const version = String(await versionOf(there, id))
  const half = await methodist!.post(at(id, 'checks'), {
    ...fields,
    'items.1.passed': 'no',
    'items.0.remark': 'Мой текст',
    intent: 'return',
    _version: version,
  })
  expect(half.status).toBe(422)
  expect(half.text).toContain('апишите, что исправить')
  expect(half.text).toContain('Мой текст')
  expect((await methodist!.post(at(id, 'checks'), { ...fields, intent: 'admit', _version: '1' })).status).toBe(409)
  const admitted = await methodist!.post(at(id, 'checks'), { ...fields, intent: 'admit', _version: version })
  expect([admitted.status, admitted.to?.split('?')[0]]).toEqual([303, `/t/${there.territory.code}/applications/${id}`])
  expect((await methodist!.get(at(id, 'checks'))).status).toBe(303)
  const late = await methodist!.post(at(id, 'checks'), {
    ...fields,
    'items.0.remark': 'Опоздал',
    intent: 'return',
    _version: version,
  })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Пока вы писали, решил другой человек')
  expect(late.text).toContain('Опоздал')
})

test('a return says what becomes of it and asks for a remark', async () => {
  const id = await anApplication(there)
  await checked(there, id)
  const version = String(await versionOf(there, id))
  const page = await methodist!.get(at(id, 'returns'))
  expect(page.text).toContain('Тема, направление и срок')
  const places = {
    'remarks.0.section': 'organisations',
    'remarks.0.text': '',
    'remarks.1.section': 'theme',
    'remarks.1.text': '',
  }
  const empty = await methodist!.post(at(id, 'returns'), { ...places, _version: version })
  expect([empty.status, empty.text.includes('Напишите хотя бы одно замечание')]).toEqual([422, true])
  const back = await methodist!.post(at(id, 'returns'), { ...places, 'remarks.1.text': 'Сузьте тему', _version: version })
  expect(back.status).toBe(303)
})

test('a question is asked, seen and answered', async () => {
  const id = await anApplication(there)
  expect((await methodist!.post(at(id, 'requests'), { question: '', dueOn: '' })).status).toBe(422)
  expect((await head!.post(at(id, 'requests'), { question: 'Почему?', dueOn: '' })).status).toBe(403)
  expect((await methodist!.post(at(id, 'requests'), { question: 'Сколько учителей?', dueOn: '10.10.2021' })).status).toBe(303)
  const list = await head!.get(at(id, 'requests'))
  expect(list.text).toContain('Сколько учителей?')
  expect(list.text).toContain('осталось 9 дней')
  const [, request] = /requests\/([0-9a-f-]{36})\/answer/.exec(list.text)!
  expect((await elsewhere!.get(at(id, `requests/${request}/answer`))).status).toBe(404)
  const answered = await head!.post(at(id, `requests/${request}/answer`), { answer: 'Двенадцать' })
  expect(answered.status).toBe(303)
  const page = await methodist!.get(at(id, `requests/${request}/answer`))
  expect(page.text).toContain('Двенадцать')
  expect(page.text).not.toContain('Отозвать запрос')
  expect((await head!.post(at(id, `requests/${request}/answer`), { answer: 'Ещё раз' })).status).toBe(422)
})
