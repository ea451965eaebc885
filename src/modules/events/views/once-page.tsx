import { nb } from '../../../ui/content.ts'
import { ButtonLink, Columns, PageHead, Sheet } from '../../../ui/frame.ts'
import type { Page } from '../../../web/route.ts'

export const ofFeed = {
  title: 'Адрес вашего календаря',
  says: 'Добавьте этот адрес в календарь телефона как подписку. Никому его не показывайте: по нему видно, куда вы идёте.',
}
export const ofAnswer = {
  title: 'Ссылка для ответа',
  says: 'Передайте эту ссылку педагогу: по ней он ответит «Приду» или «Не приду» без входа. Прежняя ссылка больше не действует.',
}

/** A secret address, shown this once: only its hash is kept. */
export function oncePage({ title, says, link, back }: typeof ofFeed & { link: string; back: string }): Page {
  const body = (
    <>
      <PageHead title={title} more="Адрес показывается один раз" />
      <Columns kind="form">
        <Sheet>
          <p class="govuk-body">{nb(says)}</p>
          <p class="govuk-body">
            <code class="pl-code">{link}</code>
          </p>
          <ButtonLink href={back}>Готово</ButtonLink>
        </Sheet>
      </Columns>
    </>
  )
  return { title, section: 'events', body }
}
