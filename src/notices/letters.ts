import type { Ctx } from '../authz/ctx.ts'
import type { Tx } from '../db/pool.ts'
import { counted } from '../kernel/plural.ts'
import type { PersonId, TerritoryId } from '../kernel/types.ts'
import { paths } from '../web/paths.ts'
import { type NoticeKind, noticeText } from './kinds.ts'

/** A notice as it is stored. */
export type StoredNotice = {
  readonly id: string
  readonly personId: PersonId
  readonly kind: NoticeKind
  readonly subjectId: string
  readonly params: unknown
}

type From = Pick<Ctx, 'territory' | 'services'>
type Words = { readonly subject: string; readonly text: string }

const inside = 'Ответить на это письмо нельзя: всё делается на странице по ссылке.'

function lines({ territory, services }: From, notice: StoredNotice): string {
  const { title, more, href } = noticeText(territory, notice)
  return [title, more, services.origin + href].filter((line) => line !== null).join('\n')
}

/** A letter about one thing that cannot wait. */
export const urgentLetter = (from: From, notice: StoredNotice): Words => ({
  subject: noticeText(from.territory, notice).title,
  text: `${lines(from, notice)}\n\n${from.territory.name}. ${inside}\n`,
})

const markText = (mark: string) =>
  `Контрольная строка истории: ${mark}\nСохраните письмо: по этой строке проверяют, что записи о сделанном не удалены и не изменены.\n\n`

/** The letter of the day: everything one person has been told and has not been written about yet; with the mark of history for who answers for it. */
export function dailyLetter(from: From, notices: readonly StoredNotice[], mark: string | null): Words {
  const all = from.services.origin + paths.notices({ territory: from.territory.code })
  return {
    subject: `${from.territory.shortName}: ${counted(notices.length, 'уведомление', 'уведомления', 'уведомлений')}`,
    text: `${notices.map((notice) => lines(from, notice)).join('\n\n')}\n\nВсе уведомления: ${all}\n\n${mark === null ? '' : markText(mark)}${from.territory.name}. ${inside}\n`,
  }
}

/** Where letters to these people go: the e-mail of their account. People without an account get none. */
export async function addressesOf(
  tx: Tx,
  territoryId: TerritoryId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await tx
    .selectFrom('memberships as m')
    .innerJoin('authUsers as account', 'account.id', 'm.accountId')
    .select(['m.personId', 'account.email'])
    .where('m.territoryId', '=', territoryId)
    .where('m.personId', 'in', [...people])
    .execute()
  return new Map(rows.map(({ personId, email }) => [personId, email]))
}

/** Notes that nothing more has to be written about these. */
export async function markMailed(tx: Tx, ctx: Pick<Ctx, 'territory' | 'now'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('notices')
    .set({ mailedAt: ctx.now })
    .where('territoryId', '=', ctx.territory.id)
    .where('id', 'in', [...ids])
    .execute()
}
