import { nb, StateTag, SummaryList, TextLink } from '../../../ui/content.ts'
import { Breadcrumbs, ButtonLink, Columns, PageHead, Sheet, Tools } from '../../../ui/frame.ts'
import { paths as all } from '../../../web/paths.ts'
import { paths } from '../paths.ts'
import type { Asking, PublicEvent } from '../public.ts'
import { publicFree, wayWords } from '../public-list.tsx'
import { eventTag } from '../texts.ts'
import { whenWords } from '../when.ts'

/** An event as everybody may see it. */
export function PublicEventPage({ asking: { territory, now }, event }: { asking: Asking; event: PublicEvent }) {
  const to = { territory: territory.code }
  const at = { ...to, event: event.id }
  const isAhead = event.state === 'open' && now < event.startsAt
  return (
    <>
      <Breadcrumbs links={[{ href: paths.publicEvents(to), label: `Мероприятия: ${territory.shortName}` }]} />
      <PageHead large title={event.title} more={event.form ?? undefined} line={[<StateTag {...eventTag(event, now)} />]} />
      <Columns kind="form">
        <Sheet>
          <SummaryList
            rows={[
              { key: 'Когда', value: whenWords(event, territory) },
              { key: 'Как', value: wayWords(event) },
              event.siteName && {
                key: 'Площадка',
                value: <TextLink href={all.publicSite({ ...to, site: event.siteId })}>{event.siteName}</TextLink>,
              },
              isAhead && { key: 'Места', value: publicFree(event) },
            ]}
          />
          {isAhead ? (
            <>
              <ButtonLink href={all.signIn({}, { next: paths.event(at) })}>
                {event.free === 0 ? 'Войти и встать в очередь' : 'Войти и записаться'}
              </ButtonLink>
              <Tools tools={[{ href: paths.publicEventCalendar(at), label: 'В календарь телефона', icon: 'download' }]} />
            </>
          ) : (
            <p class="govuk-body">{nb(event.state === 'cancelled' ? 'Мероприятие отменено.' : 'Запись закончилась.')}</p>
          )}
        </Sheet>
      </Columns>
    </>
  )
}
