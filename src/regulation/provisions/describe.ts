import { entryOf } from '../editor/entries.ts'
import type { Describer } from '../line.ts'

/** What the paper forbids: refused with its clause. */
const forbidden: Describer = ({ provisions }) =>
  Object.entries(provisions).flatMap(([key, note]) =>
    note.state === 'forbidden'
      ? [{ clause: note.clause, icon: 'lock' as const, text: `Запрещено: ${entryOf(key)?.title.toLowerCase() ?? key}` }]
      : [],
  )

/** What the product does by the notes beside the rules. */
export const provisionDescribers: readonly Describer[] = [forbidden]
