import type { Ctx } from '../../../authz/ctx.ts'
import { factText, type RoleWord } from '../../../history/facts.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { capital, withInitials } from '../../../kernel/names.ts'
import { act as words } from '../../../regulation/acts.ts'
import { nb, TextLink, type TimelineItem } from '../../../ui/content.ts'
import { factHref, orderHref } from '../links.ts'
import type { HistoryRow } from '../queries.ts'

/** A fact as a line of the history. */
export function itemOf(ctx: Ctx, row: HistoryRow, word: RoleWord): TimelineItem {
  const { title, more, act } = factText(ctx, row.kind, row.facts, word)
  const { day, time } = localTime(row.at, ctx.territory.timeZone)
  const subject = subjectOf(row, more)
  const when = `${longDate(day)}, ${time.slice(0, 5)}`
  return {
    title: subject ? `${title}: ${subject}` : title,
    act,
    when: row.actor ? `${when}, ${withInitials(row.actor)}` : when,
    more: (
      <More
        ctx={ctx}
        text={more}
        title={title}
        subject={factHref(ctx.territory.code, row)}
        order={orderHref(ctx.territory.code, row)}
      />
    ),
  }
}

/** Whom or what the line is about, unless the sentence under it says so. */
export function subjectOf({ siteName, person, organisationName, orderNumber }: HistoryRow, more: string | null): string | null {
  if (siteName) return siteName
  const name = person && withInitials(person)
  const number = orderNumber && `№ ${orderNumber}`
  const said = (text: string | undefined) => text !== undefined && more?.includes(text)
  return [name, organisationName, number].find((text) => text && !said(text) && !said(person?.familyName)) ?? null
}

function More({
  ctx,
  text,
  title,
  subject,
  order,
}: {
  ctx: Ctx
  text: string | null
  title: string
  subject: string | null
  order: string | null
}) {
  const whole = text && capital(text)
  if (!whole && !subject && !order) return null
  const about = <span class="govuk-visually-hidden">: {nb(title)}</span>
  return (
    <>
      {whole && nb(whole)}
      {whole && (subject || order) && <br />}
      {subject && <TextLink href={subject}>Открыть{about}</TextLink>}
      {subject && order && ' · '}
      {order && (
        <TextLink href={order}>
          {words(ctx).title}
          {about}
        </TextLink>
      )}
    </>
  )
}
