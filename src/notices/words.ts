/** A notice as it is read: what happened, a sentence more, where it leads. */
export type NoticeText = { readonly title: string; readonly more: string | null; readonly href: string }

/** How one kind is told: its params, the territory, the subject. */
export type Told<Params> = (params: Params, to: { territory: string }, subject: string) => NoticeText

export const siteNamed = (site: string) => `Площадка: ${site}`

export const note = (remark: string) => `Замечание: ${remark}`
