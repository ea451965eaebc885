import { SubNavigation } from '../../../ui/frame.ts'
import type { Sort } from '../model.ts'
import { paths } from '../paths.ts'

/** Between the two papers a site gives: about participation, about a mastered programme. */
export const SortLinks = ({ at, sort }: { at: { territory: string; site: string }; sort: Sort }) => (
  <SubNavigation
    label="О чём бумага"
    links={[
      { href: paths.certificateIssue(at), label: 'Об участии', current: sort === 'participation' },
      { href: paths.certificateCompletion(at), label: 'Об освоении программы', current: sort === 'completion' },
    ]}
  />
)
