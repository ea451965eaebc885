import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'

/** A paper of another module with a code of the same kind: what it is, whose by the first letters, every row that is printed on it. */
export type OtherPaper = {
  readonly title: string
  readonly holder: string
  readonly rows: readonly { readonly key: string; readonly value: string }[]
}
/** Papers that are checked at the same address. */
export const otherPapers = port<(tx: Tx, code: string) => Promise<OtherPaper | null>>('otherPapers')
