import {
  appendixMark,
  bold,
  cell,
  clause,
  column,
  dateAndNumber,
  document,
  gap,
  heading,
  letterhead,
  p,
  paragraphs,
  section,
  signature,
  table,
} from '../../documents/build.ts'
import { type DateForm, ofDateAndNumber, orderDate } from '../../documents/dates.ts'
import type { Block, Doc } from '../../documents/model.ts'
import { act } from '../../regulation/acts.ts'
import { listsWeakSchools, withheld } from '../../regulation/weak-schools.ts'
import { regulationBlocks } from '../regulation/blocks.ts'
import type { Appendix } from './appendices.ts'
import type { OrderProof, OrderSnapshot } from './snapshot.ts'

/** What can be printed: a signed order, or a draft that has no number and no day yet. */
export type Printable = OrderProof | OrderSnapshot

/** What stands where the day and the number will be. */
export type Blanks = { readonly date: string; readonly number: string }
const lines: Blanks = { date: '«____» ______________ 20___ г.', number: '№ ________' }

/** The whole order on paper: letterhead, text, signature, then every appendix on pages of its own. (X-O) */
export function orderDocument(order: Printable, blanks: Blanks = lines): Doc {
  return document(
    { title: documentTitle(order), author: order.letterhead.join(' '), ...(order.signedOn && { date: order.signedOn }) },
    [
      section(orderBlocks(order, blanks)),
      ...order.appendices.map((appendix) => section(appendixBlocks(appendix, order, blanks))),
    ],
  )
}

/** «Приказ № 33 от 28 января 2021 г.» */
export function documentTitle(order: Printable): string {
  const name = act(order).title
  if (order.signedOn === null || order.numberText === null) return `${name}, проект: ${order.title}`
  return `${name} № ${order.numberText} от ${orderDate(order.signedOn)}`
}

const formOf = (order: Printable): DateForm => order.dateForm ?? 'long'

/** A date that stands alone: the office's digits get their «г.». */
function dateOf(order: Printable, blanks: Blanks): string {
  if (order.signedOn === null) return blanks.date
  const date = orderDate(order.signedOn, formOf(order))
  return formOf(order) === 'digits' ? `${date} г.` : date
}

/** Letterhead, day and number, title, preamble, points, signature. */
export function orderBlocks(order: Printable, blanks: Blanks): Block[] {
  const number = order.numberText === null ? blanks.number : `№ ${order.numberText}`
  return [
    ...letterheadsOf(order).map((lines) => letterhead(...lines.map((line) => bold(line)))),
    heading(1, act(order).nominative.toUpperCase()),
    dateAndNumber(dateOf(order, blanks), number, order.place ?? undefined),
    heading(2, order.title, { align: 'left' }),
    ...preambleBlocks(order),
    ...order.points.flatMap(({ number, text }) => {
      const [first = '', ...rows] = text.split('\n')
      return [clause(number, first, depthOf(number)), ...rows.map((row) => p(row))]
    }),
    ...signatureBlocks(order),
  ]
}

/** Bodies that sign together are named over the text each, in the order of the paper. */
const letterheadsOf = ({ letterhead: own, signatures }: Printable) => signatures?.map((one) => one.letterhead) ?? [own]

/** Each of several signatures stands over its own day. (GOST R 7.0.97-2016, 5.22) */
const signatureBlocks = (order: Printable): Block[] =>
  order.signatures?.flatMap(({ post, name, signedOn }) => [
    signature(post, name),
    ...(signedOn === null ? [] : [p(orderDate(signedOn, formOf(order)), { indent: false })]),
  ]) ?? [signature(order.signatory.post, order.signatory.name)]

const depthOf = (number: string) => number.split('.').length - 1

/** An enacting word in capitals stands on a line of its own, any other ends the preamble. */
function preambleBlocks({ preamble, enactingWord }: Printable): Block[] {
  const word = enactingWord.trim()
  const text = preamble.trim()
  if (word === word.toUpperCase())
    return [...paragraphs(text, { keepWithNext: true }), p(word, { indent: false, keepWithNext: true })]
  return [p([text, word].filter((part) => part !== '').join(' '), { keepWithNext: true })]
}

/** An appendix with its mark at the top right: a regulation is approved as one, a list only belongs to the order. */
export function appendixBlocks(appendix: Appendix, order: Printable, blanks: Blanks): Block[] {
  return [appendixMark(...markLines(appendix, order, blanks)), gap(), ...contentBlocks(appendix)]
}

function markLines({ number, content }: Appendix, order: Printable, blanks: Blanks): string[] {
  const issuers = order.signatures?.map((one) => one.issuerGenitive) ?? [order.issuerGenitive]
  const named = issuers.flatMap((one) => one ?? [])
  const issuer = named.length > 0 ? ` ${[named.slice(0, -1).join(', '), named.at(-1)].filter((part) => part).join(' и ')}` : ''
  const of =
    order.signedOn === null || order.numberText === null
      ? `от ${blanks.date} ${blanks.number}`
      : ofDateAndNumber(order.signedOn, order.numberText, formOf(order))
  // An only appendix carries no number.
  const mark = order.appendices.length > 1 ? `Приложение ${number}` : 'Приложение'
  if (content === 'regulation') return [mark, 'УТВЕРЖДЕНО', `${act(order).instrumental}${issuer}`, of]
  return [mark, `к ${act(order).dative}${issuer}`, of]
}

function contentBlocks(appendix: Appendix): Block[] {
  if (appendix.content === 'regulation') return regulationBlocks(appendix.regulation)
  if (listsWeakSchools(appendix) && appendix.rows.length === 0) return [heading(1, appendix.title), gap(), p(withheld)]
  const { title, columns, rows } = appendix
  return [
    heading(1, title),
    gap(),
    table(
      columns.map((caption, index) =>
        column(caption, widthOf(appendix.content, index, columns.length), index === 0 ? 'center' : 'left'),
      ),
      rows.map((row) => row.map((lines, index) => cell({ lines: index === 0 ? lines.map(withStop) : lines }))),
    ),
  ]
}

/** The number of a row is narrow; in a list of sites the theme takes most, in one of criteria the levels do. */
function widthOf(content: 'sites' | 'attachments' | 'criteria', index: number, count: number): number {
  if (index === 0) return 1.2
  if (count !== 4) return 5.5
  return (content === 'criteria' ? [0, 5, 1.6, 8] : [0, 5, 6, 3.5])[index]!
}
const withStop = (number: string) => (/^\d+$/.test(number) ? `${number}.` : number)
