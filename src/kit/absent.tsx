import type { ComponentChildren } from 'preact'
import { type LinkItem, nb } from '../ui/content.ts'
import { Breadcrumbs, Empty, type Picture } from '../ui/frame.ts'
import type { Section } from '../web/paths.ts'
import type { Page } from '../web/route.ts'

type Absent = {
  /** The name of the page. */
  readonly title: string
  readonly section: Section
  readonly back: LinkItem
  readonly picture: Picture
  /** What is not here, and why. */
  readonly says: string
  readonly why: string
  readonly actions: ComponentChildren
}

/** Where a territory does not have such things at all: says so instead of an empty list. */
export const absent = ({ title, section, back, picture, says, why, actions }: Absent): Page => ({
  ...{ title, section, status: 404 },
  body: (
    <>
      <Breadcrumbs links={[back]} />
      <Empty picture={picture} title={says} alone actions={actions}>
        <p class="govuk-body">{nb(why)}</p>
      </Empty>
    </>
  ),
})
