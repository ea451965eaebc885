/**
 * Weak schools are never public. Which schools need support, and so which are attached to a site, is known to the office, to heads and teachers
 * as the policy says, and to those whom an order is addressed to. Whatever reaches everybody goes through here: the list of an order is
 * withheld and its title stays; a number of partner schools too small to hide anybody is not told; the trait itself stands in no public
 * table. `src/app/weak-schools.pg.test.ts` reads every public table, page and file.
 */

/** The permission to know which they are. */
export const tellsWeakSchools = 'supportNeed.view'

/** Whether an appendix of an order lists them. */
export const listsWeakSchools = ({ content }: { readonly content: string }): boolean => content === 'attachments'

/** The order as everybody may read it: the list keeps only its title. */
export function withoutWeakSchools<Paper extends { readonly appendices: readonly { readonly content: string }[] }>(
  paper: Paper,
): Paper {
  return { ...paper, appendices: paper.appendices.map((one) => (listsWeakSchools(one) ? { ...one, rows: [] } : one)) }
}

/** What stands in place of the list. */
export const withheld =
  'Приложение размещается без перечня организаций: эти сведения предназначены для участников работы и не публикуются.'

/** Fewer than so many are never shown to the public as a number. */
export const leastShown = 5

/** Which of the schools attached to a site a person may know by name: all of them, or those whose own trait they may know. */
export const knownPartners = <School extends { readonly organisationId: string }>(
  attached: readonly School[],
  sees: { readonly all: boolean; readonly one: (school: School) => boolean },
): readonly School[] => (sees.all ? attached : attached.filter(sees.one))

/** A number as everybody may know it; null stands for «меньше пяти». */
export const shownNumber = (count: number): number | null => (count > 0 && count < leastShown ? null : count)
