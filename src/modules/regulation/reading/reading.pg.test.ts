import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph } from 'docx'
import { beforeAll, expect, test } from 'vitest'
import { aClient, type Person } from '../../../../test/client.ts'
import { ownDatabase } from '../../../../test/database.ts'
import { aNetwork } from '../../../../test/factories/sites.ts'
import { aTerritory } from '../../../../test/factory.ts'

const base = ownDatabase()
const { as } = aClient(base)
let official: Person
let at = ''
beforeAll(async () => {
  const { ctx } = await aNetwork(base.db, await aTerritory(base.db, '2021-09-01'))
  official = as(ctx.actor.personId)
  const { to } = await official.post('/regulation/new-edition', { from: 'copy' })
  at = `/regulation/editions/${/editions\/([0-9a-f-]{36})/.exec(to ?? '')?.[1]}`
})

const levels = [
  { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
  { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2.', alignment: AlignmentType.START },
]
const numbered = (text: string, level: 0 | 1) => new Paragraph({ text, numbering: { reference: 'paper', level } })
const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 })
async function aPaper(children: Paragraph[]): Promise<File> {
  const document = new Document({ numbering: { config: [{ reference: 'paper', levels }] }, sections: [{ children }] })
  return new File([new Uint8Array(await Packer.toBuffer(document))], 'положение.docx')
}
const send = (file?: File) => official.post(`${at}/paper-file`, { _version: '1', ...(file && { file }) })

test('a .docx is shown with the numbers that Word draws, and is cut by them when it has been looked through', async () => {
  const read = await send(
    await aPaper([
      heading('Положение о площадке'),
      numbered('Общие положения', 0),
      numbered('Площадка — это школа.', 1),
      numbered('Площадкой становятся приказом.', 1),
      numbered('Статус', 0),
      numbered('Статус дают на три года.', 1),
      heading('Заключительные положения'),
      new Paragraph('Вступает в силу с подписания.'),
    ]),
  )
  expect(read.status).toBe(200)
  for (const line of [
    '1. Общие положения',
    '1.2. Площадкой становятся приказом.',
    '2.1. Статус дают',
    '# Заключительные положения',
  ])
    expect(read.text).toContain(line)
  expect((await official.press('Разложить по пунктам')).status).toBe(303)
  const text = (await official.get(`${at}/text`)).text
  for (const part of ['2.1', 'Статус дают на три года', 'Заключительные положения', 'Вступает в силу с подписания'])
    expect(text).toContain(part)
})

test('a .txt is read in UTF-8 and in the encoding of old programs', async () => {
  const words = '1. Общие положения\n1.1. Ёлка — площадка.'
  expect((await send(new File([words], 'a.txt'))).text).toContain('Ёлка — площадка')
  const old = Uint8Array.from(
    [...words].map(
      (letter) =>
        ({ Ё: 0xa8, ё: 0xb8, '—': 0x97 })[letter] ?? (letter > '~' ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0)),
    ),
  )
  expect((await send(new File([old], 'a.txt'))).text).toContain('Ёлка — площадка')
})

test.each([
  ['nothing', (): File | undefined => undefined, 'Выберите файл с текстом Положения'],
  ['a broken one', () => new File(['PK\u0003\u0004 не архив'], 'a.docx'), 'a.docx'],
  ['a foreign one', () => new File(['%PDF-1.7 …'], 'a.pdf'), 'a.pdf'],
  ['bytes called a text', () => new File([new Uint8Array([0, 1, 2])], 'a.txt'), 'прочитать его не удалось'],
  ['an empty text', () => new File([' \n '], 'a.txt'), 'Выберите файл с текстом'],
  ['a book', () => new File(['а'.repeat(310_000)], 'a.txt'), 'Оставьте в файле сам текст Положения'],
] as const)('%s is refused in a sentence that says what to do', async (_, file, sentence) => {
  const refused = await send(file())
  expect(refused.status).toBe(422)
  expect(refused.text).toContain(sentence)
  expect(refused.text).toContain('Текст не внесён')
})
