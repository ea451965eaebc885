/** Where a piece of a file belongs in a programme: a field, or `topic.<id>.<field>`. */
export const fixedPlaces = [
  'note.relevance',
  'note.aim',
  'note.tasks',
  'note.contingent',
  'note.directions',
  'resources.people',
  'resources.material',
  'resources.teaching',
  'external.criteria',
  'external.procedure',
  'external.tools',
  'self.criteria',
  'self.procedure',
  'self.tools',
] as const
export type FixedPlace = (typeof fixedPlaces)[number]
export const topicPlaces = ['teach', 'form', 'develop', 'sessions', 'tryOuts', 'results'] as const
export type TopicPlace = (typeof topicPlaces)[number]
/** A section of the paper's own, by its code. */
export type OwnPlace = `own.${string}`
export type PiecePlace = FixedPlace | OwnPlace | `topic.${string}.${TopicPlace}`

/** A paragraph or a row of a table as it stood in the file; the person may have mended its words. */
export type Piece = { readonly id: string; readonly text: string }
export type PlacedPiece = Piece & { readonly place: PiecePlace }
/** A topic that the file names, with the hours in its caption. */
export type NamedTopic = { readonly id: string; readonly title: string; readonly hours: number | null }

/** What a file was taken apart into, until all of it has been carried over or left. */
export type Recognised = {
  readonly pieces: readonly PlacedPiece[]
  readonly topics: readonly NamedTopic[]
  /** Sentences on what was in the file and is not carried over. */
  readonly notes: readonly string[]
}
export type Sorted = { readonly recognised: Recognised; readonly unplaced: readonly Piece[] }

export const ownPlace = (code: string): OwnPlace => `own.${code}`
export const topicPlace = (topicId: string, place: TopicPlace): PiecePlace => `topic.${topicId}.${place}`

/** The topic of a place and the field in it; null for a place outside topics. */
export function topicOf(place: PiecePlace): { topicId: string; field: TopicPlace } | null {
  const found = /^topic\.(.+)\.(\w+)$/.exec(place)
  return found ? { topicId: found[1]!, field: found[2] as TopicPlace } : null
}
