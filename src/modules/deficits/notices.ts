import { type NoticesOf, notice } from '../../notices/kinds.ts'
import { paths } from './paths.ts'

/** Letters go by way of a mail box, so what is lacking is read on its page alone. */
export const notices = {
  'deficit.named': notice<{ person: string }>(({ person }, to, deficit) => ({
    ...{ title: `${person}: назван профессиональный дефицит`, more: null },
    href: paths.deficit({ ...to, deficit }),
  })),
  'deficit.noted': notice<{ by: string }>(({ by }, to, deficit) => ({
    ...{ title: 'Вам отметили профессиональный дефицит', more: `Кто отметил: ${by}` },
    href: paths.deficit({ ...to, deficit }),
  })),
  'deficit.closed': notice<{ by: string }>(({ by }, to, deficit) => ({
    ...{ title: 'Ваш профессиональный дефицит закрыт', more: `Кто закрыл: ${by}` },
    href: paths.deficit({ ...to, deficit }),
  })),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
