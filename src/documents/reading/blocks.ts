/** What a reader of a file finds, in the order of the pages. */
export type ReadBlock =
  | {
      readonly kind: 'paragraph'
      readonly text: string
      /** A heading by its style. */
      readonly isHeading: boolean
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/** What there was besides text: said to the person, since it is not carried over. */
export type ReadOddities = {
  readonly pictures: number
  readonly hidden: boolean
  readonly deleted: boolean
  readonly comments: boolean
}
export type ReadFile = { readonly blocks: readonly ReadBlock[]; readonly oddities: ReadOddities }
