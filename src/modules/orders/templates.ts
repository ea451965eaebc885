import { point, quality, type Setting, type Template, task, type Written } from '../../kit/order/template.ts'
import { act } from '../../regulation/acts.ts'
import { publishes } from '../../regulation/openness/questions.ts'
import { acquaintsAllHeads } from '../../regulation/people/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { allTemplates } from './effects/kits.ts'
import type { OrderContent } from './model.ts'

export type Drafted = Pick<OrderContent, 'title' | 'preamble' | 'points' | 'appendices' | 'acquaintance' | 'publishOnSigning'>

/** The templates of orders this territory uses, as its regulation has it. */
export const templatesFor = (regulation: Regulation, hasDraftRegulation: boolean): readonly Template[] =>
  allTemplates().filter((template) => template.fits(regulation, hasDraftRegulation))

/** Writes the draft: the template's own points, then publication and control, which every order of the territory has. */
export const draftFrom = (template: Template, setting: Setting): Drafted => finished(template.write(setting), setting)

/** What a template or a decision has written, with the points every order of the territory has. */
export function finished(
  { title, preamble, points, appendices = [] }: Written,
  { regulation, actKind }: Pick<Setting, 'regulation' | 'actKind'>,
): Drafted {
  const publishOnSigning = publishes(regulation, 'orders').value
  return {
    title,
    preamble,
    points: [
      ...points,
      ...(publishOnSigning ? [point(`Разместить ${act(actKind).nominative} с приложениями на сайте для всех.`)] : []),
      point(`Контроль за исполнением ${act(actKind).genitive} оставляю за собой.`),
    ],
    appendices,
    publishOnSigning,
    acquaintance: acquaintsAllHeads(regulation).value ? 'allHeads' : 'assignees',
  }
}

export const plain: Template = {
  code: 'plain',
  name: 'Дать поручения',
  hint: 'Только поручения с исполнителями и сроками, реестры не меняются.',
  place: 15,
  asks: [],
  fits: () => true,
  write: () => ({ title: '', preamble: quality, points: [task('', [])] }),
}
