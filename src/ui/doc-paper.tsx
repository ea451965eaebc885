// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are shown as blocks, and browsers then forget that it is a table.
import type { JSX } from 'preact'
import type { Block, Clause, Table, Words } from '../documents/model.ts'
import { linesOf } from '../documents/typography.ts'
import { nb } from './nb.ts'
import { PaperBlank, type PaperPoint, PaperPoints, PaperRow } from './paper.tsx'

/** What stands in an unsigned paper instead of the day and the number. */
export type Unsigned = { readonly date: string; readonly number: string }

type PaperBlocksProps = { blocks: readonly Block[]; unsigned?: Unsigned | null; idOf?: (number: string) => string }

/** The blocks of a document as they are printed, on a page. What no order uses (lines to fill, codes) is left out. */
export function PaperBlocks({ blocks, unsigned = null, idOf }: PaperBlocksProps) {
  return <>{groups(blocks).map((group) => (Array.isArray(group) ? <Run run={group} idOf={idOf} /> : one(group, unsigned)))}</>
}

/** Points that follow one another are one list, and so are bullets. */
function groups(blocks: readonly Block[]): (Block | Block[])[] {
  const found: (Block | Block[])[] = []
  for (const block of blocks) {
    const last = found.at(-1)
    if (block.kind !== 'clause' && block.kind !== 'bullet') found.push(block)
    else if (Array.isArray(last) && last[0]?.kind === block.kind) last.push(block)
    else found.push([block])
  }
  return found
}

function Run({ run, idOf }: { run: readonly Block[]; idOf?: (number: string) => string }) {
  const clauses = run.filter((block) => block.kind === 'clause')
  if (clauses.length > 0) return <PaperPoints points={nested(clauses, idOf)} />
  return (
    <ul class="pl-doc__bullets">
      {run.map((block) => (
        <li>{block.kind === 'bullet' && <Text words={block.words} />}</li>
      ))}
    </ul>
  )
}

type Growing = PaperPoint & { points: Growing[] }

function nested(clauses: readonly Clause[], idOf?: (number: string) => string): Growing[] {
  const top: Growing[] = []
  const path: Growing[] = []
  for (const { number, words, depth } of clauses) {
    const point: Growing = {
      number: /[.)]$/.test(number) ? number : `${number}.`,
      text: <Text words={words} />,
      points: [],
      ...(idOf && { id: idOf(number) }),
    }
    path.length = Math.min(path.length, depth)
    const parent = path.at(-1)
    if (parent) parent.points.push(point)
    else top.push(point)
    path.push(point)
  }
  return top
}

const alignments = { left: '', justify: '', center: 'pl-doc__center', right: 'pl-doc__mark' } as const

function one(block: Block, unsigned: Unsigned | null): JSX.Element | null {
  switch (block.kind) {
    case 'letterhead':
      return (
        <p class="pl-doc__top">
          <Lines lines={block.lines} />
        </p>
      )
    case 'dateAndNumber':
      return (
        <p class="pl-doc__row">
          <span>{unsigned ? <PaperBlank text={unsigned.date} /> : nb(block.date)}</span>
          {block.place && <span>{nb(block.place)}</span>}
          <span>{unsigned ? <PaperBlank text={unsigned.number} /> : nb(block.number)}</span>
        </p>
      )
    case 'paragraph':
      return (
        <p class={alignments[block.align] || undefined}>
          <Text words={block.words} />
        </p>
      )
    case 'heading':
      return block.level === 1 ? (
        <h2 class="govuk-heading-s pl-doc__center">
          <Text words={block.words} />
        </h2>
      ) : (
        <h3 class="govuk-heading-s">
          {block.number && `${block.number} `}
          <Text words={block.words} />
        </h3>
      )
    case 'marks':
      return <p class="pl-doc__mark">{block.right && <Lines lines={block.right} />}</p>
    case 'table':
      return <PaperTable table={block} />
    case 'signature':
      return <PaperRow left={block.post} right={block.name} />
    default:
      return null
  }
}

function PaperTable({ table }: { table: Table }) {
  return (
    <div class="pl-width">
      <table class="govuk-table" role="table">
        <thead class="govuk-table__head" role="rowgroup">
          <tr role="row">
            {table.columns.map(({ title }) => (
              <th role="columnheader" scope="col" class="govuk-table__header">
                <Text words={title} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {table.rows.map((row) => (
            <tr class="govuk-table__row" role="row">
              {row.map((cell, index) => (
                <td
                  role="cell"
                  class="govuk-table__cell"
                  colspan={cell.span}
                  data-label={cell.span ? undefined : titleOf(table, index)}
                >
                  <span>
                    <Lines lines={cell.paragraphs} />
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const titleOf = ({ columns }: Table, index: number) => nb((columns[index]?.title ?? []).map(({ text }) => text).join(''))

const Lines = ({ lines }: { lines: readonly Words[] }) => (
  <>
    {lines.map((words, index) => (
      <>
        {index > 0 && <br />}
        <Text words={words} />
      </>
    ))}
  </>
)

const Text = ({ words }: { words: Words }) => (
  <>{words.map(({ text, bold, italic }) => (bold ? <b>{typed(text)}</b> : italic ? <i>{typed(text)}</i> : typed(text)))}</>
)

/** What was typed as several lines is shown as several. */
const typed = (text: string) =>
  linesOf(text).length > 1
    ? linesOf(text).map((line, index) => (
        <>
          {index > 0 && <br />}
          {nb(line)}
        </>
      ))
    : nb(text)
