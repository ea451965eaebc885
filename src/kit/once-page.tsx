import { nb } from '../ui/content.ts'
import { ButtonLink, Columns, PageHead, Sheet } from '../ui/frame.ts'
import type { Section } from '../web/paths.ts'
import type { Page } from '../web/route.ts'

type OncePage = {
  readonly section: Section
  readonly title: string
  /** What it is for, and to whom it is shown. */
  readonly says: string
  readonly link: string
  readonly back: string
}

/** A secret address, shown this once: only its hash is kept. */
export function oncePage({ section, title, says, link, back }: OncePage): Page {
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
  return { title, section, body }
}
