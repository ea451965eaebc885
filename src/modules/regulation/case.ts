import { caseOf } from '../../kit/case.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'
import { bodiesWithOffice } from './ports.ts'
import { parsedOf } from './queries.ts'
import type { Amended } from './sheet-queries.ts'

declare module '../../db/columns.ts' {
  interface JsonColumns {
    'regulations.document': Regulation
    'published_regulations.document': Regulation
    'regulations.amendments': readonly Amended[]
    'published_regulations.amendments': readonly Amended[]
  }
}

/** An edition of the regulation, from its first word to the order that approves it. */
export const editions = caseOf({
  table: 'regulations',
  machine,
  param: 'edition',
  sees: 'regulation.viewDraft',
  home: paths.edition,
  around: async (tx, ctx, one) => ({ regulation: parsedOf(one), offices: await bodiesWithOffice.only()(tx, ctx) }),
  concerns: () => ({}),
})

export type OpenEdition = NonNullable<Awaited<ReturnType<typeof editions.open>>>
