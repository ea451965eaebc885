// Proves L-O2: an edition is written in the browser, compared, and approved by an order.
import { expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { editionOf, editors } from '../../../test/factories/editions.ts'
import { anOffice, aPoint, aSigned, aSubmitted, onDay } from '../../../test/factories/orders.ts'
import { aPerson, historyOf, inScope } from '../../../test/factory.ts'
import { luga } from '../../../test/regulations.ts'
import { citeClause } from '../../regulation/cite.ts'
import { termBasis } from '../../regulation/status/questions.ts'
import { regulationsOn } from './queries.ts'

const base = ownDatabase()
const { as, anEditor, aDraft, storedOf } = editors(base)

const dueOn = (day: string) => ({
  'value.kinds.0.due.kind': 'on',
  'value.kinds.0.due.on.day': day,
  'value.kinds.0.due.on.of': 'period',
})

test('a new edition begins as a copy under the next number, and the one in force stays in force', async () => {
  const { territory, edition, official } = await aDraft()
  expect(await storedOf(territory.id, edition)).toMatchObject({ state: 'draft', version: 2, document: { ...luga, edition: 2 } })
  expect((await inScope(base.db, territory.id, (tx) => regulationsOn(tx, territory.id, '2021-09-01')))[0]?.version).toBe(1)
  const list = (await official.get('/regulation/editions')).text
  for (const part of ['Редакция 1', 'В силе', 'Редакция 2', 'Проект']) expect(list).toContain(part)
})

test('two who begin at once get two numbers', async () => {
  const { official, other, territory } = await anEditor()
  const begun = await Promise.all([official, other].map((one) => one.post('/regulation/new-edition', { from: 'copy' })))
  const versions = await Promise.all(begun.map(async ({ to }) => (await storedOf(territory.id, editionOf(to))).version))
  expect(versions.toSorted()).toEqual([2, 3])
})

test('a rule, a clause and a new clause are written, and the comparison says what has changed', async () => {
  const { territory, edition, at, official } = await aDraft()
  await official.get(`${at}/rules/term`)
  const rule = await official.press('Записать', { 'value.kind': 'longest', 'value.longest.months': '24' })
  expect(rule.to).toContain(`${at}/pages/status#term`)
  await official.get(`${at}/clauses/2.2`)
  expect((await official.press('Записать', { text: 'Статус присваивают на срок до двух лет.' })).status).toBe(303)
  await official.get(`${at}/clauses/2.2/next`)
  const added = await official.press('Добавить', { label: '2.2.1.', text: 'Срок продлевает комитет.\n– один раз;\n– на год.' })
  expect(added.status).toBe(303)
  const { document, edit_version } = await storedOf(territory.id, edition)
  expect(edit_version).toBe(4)
  expect(document.term).toEqual({ kind: 'longest', clause: ['2.2'], months: 24 })
  expect(JSON.stringify(document.clauses)).toContain('["Срок продлевает комитет.",["один раз;","на год."]]')
  const { text } = await official.get(`${at}/comparison`)
  for (const part of ['Срок статуса', '31 августа 2023', '24', '2.2.1', 'Добавлен', 'Изменён']) expect(text).toContain(part)
  expect(await historyOf(base, edition)).toEqual([
    'regulation.drafted',
    'regulation.ruleWritten',
    'regulation.clauseWritten',
    'regulation.clauseAdded',
  ])
})

test('what cannot be read is refused at its field with the text kept, and nothing is written', async () => {
  const { territory, edition, at, official } = await aDraft()
  await official.get(`${at}/rules/report`)
  const refused = await official.press('Записать', dueOn('30 февраля'))
  expect(refused.status).toBe(422)
  for (const part of ['30 февраля', 'Напишите день, который есть в каждом году']) expect(refused.text).toContain(part)
  expect((await storedOf(territory.id, edition)).edit_version).toBe(1)
})

test('of two who write one rule the second sees both readings and loses nothing', async () => {
  const { at, official, other, territory, edition } = await aDraft()
  await Promise.all([official.get(`${at}/rules/report`), other.get(`${at}/rules/report`)])
  expect((await official.press('Записать', dueOn('1 июня'))).status).toBe(303)
  const late = await other.press('Записать', dueOn('15 июля'))
  expect(late.status).toBe(409)
  for (const part of ['Ваша запись', '15 июля', '1 июня']) expect(late.text).toContain(part)
  expect((await other.press('Записать')).status).toBe(303)
  expect((await storedOf(territory.id, edition)).document.report?.kinds[0]?.due).toEqual({
    kind: 'on',
    day: '07-15',
    of: 'period',
  })
})

test('a pasted paper takes the place of the text; rules whose clauses are gone keep it from being approved', async () => {
  const { at, official, territory, edition } = await aDraft()
  await official.get(`${at}/paper`)
  expect((await official.press('Разложить по пунктам', { paper: 'просто слова' })).text).toContain('не нашлось ни одного номера')
  const pasted = await official.press('Разложить по пунктам', { paper: '1. Общие положения\n1.1. Площадка открывается в школе.' })
  expect(pasted.status).toBe(303)
  expect((await storedOf(territory.id, edition)).document.clauses).toHaveLength(1)
  const check = (await official.get(at)).text
  for (const part of ['Что мешает утвердить', '«Срок статуса»: пункт 2.2 не найден в тексте Положения'])
    expect(check).toContain(part)
})

test('the preamble of the enacting order is pasted with its points, and a rule may come from it', async () => {
  const { at, official, territory, edition } = await aDraft()
  await official.get(`${at}/paper`)
  const paper = '1. Общие положения\n1.1. Площадка открывается в школе.'
  const points = 'В целях поддержки учителей\n1. Утвердить Положение.'
  expect((await official.press('Разложить по пунктам', { paper, points, enacting: 'приказа от 01.09.2025 № 15' })).status).toBe(
    303,
  )
  const { document } = await storedOf(territory.id, edition)
  expect(document.orderPoints?.points.map(({ number }) => number)).toEqual(['приказ преамбула', 'приказ 1'])
  expect(citeClause(document, 'приказ преамбула')).toBe('преамбула приказа от 01.09.2025 № 15')
  expect(citeClause(document, 'приказ 1')).toBe('п. 1 приказа от 01.09.2025 № 15')
})

test('a file of an edition is taken away and begins one elsewhere; what is no regulation is refused with its rules', async () => {
  const { at, official } = await aDraft()
  const { bytes, headers } = await official.get(`${at}/regulation.json`)
  expect(headers.get('content-disposition')).toContain('.json')
  const file = (text: string) => ({ from: 'file', file: new File([text], 'polozhenie.json') })
  const elsewhere = await anEditor()
  const begun = await elsewhere.official.post('/regulation/new-edition', file(bytes.toString('utf8')))
  const stored = await storedOf(elsewhere.territory.id, editionOf(begun.to))
  expect(stored.document).toEqual({ ...luga, edition: 2 })
  const broken = await elsewhere.official.post('/regulation/new-edition', file('{"title":"Положение"}'))
  expect(broken.status).toBe(422)
  expect(broken.text).toContain('это не Положение: правило «edition»: значения нет')
  expect((await elsewhere.official.post('/regulation/new-edition', file('{'))).text).toMatch(/прочитать\sего\sне\sудалось/)
})

test('an order puts the edition in force from its day; from then on nobody writes it', async () => {
  const office = await anOffice(base.db, '2021-09-01')
  await aSigned(office, [aPoint([{ kind: 'approveRegulation', regulationId: office.regulationId }])])
  const official = as(office.official.actor.personId)
  const edition = editionOf((await official.post('/regulation/new-edition', { from: 'copy' })).to)
  const at = `/regulation/editions/${edition}`
  await official.get(`${at}/rules/consulting`)
  expect((await official.press('Записать', { said: 'no' })).status).toBe(303)
  const later = await onDay(office, '2021-09-02')
  await aSigned(later, [aPoint([{ kind: 'approveRegulation', regulationId: edition }])])
  const territoryId = office.territory.id
  expect(await storedOf(territoryId, edition)).toMatchObject({ state: 'approved', document: { consulting: null } })
  expect((await inScope(base.db, territoryId, (tx) => regulationsOn(tx, territoryId, '2021-09-02')))[0]?.version).toBe(2)
  const { to } = await official.get(`${at}/rules/term`)
  expect(to).toContain(at)
  const late = await official.post(`${at}/rules`, { rule: 'term', said: 'no', _version: '2' })
  expect(late.status).toBe(422)
  expect(late.text.includes('уже утверждена')).toBe(true)
})

test('an order changes single clauses: its text is made from the comparison, and each clause says by which order it reads so', async () => {
  const office = await anOffice(base.db, '2021-09-01')
  await aSigned(office, [aPoint([{ kind: 'approveRegulation', regulationId: office.regulationId }])])
  const later = await onDay(office, '2021-09-02')
  const official = as(office.official.actor.personId)
  const edition = editionOf((await official.post('/regulation/new-edition', { from: 'copy' })).to)
  const at = `/regulation/editions/${edition}`
  const amends = [aPoint([{ kind: 'amendRegulation', regulationId: edition }], { text: '' })]
  await official.get(`${at}/clauses/2.2`)
  await official.press('Записать', { text: 'Статус присваивают на срок до двух лет.' })
  expect((await official.get(at)).text).toContain('Подготовить изменения пунктов')
  const order = await aSigned(later, amends)
  const paper = (await official.get(`/orders/${order}`)).text
  expect(paper).toContain('следующие изменения:')
  expect(paper).toContain('пункт 2.2 изложить в следующей редакции: «2.2. Статус присваивают на срок до двух лет.»')

  const { rows } = await base.adminPool.query<{ number_text: string }>('select number_text from orders where id = $1', [order])
  const note = `(в редакции приказа от 02.09.2021 № ${rows[0]!.number_text})`
  const page = (await official.get(`/regulation?edition=${edition}`)).text
  expect(page.split(note)).toHaveLength(2)
  const shown = await as(null).get(`http://localhost/regulations/${office.territory.code}`)
  expect(shown.status).toBe(200)
  const { rows: kept } = await base.adminPool.query('select amendments from published_regulations where regulation_id = $1', [
    edition,
  ])
  expect(kept).toEqual([{ amendments: [expect.objectContaining({ number: '2.2', what: 'changed', signedOn: '2021-09-02' })] }])

  await base.adminPool.query(`update territories set demo_today = '2021-09-02' where id = $1`, [office.territory.id])
  const third = editionOf((await official.post('/regulation/new-edition', { from: 'copy' })).to)
  await official.get(`/regulation/editions/${third}/clauses/2.1`)
  await official.press('Записать', { text: 'Иначе.' })
  await aSigned(await onDay(office, '2021-09-03'), [aPoint([{ kind: 'amendRegulation', regulationId: third }])])
  const both = (await official.get(`/regulation?edition=${third}`)).text
  expect(both).toContain(note)
  expect(both).toContain('(в редакции приказа от 03.09.2021')
})

test('while an order that approves it waits for its signature, an edition is neither written nor given up', async () => {
  const office = await anOffice(base.db, '2021-09-01')
  await aSigned(office, [aPoint([{ kind: 'approveRegulation', regulationId: office.regulationId }])])
  const official = as(office.official.actor.personId)
  const edition = editionOf((await official.post('/regulation/new-edition', { from: 'copy' })).to)
  const at = `/regulation/editions/${edition}`
  const later = await onDay(office, '2021-09-02')
  await aSubmitted(later, [aPoint([{ kind: 'approveRegulation', regulationId: edition }])])
  await official.get(`${at}/rules/consulting`)
  const refused = await official.press('Записать', { said: 'no' })
  expect([refused.status, refused.text.includes('Эта редакция на подписи')]).toEqual([422, true])
  await official.get(at)
  expect((await official.press('Отказаться от проекта')).status).toBe(422)
  expect(await storedOf(office.territory.id, edition)).toMatchObject({ state: 'draft', edit_version: 1 })
})

test('what could not be read again is not stored', async () => {
  const { at, official, territory, edition } = await aDraft()
  await official.get(`${at}/clauses/2.2/next`)
  expect((await official.press('Добавить', { label: '.', text: 'Слово' })).text).toContain('Напишите номер')
  await official.get(`${at}/clauses/2.2`)
  expect((await official.press('Записать', { text: 'Слово\n–\n•' })).status).toBe(303)
  await official.get(`${at}/paper`)
  await official.press('Разложить по пунктам', { paper: '1.1. Один пункт.' })
  await official.get(`${at}/clauses/1.1`)
  expect((await official.press('Убрать пункт')).text).toContain('Это последний пункт')
  expect((await storedOf(territory.id, edition)).document.clauses).toHaveLength(1)
})

test('a heading stands alone, a clause says something, and the next number is proposed', async () => {
  const { at, official, territory, edition } = await aDraft()
  await official.get(`${at}/clauses/1`)
  expect((await official.press('Записать', { title: 'Общие положения и слова' })).status).toBe(303)
  await official.get(`${at}/clauses/2.1`)
  expect((await official.press('Записать', { text: '–' })).text).toContain('Напишите текст пункта')
  const { text } = await official.get(`${at}/clauses/2.4/next`)
  expect(text).toContain('value="2.5."')
  expect((await official.press('Добавить')).text).toContain('Напишите текст пункта')
  expect((await official.press('Добавить', { text: 'Слово' })).status).toBe(303)
  await official.get(`${at}/clauses/3.2.1/next`)
  expect((await official.press('Добавить', { kind: 'section', label: '4.', title: 'Отчёт' })).status).toBe(303)
  const { clauses } = (await storedOf(territory.id, edition)).document
  expect(clauses.map(({ number, title }) => [number, title])).toContainEqual(['4', 'Отчёт'])
  expect(clauses.find(({ number }) => number === '1')).toMatchObject({ title: 'Общие положения и слова', body: [] })
})

test('once an order has approved a regulation, a draft never takes its place by itself', async () => {
  const { official, territory } = await anEditor()
  await official.post('/regulation/new-edition', { from: 'copy' })
  await inScope(base.db, territory.id, (tx) =>
    tx
      .updateTable('regulations')
      .set({ endsOn: '2021-08-31' })
      .where('territoryId', '=', territory.id)
      .where('version', '=', 1)
      .execute(),
  )
  expect(await inScope(base.db, territory.id, (tx) => regulationsOn(tx, territory.id, '2021-09-01'))).toEqual([])
})

test('a regulation that is approved and begins later says from which day, and may be read by everybody', async () => {
  const { territory } = await anEditor()
  const begin = 'update regulations set starts_on = $2 where territory_id = $1 returning id'
  const { rows } = await base.adminPool.query<{ id: string }>(begin, [territory.id, '2022-01-10'])
  const teacher = as(await aPerson(base.db, territory))
  const { text } = await teacher.get('/regulation')
  expect(text.replaceAll('\u00a0', ' ')).toContain('Оно утверждено и будет действовать с 10 января 2022 г.')
  const [, address] = /href="[^"]*(\/regulation\?edition=[^"]+)">прочитать/.exec(text) ?? []
  expect(address).toContain(rows[0]?.id)
  expect((await teacher.get(address ?? '')).status).toBe(200)
})

test('a draft that was given up is in the list, cannot be written, and its number is given again', async () => {
  const { at, official, territory, edition } = await aDraft()
  await official.get(at)
  expect((await official.press('Отказаться от проекта')).status).toBe(303)
  expect((await storedOf(territory.id, edition)).state).toBe('dropped')
  expect((await official.get('/regulation/editions')).text).toContain('Отказались')
  expect((await official.get(`${at}/pages/status`)).to).toContain(at)
  const again = await official.post('/regulation/new-edition', { from: 'copy' })
  expect((await storedOf(territory.id, editionOf(again.to))).version).toBe(2)
})

test('who signs reads a draft and finds no form to write it; a teacher finds no draft', async () => {
  const { at, territory } = await aDraft()
  const signatory = as(await aPerson(base.db, territory, { roles: ['signatory'] }))
  const teacher = as(await aPerson(base.db, territory))
  const asked = async (who: typeof teacher) => [
    (await who.get(at)).status,
    (await who.get(`${at}/rules/term`)).status,
    (await who.post(`${at}/rules`, { rule: 'term', said: 'no' })).status,
  ]
  expect(await asked(signatory)).toEqual([200, 403, 403])
  expect(await asked(teacher)).toEqual([404, 404, 404])
  const stranger = await anEditor()
  expect((await stranger.official.get(`/t/${territory.code}${at}`)).status).toBe(404)
})

test('a second Положение begun by mistake changes nothing in how the one in force is cited, neither as a draft nor dropped', async () => {
  const { official, territory } = await anEditor()
  const now = () =>
    inScope(base.db, territory.id, async (tx) => {
      const [only] = await regulationsOn(tx, territory.id, '2021-06-01')
      return termBasis(only!.regulation)
    })
  const before = await now()
  const begun = await official.post('/regulation/new-line', { name: 'Положение по ошибке', from: 'empty' })
  expect(await now()).toEqual(before)
  await official.get(`/regulation/editions/${editionOf(begun.to)}`)
  expect((await official.press('Отказаться от проекта')).status).toBe(303)
  expect(await now()).toEqual(before)
})
