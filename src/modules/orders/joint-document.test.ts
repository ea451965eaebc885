import { expect, test } from 'vitest'
import type { Block } from '../../documents/model.ts'
import { appendixBlocks, orderBlocks } from './document.ts'
import { type OrderProof, together } from './snapshot.ts'

test.each([
  ['приказываю:', 'приказываем:'],
  ['ПРИКАЗЫВАЮ:', 'ПРИКАЗЫВАЕМ:'],
  ['п о с т а н о в л я ю', 'п о с т а н о в л я ю'],
  ['постановляю', 'постановляем'],
  ['обязать:', 'обязать:'],
])('what one says as «%s» several say as «%s»', (one, several) => expect(together(one)).toBe(several))

const joint: OrderProof = {
  ...{ kind: 'order', letterhead: ['Комитет'], signedOn: '2021-02-02', numberText: '2-о', place: null, title: 'О статусе' },
  ...{ preamble: '', enactingWord: 'приказываем:', points: [], signatory: { post: 'Председатель', name: 'А. А. Первая' } },
  appendices: [],
  signatures: [
    ...[
      { post: 'Председатель', name: 'А. А. Первая', letterhead: ['Комитет'], issuerGenitive: 'комитета', signedOn: '2021-02-02' },
    ],
    ...[{ post: 'Директор', name: 'Б. Б. Вторая', letterhead: ['Центр'], issuerGenitive: 'центра', signedOn: '2021-01-28' }],
  ],
}
const blank = { date: '', number: '' }
const kinds = (blocks: readonly Block[], kind: Block['kind']) => blocks.filter((block) => block.kind === kind)

test('a joint paper names each body over its text, and has the signature of each over its day', () => {
  const blocks = orderBlocks(joint, blank)
  expect(kinds(blocks, 'letterhead')).toHaveLength(2)
  expect(kinds(blocks, 'signature')).toMatchObject([{ name: 'А. А. Первая' }, { name: 'Б. Б. Вторая' }])
  expect(JSON.stringify(blocks.at(-1))).toContain('28 января 2021')
})

test('its appendices are of the order of all of them', () => {
  const sites = { number: 1, title: 'Перечень', content: 'sites' as const, columns: ['№', 'Учреждение'], rows: [] }
  expect(JSON.stringify(appendixBlocks(sites, joint, blank)[0])).toContain('комитета и центра')
})
