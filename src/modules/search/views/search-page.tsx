import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { organisationKindName } from '../../../regulation/kinds.ts'
import { Empty } from '../../../ui/empty.tsx'
import { SearchForm } from '../../../ui/filter.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { RowList } from '../../../ui/row-list.tsx'
import { Sheet, Stack } from '../../../ui/sheet.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { paths } from '../../../web/paths.ts'
import type { Found, Group } from '../queries.ts'

type SearchPageProps = { ctx: Ctx; text: string; found: Found | null }

/** What the territory has by the words asked, by kind. */
export function SearchPage({ ctx, text, found }: SearchPageProps) {
  const territory = ctx.territory.code
  return (
    <>
      <PageHead title="Поиск" more={`Площадки, люди, организации и подписанные приказы: ${ctx.territory.shortName}`} />
      <SearchForm action={paths.search({ territory })} id="words" label="Слова для поиска" value={text} />
      <div class="pl-gap" />
      {found && <Results ctx={ctx} text={text} found={found} />}
      {!found && text !== '' && (
        <Empty picture="paper" title="Слишком короткий запрос">
          <p class="govuk-body">Напишите хотя бы две буквы названия, фамилии или номер приказа.</p>
        </Empty>
      )}
    </>
  )
}

function Results({ ctx, text, found }: { ctx: Ctx; text: string; found: Found }) {
  const territory = ctx.territory.code
  const { sites, people, organisations, orders } = found
  if (sites.total + people.total + organisations.total + orders.total === 0)
    return (
      <Empty picture="paper" title="Ничего не нашлось">
        <p class="govuk-body">{nb(`По словам «${text}» здесь ничего нет. Проверьте слова или оставьте одно из них.`)}</p>
      </Empty>
    )
  return (
    <Stack>
      <Kind title="Площадки" group={sites} all={paths.sites({ territory }, { q: text, state: 'all' })}>
        {sites.rows.map((site) => (
          <Row href={paths.site({ territory, site: site.id })} name={site.name} more={site.theme} />
        ))}
      </Kind>
      <Kind title="Люди" group={people} all={paths.people({ territory }, { q: text })}>
        {people.rows.map((person) => (
          <Row href={paths.person({ territory, person: person.id })} name={fullName(person)} more={person.posts} />
        ))}
      </Kind>
      <Kind title="Организации" group={organisations} all={paths.organisations({ territory }, { q: text })}>
        {organisations.rows.map((one) => (
          <Row
            href={paths.organisation({ territory, organisation: one.id })}
            name={one.name}
            more={[organisationKindName[one.kind], one.settlement].filter(Boolean).join(', ')}
          />
        ))}
      </Kind>
      <Kind title="Приказы" group={orders} all={paths.orders({ territory }, { q: text })}>
        {orders.rows.map((order) => (
          <Row
            href={paths.order({ territory, order: order.id })}
            name={order.title}
            more={`${order.kind === 'order' ? 'Приказ' : 'Распоряжение'} от ${shortDate(order.signedOn)} № ${order.number}`}
          />
        ))}
      </Kind>
    </Stack>
  )
}

type KindProps = { title: string; group: Group<unknown>; all: string; children: ComponentChildren[] }
function Kind({ title, group, all, children }: KindProps) {
  if (group.total === 0) return null
  const more = group.total > group.rows.length && (
    <a class="govuk-link pl-small" href={all}>
      Все {group.total}
    </a>
  )
  return (
    <Sheet title={title} aside={more}>
      <RowList rows={children} />
    </Sheet>
  )
}

function Row({ href, name, more }: { href: string; name: string; more: string | null }) {
  return (
    <>
      <p>
        <TextLink href={href}>{name}</TextLink>
      </p>
      {more && <p class="pl-small pl-quiet">{nb(more)}</p>}
    </>
  )
}
