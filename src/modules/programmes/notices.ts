import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { note, siteNamed } from '../../notices/words.ts'
import { paths } from '../../web/paths.ts'

type OfProgramme = { site: string; title: string }
type OfStep = OfProgramme & { caption: string }

const about =
  <Params extends OfProgramme>(words: (params: Params) => string, more: (params: Params) => string = () => ''): Say<Params> =>
  (params, to, programme) => ({
    title: `${words(params)}: «${params.title}»`,
    more: [siteNamed(params.site), more(params)].filter(Boolean).join('. '),
    href: paths.programme({ ...to, programme }),
  })
const captionOf = ({ caption }: OfStep) => caption

export const notices = {
  'programme.awaitsDecision': notice<OfStep>(about(() => 'Ждёт вас программа площадки', captionOf)),
  'programme.stepPassed': notice<OfStep>(about(() => 'Программа прошла дальше', captionOf)),
  'programme.agreed': notice<OfStep>(about(() => 'Программа согласована', captionOf)),
  'programme.returned': urgent<OfStep & { remark: string }>(
    about(
      () => 'Программу вернули',
      ({ remark }) => note(remark),
    ),
  ),
  'programme.withdrawn': notice<OfProgramme>(
    about(
      () => 'Программа отозвана',
      () => 'Решать пока нечего',
    ),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
