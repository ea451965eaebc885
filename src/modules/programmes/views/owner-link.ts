import type { LinkItem } from '../../../ui/content.ts'
import { paths } from '../../../web/paths.ts'
import type { Owner } from '../sheet.ts'

/** The page of the site or the application a programme belongs to. */
export const ownerLink = (territory: string, { kind, id, title }: Owner): LinkItem =>
  kind === 'site'
    ? { href: paths.siteProgrammes({ territory, site: id }), label: title }
    : { href: paths.application({ territory, application: id }), label: title }
