import type { ReadBlock, ReadFile, ReadOddities } from './blocks.ts'
import { type Caption, captionOf, type Marker, topicNamed, withoutNumber } from './markers.ts'
import { type NamedTopic, type Piece, type PiecePlace, type PlacedPiece, type Sorted, topicPlace } from './pieces.ts'

type Where = {
  part: 'note' | 'topic' | 'assessment' | null
  topicId: string | null
  assessed: 'external' | 'self' | null
  place: PiecePlace | null
}

/**
 * Sorts a file into the structure of a programme by the captions of appendix 2, whether they are headings, plain lines or cells of a table. Text whose
 * place is not clear stays unplaced: a person decides, and nothing is lost. (R-A2)
 */
export function recognise({ blocks, oddities }: ReadFile, newKey: () => string): Sorted {
  const sorter = new Sorter(newKey)
  for (const block of blocks)
    block.kind === 'paragraph' ? sorter.paragraph(block.text, block.isHeading) : sorter.table(block.rows)
  return sorter.sorted(notesOn(oddities))
}

class Sorter {
  readonly #newKey: () => string
  readonly #placed: PlacedPiece[] = []
  readonly #unplaced: Piece[] = []
  readonly #topics: NamedTopic[] = []
  // Programmes without a caption over it begin with the note, too.
  #where: Where = { part: 'note', topicId: null, assessed: null, place: null }

  constructor(newKey: () => string) {
    this.#newKey = newKey
  }

  sorted = (notes: string[]): Sorted => ({
    recognised: { pieces: this.#placed, topics: this.#topics, notes },
    unplaced: this.#unplaced,
  })

  paragraph(text: string, isHeading: boolean): void {
    const topic = topicNamed(text)
    if (topic && (isHeading || text.length <= 300)) {
      this.#openTopic(topic)
      return
    }
    const caption = captionOf(text, this.#where.part)
    if (caption && !this.#isOwnText(caption)) {
      this.#follow(caption)
      return
    }
    // A heading that says nothing to us ends what was before it: the text under it is somebody's own.
    if (isHeading) this.#where = { ...this.#where, place: null }
    this.#put(text)
  }

  /** A row whose first cell is a caption reads like paragraphs; a table of sessions or criteria gives a piece for each row. */
  table(rows: readonly (readonly string[])[]): void {
    const kind = this.#kindOf(rows[0] ?? [])
    if (kind !== null) {
      for (const row of rows.slice(1)) this.#putAt(kind.place, kind.read(row))
      return
    }
    if (rows.some(([first = '']) => captionOf(first, this.#where.part) !== null || topicNamed(first) !== null)) {
      for (const row of rows)
        for (const cell of row) for (const line of cell.split('\n')) if (line !== '') this.paragraph(line, false)
      return
    }
    const text = rows.map((row) => row.filter((cell) => cell !== '').join(' | ')).join('\n')
    if (this.#where.place === null || rows.length === 1) this.#put(text)
    else for (const row of rows) this.#put(row.filter((cell) => cell !== '').join(', '))
  }

  /** What the head of a table says of its rows. */
  #kindOf(head: readonly string[]): { place: PiecePlace; read: (row: readonly string[]) => string } | null {
    const titles = head.map((cell) => cell.toLowerCase().replaceAll('ё', 'е'))
    const at = (words: RegExp) => titles.findIndex((title) => words.test(title))
    const hours = at(/час|объем/)
    const cell = (row: readonly string[], index: number) => (index < 0 ? '' : (row[index] ?? '').replaceAll('\n', ' ').trim())
    const withHours = (row: readonly string[], text: string) =>
      cell(row, hours) === '' ? text : `${text}, ${cell(row, hours).replace(/[^\d.,].*$/u, '')} ч`
    const { topicId, assessed } = this.#where
    const [criterion, indicator] = [at(/критери/), at(/показател|признак|индикатор/)]
    if (assessed !== null && criterion >= 0)
      return { place: `${assessed}.criteria`, read: (row) => joined(': ', cell(row, criterion), cell(row, indicator)) }
    if (topicId === null) return null
    const [tryOut, assignment] = [at(/проб/), at(/задани|сдать/)]
    if (tryOut >= 0 && at(/^тема/) < 0)
      return {
        place: topicPlace(topicId, 'tryOuts'),
        read: (row) => withHours(row, joined(': ', cell(row, tryOut), cell(row, assignment))),
      }
    const [session, form] = [at(/заняти|мероприят|содержание|название/), at(/форма/)]
    return session >= 0 && (hours >= 0 || form >= 0) && at(/^тема/) < 0
      ? {
          place: topicPlace(topicId, 'sessions'),
          read: (row) => withHours(row, joined(', ', cell(row, session), cell(row, form))),
        }
      : null
  }

  #openTopic({ title, hours }: { title: string; hours: number | null }): void {
    const id = this.#newKey()
    this.#topics.push({ id, title: title.slice(0, 300), hours })
    this.#where = { part: 'topic', topicId: id, assessed: null, place: null }
  }

  #follow({ marker, rest }: Caption): void {
    this.#where = this.#after(marker)
    if (rest === '') return
    if ('opens' in marker && marker.opens === 'objectives') {
      for (const one of rest.split(';')) this.paragraph(one.trim(), false)
    } else this.#put(rest)
  }

  /** «Развитие умения слушать» among results is a result and no caption. */
  #isOwnText({ marker, isOnlyCaption }: Caption): boolean {
    const isObjective = 'inTopic' in marker && ['teach', 'form', 'develop'].includes(marker.inTopic)
    return isObjective && !isOnlyCaption && /\.(sessions|tryOuts|results)$/.test(this.#where.place ?? '')
  }

  #after(marker: Marker): Where {
    const { part, topicId, assessed } = this.#where
    if ('at' in marker)
      return { part: marker.at.startsWith('note') ? 'note' : null, topicId: null, assessed: null, place: marker.at }
    if ('inTopic' in marker)
      return { part, topicId, assessed, place: topicId === null ? null : topicPlace(topicId, marker.inTopic) }
    if ('assessed' in marker)
      return { part, topicId, assessed, place: assessed === null ? null : `${assessed}.${marker.assessed}` }
    switch (marker.opens) {
      case 'objectives':
        return { part, topicId, assessed, place: null }
      case 'external':
      case 'self':
        return { part: 'assessment', topicId: null, assessed: marker.opens, place: `${marker.opens}.procedure` }
      case 'note':
      case 'assessment':
        return { part: marker.opens, topicId: null, assessed: null, place: null }
      default:
        return { part: null, topicId: null, assessed: null, place: null }
    }
  }

  #put = (text: string): void => this.#putAt(this.#where.place, text)

  #putAt(place: PiecePlace | null, text: string): void {
    const bare = withoutNumber(text)
    if (bare === '') return
    const piece = { id: this.#newKey(), text: place === null ? text : bare }
    if (place === null) this.#unplaced.push(piece)
    else this.#placed.push({ ...piece, place })
  }
}

const joined = (by: string, ...parts: string[]): string => parts.filter((part) => part !== '').join(by)

function notesOn({ pictures, hidden, deleted, comments }: ReadOddities): string[] {
  return [
    ...(pictures > 0 ? [`Картинки не переносятся, в файле их ${pictures}: опишите словами то, что на них важно`] : []),
    ...(hidden ? ['В файле был скрытый текст: он не перенесён'] : []),
    ...(deleted ? ['В файле были исправления: взят текст, каким он стал'] : []),
    ...(comments ? ['Примечания на полях не перенесены'] : []),
  ]
}

/** How many characters of text a file holds. */
export const lengthOf = (blocks: readonly ReadBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.text.length : block.rows.flat().join('').length), 0)
