import type { Ctx } from '../../../authz/ctx.ts'
import { factText, type Group, groups, type RoleWord } from '../../../history/facts.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { withInitials } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import { Empty } from '../../../ui/empty.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { SubNavigation } from '../../../ui/sub-navigation.tsx'
import { Timeline, type TimelineItem } from '../../../ui/timeline.tsx'
import { paths } from '../../../web/paths.ts'
import { groupNames } from '../groups.ts'
import { factHref, orderHref } from '../links.ts'
import { type HistoryRow, pageSize } from '../queries.ts'

type HistoryPageProps = {
  ctx: Ctx
  rows: readonly HistoryRow[]
  total: number
  group: Group | null
  page: number
  word: RoleWord
}

/** Everything that happened in a territory, newest first; each line leads to what it is about. */
export function HistoryPage({ ctx, rows, total, group, page, word }: HistoryPageProps) {
  const to = { territory: ctx.territory.code }
  const choices = [{ label: 'Всё', href: paths.history(to), current: group === null }].concat(
    groups.map((one) => ({ label: groupNames[one], href: paths.history(to, { group: one }), current: one === group })),
  )
  return (
    <>
      <PageHead
        title="История"
        more={`Всё, что было сделано в территории, с именем и временем. Записи не исправляют и не удаляют. ${counted(total, 'запись', 'записи', 'записей')}.`}
      />
      <SubNavigation label="О чём записи" links={choices} />
      {rows.length === 0 ? (
        <Empty picture="paper" title="Записей пока нет">
          <p>Они появятся сами, когда здесь что-нибудь сделают.</p>
        </Empty>
      ) : (
        <Sheet>
          <h2 class="govuk-visually-hidden">Записи</h2>
          <Timeline items={rows.map((row) => item(ctx, row, word))} />
        </Sheet>
      )}
      <Pager
        label="Страницы истории"
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(next) => paths.history(to, { group, page: next })}
      />
    </>
  )
}

function item(ctx: Ctx, row: HistoryRow, word: RoleWord): TimelineItem {
  const { title, more, act } = factText(row.kind, row.facts, word)
  const { day, time } = localTime(row.at, ctx.territory.timeZone)
  const subject = subjectOf(row, more)
  const when = `${longDate(day)}, ${time.slice(0, 5)}`
  return {
    title: subject ? `${title}: ${subject}` : title,
    act,
    when: row.actor ? `${when}, ${withInitials(row.actor)}` : when,
    more: (
      <More text={more} title={title} subject={factHref(ctx.territory.code, row)} order={orderHref(ctx.territory.code, row)} />
    ),
  }
}

/** Whom or what the line is about, unless the sentence under it says so. */
function subjectOf({ siteName, person, organisationName, orderNumber }: HistoryRow, more: string | null): string | null {
  if (siteName) return siteName
  const name = person && withInitials(person)
  const number = orderNumber && `№ ${orderNumber}`
  const said = (text: string | undefined) => text !== undefined && more?.includes(text)
  return [name, organisationName, number].find((text) => text && !said(text) && !said(person?.familyName)) ?? null
}

function More({
  text,
  title,
  subject,
  order,
}: {
  text: string | null
  title: string
  subject: string | null
  order: string | null
}) {
  const whole = text && text.charAt(0).toUpperCase() + text.slice(1)
  if (!whole && !subject && !order) return null
  const about = <span class="govuk-visually-hidden">: {nb(title)}</span>
  return (
    <>
      {whole && nb(whole)}
      {whole && (subject || order) && <br />}
      {subject && (
        <a class="govuk-link" href={subject}>
          Открыть{about}
        </a>
      )}
      {subject && order && ' · '}
      {order && (
        <a class="govuk-link" href={order}>
          Приказ{about}
        </a>
      )}
    </>
  )
}
