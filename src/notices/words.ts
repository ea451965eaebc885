import type { Say } from './kinds.ts'

export const siteNamed = (site: string) => `Площадка: ${site}`

/** Notices about one thing of a site, in one manner: `of('Договор расторгнут')`; the site is named under each, unless more is said. */
export const ofSite =
  (href: (to: { territory: string }, subject: string) => string) =>
  <Params extends { site: string }>(
    title: string | ((params: NoInfer<Params>) => string),
    more: (params: NoInfer<Params>) => string | null = () => null,
  ): Say<Params> =>
  (params, to, subject) => ({
    title: typeof title === 'string' ? title : title(params),
    more: [siteNamed(params.site), more(params)].filter((part) => part).join('. '),
    href: href(to, subject),
  })

export const note = (remark: string) => `Замечание: ${remark}`
