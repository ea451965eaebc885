import type { Tx } from '../../db/pool.ts'
import { type CsvColumn, csvHead, csvHeaders, csvRows } from '../../export/csv.ts'
import { shortDate } from '../../kernel/dates.ts'
import { numberedAct } from '../../regulation/acts.ts'
import { organisationKindName } from '../../regulation/kinds.ts'
import { paths } from '../../web/paths.ts'
import { stateWords } from '../sites/naming-rules.ts'
import { siteStateOn } from '../sites/rules.ts'
import { type RegisterLine, type RegisterQuery, registerBatches } from './queries.ts'

/** The columns of the register as a table file. */
export const registerColumns: readonly CsvColumn<RegisterLine>[] = [
  ['Площадка', (line) => line.name],
  ['Полное название', (line) => line.organisationName],
  ['Вид организации', (line) => line.kinds.map((kind) => organisationKindName[kind]).join('; ')],
  ['Населённый пункт', (line) => line.settlements],
  ['Территория', (line) => line.territoryName],
  ['Тема', (line) => line.theme],
  ['Направление', (line) => line.direction],
  ['Состояние', (line) => stateWords[siteStateOn(line, line.day)]],
  ['Состояние на дату', (line) => shortDate(line.day)],
  ['Первый день', (line) => shortDate(line.from)],
  ['Последний день', (line) => line.to && shortDate(line.to)],
  ['Основание', (line) => numberedAct(line.orderKind, line.orderNumber)],
  ['Дата приказа', (line) => shortDate(line.orderSignedOn)],
  ['Пункт', (line) => line.orderPoint],
  ['Руководитель по приказу', (line) => line.headName],
  ['Страница', (line) => paths.publicSite({ territory: line.territoryCode, site: line.siteId })],
]

/** A line of the register for a program; the fields are described on the page of open data. */
export const registerRecord = (line: RegisterLine) => ({
  id: line.siteId,
  name: line.name,
  fullName: line.organisationName,
  kinds: line.kinds,
  settlements: line.settlements,
  territory: { code: line.territoryCode, name: line.territoryName },
  theme: line.theme,
  direction: line.direction,
  state: siteStateOn(line, line.day),
  stateOn: line.day,
  from: line.from,
  to: line.to,
  suspensions: line.suspensions,
  order: {
    kind: line.orderKind,
    number: line.orderNumber,
    date: line.orderSignedOn,
    point: line.orderPoint,
    page: line.orderPublished ? paths.publicOrder({ territory: line.territoryCode, order: line.orderId }) : null,
  },
  head: line.headName,
  page: paths.publicSite({ territory: line.territoryCode, site: line.siteId }),
})

/** All found lines as a table file. */
export async function registerCsv(tx: Tx, query: RegisterQuery): Promise<Response> {
  const parts = [csvHead(registerColumns)]
  for await (const lines of registerBatches(tx, query)) parts.push(csvRows(registerColumns, lines))
  return new Response(inPieces(parts), { headers: csvHeaders('register') })
}

/** All found lines for a program: one object with the list `sites`. */
export async function registerJson(tx: Tx, query: RegisterQuery): Promise<Response> {
  const parts = ['{"sites":[']
  let count = 0
  for await (const lines of registerBatches(tx, query)) {
    const text = lines.map((line) => JSON.stringify(registerRecord(line))).join(',\n')
    parts.push(count > 0 ? `,\n${text}` : text)
    count += lines.length
  }
  parts.push(`],"count":${count}}\n`)
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(inPieces(parts), { headers })
}

/** Sends the file piece by piece, as fast as the reader takes it. */
function inPieces(parts: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let next = 0
  return new ReadableStream({
    pull(controller) {
      const part = parts[next++]
      if (part === undefined) controller.close()
      else controller.enqueue(encoder.encode(part))
    },
  })
}
