export const siteNamed = (site: string) => `Площадка: ${site}`

export const note = (remark: string) => `Замечание: ${remark}`
