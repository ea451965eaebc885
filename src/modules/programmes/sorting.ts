import type { Piece, PiecePlace, PlacedPiece, Sorted } from './reading/pieces.ts'

/** What a person decided about the pieces of a file: words and place of those without one, those to take back, those to leave behind. */
export type Decisions = {
  readonly pieces: readonly { readonly id: string; readonly text: string; readonly to: PiecePlace | 'leave' | null }[]
  readonly back: readonly string[]
}

/** The pieces as the person has sorted them. What is left behind goes only by their word; nothing else is lost. */
export function resorted({ recognised, unplaced }: Sorted, { pieces, back }: Decisions): Sorted {
  const decisions = new Map(pieces.map((one) => [one.id, one]))
  const moved: PlacedPiece[] = []
  const left: Piece[] = []
  for (const piece of unplaced) {
    const { text = piece.text, to = null } = decisions.get(piece.id) ?? {}
    // Words that were wiped out are left behind, too.
    if (to === 'leave' || text === '') continue
    if (to === null) left.push({ id: piece.id, text })
    else moved.push({ id: piece.id, text, place: to })
  }
  const taken = new Set(back)
  return {
    recognised: { ...recognised, pieces: [...recognised.pieces.filter(({ id }) => !taken.has(id)), ...moved] },
    unplaced: [...left, ...recognised.pieces.filter(({ id }) => taken.has(id)).map(({ id, text }) => ({ id, text }))],
  }
}
