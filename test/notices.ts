import { expect, test } from 'vitest'
import type { NoticesOf, NoticeText, Wording } from '../src/notices/kinds.ts'
import { act } from '../src/regulation/acts.ts'

/** Says one kind of a module's notices in the territory «chebula», about the subject x. */
export const saying =
  <Table extends Readonly<Record<string, Wording>>>(notices: Table) =>
  <Kind extends keyof Table & string>(kind: Kind, params: NoticesOf<Table>[Kind]): NoticeText =>
    notices[kind]!.say(params, { territory: 'chebula' }, 'x', act('order'))

/** A test for each kind of a module's notices: said of its example it is a whole sentence with a link. */
export function wholeSentences<Table extends Readonly<Record<string, Wording>>>(
  notices: Table,
  examples: NoticesOf<Table>,
): void {
  test.each(Object.keys(notices))('%s is a whole sentence with a link', (kind) => {
    const { title, more, href } = saying(notices)(kind, examples[kind]!)
    expect(`${title} ${more ?? ''}`).not.toMatch(/undefined|null|\[object/)
    expect(title).toMatch(/^[А-ЯЁ]/)
    expect(title).not.toMatch(/[A-Za-z]/)
    expect(href).toMatch(/^\/t\/chebula\/.+/)
  })
}
