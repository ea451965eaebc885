import type { ReadFile, ReadOddities } from '../../../documents/reading/blocks.ts'
import { type Caption, captionOf, isUnknownCaption, type Marker, plainOf, topicNamed, withoutNumber } from './markers.ts'
import { type NamedTopic, ownPlace, type Piece, type PiecePlace, type PlacedPiece, type Sorted, topicPlace } from './pieces.ts'
import { type Columns, columnsOf, isOrdinal, joined, type RowRead, rowRead } from './tables.ts'

/** A caption of a topic is not longer; what is longer is text. */
const mostTitle = 300

type Where = {
  part: 'note' | 'topic' | 'assessment' | null
  topicId: string | null
  assessed: 'external' | 'self' | null
  place: PiecePlace | null
}

/** A section of the paper's own as a file names it. */
export type OwnCaption = { readonly code: string; readonly caption: string }

/**
 * Sorts a file into the structure of a programme by the captions of appendix 2, whether they are headings, plain lines or cells of a table. Text whose
 * place is not clear stays unplaced: a person decides, and nothing is lost. (R-A2)
 */
export function recognise({ blocks, oddities }: ReadFile, newKey: () => string, own: readonly OwnCaption[] = []): Sorted {
  const sorter = new Sorter(newKey, own)
  for (const block of blocks)
    block.kind === 'paragraph' ? sorter.paragraph(block.text, block.isHeading) : sorter.table(block.rows)
  return sorter.sorted(notesOn(oddities))
}

class Sorter {
  readonly #newKey: () => string
  readonly #own: readonly OwnCaption[]
  readonly #placed: PlacedPiece[] = []
  readonly #unplaced: Piece[] = []
  readonly #topics: NamedTopic[] = []
  readonly #planned = new Map<string, string>()
  // Programmes without a caption over it begin with the note, too.
  #where: Where = { part: 'note', topicId: null, assessed: null, place: null }

  constructor(newKey: () => string, own: readonly OwnCaption[]) {
    this.#newKey = newKey
    this.#own = own
  }

  sorted = (notes: string[]): Sorted => ({
    recognised: { pieces: this.#placed, topics: this.#topics, notes },
    unplaced: this.#unplaced,
  })

  paragraph(text: string, isHeading: boolean): void {
    const own = ownCaptionOf(text, this.#own)
    if (own) {
      this.#where = { part: null, topicId: null, assessed: null, place: ownPlace(own.code) }
      this.#put(own.rest)
      return
    }
    const topic = topicNamed(text)
    if (topic && topic.title.length <= mostTitle) {
      this.#openTopic(topic)
      return
    }
    const caption = captionOf(text, this.#where.part)
    if (caption && !this.#isOwnText(caption)) {
      this.#follow(caption)
      return
    }
    // A heading that says nothing to us ends what was before it: the text under it is somebody's own.
    if (isHeading || isUnknownCaption(text)) this.#where = { ...this.#where, place: null }
    this.#put(text)
  }

  /** A row that begins with a caption reads like paragraphs; a table whose head is known gives a piece for each row. */
  table(rows: readonly (readonly string[])[]): void {
    const [head = [], ...body] = rows
    const columns = columnsOf(head, { inTopic: this.#where.topicId !== null, inAssessment: this.#where.assessed !== null })
    if (columns !== null) for (const row of body) this.#row(columns, rowRead(head, row, columns))
    else if (this.#where.place?.startsWith('own.')) for (const row of rows) this.#putAt(this.#where.place, row.join(' | '))
    else if (rows.some((row) => this.#beginsWithCaption(row))) for (const row of rows) this.#asParagraphs(row)
    else if (body.length > 0 && this.#where.place?.startsWith('resources.'))
      for (const row of rows) this.#putAt(this.#where.place, inLine(row))
    else this.#putAt(null, rows.map((row) => row.filter((cell) => cell !== '').join(' | ')).join('\n'))
  }

  #row({ kind }: Columns, { main, text, hours, rest }: RowRead): void {
    const { topicId, assessed } = this.#where
    const isSum = /^(итого|всего)(?!\p{L})/iu.test(main)
    const isTopic = kind !== 'topics' || (hours !== null && main.length <= mostTitle)
    if (main === '' || isSum || !isTopic) this.#putAt(null, joined('; ', text, rest))
    else {
      if (kind === 'topics') this.#planTopic(topicNamed(main)?.title || main, hours)
      else if (kind === 'criteria') this.#putAt(`${assessed!}.criteria`, text)
      else this.#putAt(topicPlace(topicId!, kind), text)
      this.#putAt(null, rest)
    }
  }

  #beginsWithCaption(row: readonly string[]): boolean {
    const first = row.find((cell) => !isOrdinal('', cell)) ?? ''
    return (
      captionOf(first, this.#where.part)?.isSentence === false ||
      topicNamed(first) !== null ||
      ownCaptionOf(first, this.#own) !== null
    )
  }

  #asParagraphs(row: readonly string[]): void {
    for (const cell of row)
      if (!isOrdinal('', cell)) for (const line of cell.split('\n')) if (line !== '') this.paragraph(line, false)
  }

  /** A topic that the plan lists: the caption of the same title below means this one. */
  #planTopic(title: string, hours: number | null): void {
    const id = this.#newKey()
    this.#topics.push({ id, title, hours })
    this.#planned.set(title.toLowerCase(), id)
  }

  #openTopic({ title, hours }: { title: string; hours: number | null }): void {
    const planned = this.#planned.get(title.toLowerCase())
    this.#planned.delete(title.toLowerCase())
    const id = planned ?? this.#newKey()
    const at = this.#topics.findIndex((topic) => topic.id === planned)
    if (at < 0) this.#topics.push({ id, title, hours })
    else this.#topics[at] = { id, title, hours: hours ?? this.#topics[at]!.hours }
    this.#where = { part: 'topic', topicId: id, assessed: null, place: null }
  }

  #follow({ marker, rest }: Caption): void {
    this.#where = this.#after(marker)
    if (rest === '') return
    if ('opens' in marker && marker.opens === 'objectives') for (const one of rest.split(';')) this.#objective(one.trim())
    else this.#put(rest)
  }

  /** «научить составлять карточки» after «Задачи:» on the same line. What names no kind of objective goes with the one before it. */
  #objective(text: string): void {
    const caption = captionOf(text, 'topic')
    if (caption && isObjective(caption)) this.#where = this.#after(caption.marker)
    this.#put(text)
  }

  /**
   * «Развитие умения слушать» among results is a result and no caption; «Задачи на полугодие ставит методист» opens nothing: it is a sentence where it
   * stands.
   */
  #isOwnText(caption: Caption): boolean {
    if (caption.isSentence && 'opens' in caption.marker) return true
    return isObjective(caption) && !caption.isOnlyCaption && /\.(sessions|tryOuts|results)$/.test(this.#where.place ?? '')
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

/** The section of the paper's own that a paragraph names, alone or before a colon, and the text after it. */
function ownCaptionOf(text: string, own: readonly OwnCaption[]): { code: string; rest: string } | null {
  const bare = withoutNumber(text)
  for (const { code, caption } of own) {
    if (!plainOf(bare).startsWith(plainOf(caption))) continue
    const after = bare.slice(caption.length).trim()
    if (after === '' || /^[:.]/.test(after)) return { code, rest: after.slice(1).trim() }
  }
  return null
}

const isObjective = ({ marker }: Caption): boolean => 'inTopic' in marker && ['teach', 'form', 'develop'].includes(marker.inTopic)

const inLine = (row: readonly string[]): string => joined(', ', ...row.filter((cell, index) => index > 0 || !isOrdinal('', cell)))

function notesOn({ pictures, hidden, deleted, comments }: ReadOddities): string[] {
  return [
    ...(pictures > 0 ? [`Картинки не переносятся, в файле их ${pictures}: опишите словами то, что на них важно`] : []),
    ...(hidden ? ['В файле был скрытый текст: он не перенесён'] : []),
    ...(deleted ? ['В файле были исправления: взят текст, каким он стал'] : []),
    ...(comments ? ['Примечания на полях не перенесены'] : []),
  ]
}
