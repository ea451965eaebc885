// Proves R-16.
import { expect, test } from 'vitest'
import { pdfPages } from '../../documents/reading.fixture.ts'
import { renderPdf } from '../../documents/typst.ts'
import type { Day, OrganisationId } from '../../kernel/types.ts'
import { contractPaper } from './document.ts'

const party = (name: string, post: string, familyName: string) => ({
  organisationId: name as OrganisationId,
  fullName: name,
  address: 'г. Луга, ул. Школьная, д. 1',
  head: { familyName, givenName: 'Пётр', patronymic: 'Ильич', post },
})
const paper = (terms: string, hosts = 1) =>
  contractPaper({
    contract: { number: '5', subject: 'Совместная работа.', terms, startsOn: '2021-09-01' as Day, endsOn: '2024-08-31' as Day },
    signatures: { site: null, operator: null },
    operator: party('ГАОУ ДПО «ЛОИРО»', 'ректор', 'Кондратьев'),
    hosts: Array.from({ length: hosts }, (_, at) => party(`МОУ «Школа № ${at + 1}»`, 'директор', 'Вишняков')),
    basis: 'п. 1.6 Положения',
  })

test('each party is named with who acts for it and on what ground, and has its details', () => {
  const [text = ''] = pdfPages(renderPdf(paper('Стороны помогают друг другу.'))).map((page) =>
    page.replace(/[\s\u00ad\u202f]+/g, ' '),
  )
  expect(text.replaceAll(' ', '').match(/действующийнаоснованииустава/g)).toHaveLength(2)
  for (const detail of ['ИНН', 'КПП', 'ОГРН', 'М. П.']) expect(text.split(detail)).toHaveLength(3)
})

test.each(Array.from({ length: 16 }, (_, at) => 8 + at))('the signatures stay on one page after %i lines of terms', (lines) => {
  const pages = pdfPages(renderPdf(paper('Условие договора.\n'.repeat(lines))))
  const of = (text: string) => pages.findIndex((page) => page.includes(text))
  expect(of('Реквизиты')).toBe(of('ОГРН'))
  expect(pages.filter((page) => page.includes('М.'))).toHaveLength(1)
})
