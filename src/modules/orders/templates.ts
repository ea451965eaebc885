import { publishes } from '../../regulation/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { actNames, type OrderContent } from './model.ts'
import { appointing, approveRegulation, extendStatus, plain, revokeOrder, terminateStatus } from './templates/other-templates.ts'
import { point, type Setting, type Template } from './templates/setting.ts'
import { approveSiteList, attachSchools, designateJointSite, designateSites } from './templates/status-templates.ts'

export type Drafted = Pick<OrderContent, 'title' | 'preamble' | 'points' | 'appendices' | 'acquaintance' | 'publishOnSigning'>

const templates: readonly Template[] = [
  designateSites,
  designateJointSite,
  approveSiteList,
  attachSchools,
  appointing('coordinator', 'Назначить координатора площадки', ['person', 'site', 'from', 'to']),
  appointing('methodist', 'Назначить методиста, который сопровождает площадки', ['person', 'from', 'to']),
  approveRegulation,
  extendStatus,
  terminateStatus,
  revokeOrder,
  plain,
]

/** The templates of orders this territory uses, as its regulation has it. */
export const templatesFor = (regulation: Regulation, hasDraftRegulation: boolean): readonly Template[] =>
  templates.filter((template) => template.fits(regulation, hasDraftRegulation))

/** Writes the draft: the template's own points, then publication and control, which every order of the territory has. */
export function draftFrom(template: Template, setting: Setting): Drafted {
  const { regulation, actKind } = setting
  const { title, preamble, points, appendices = [] } = template.write(setting)
  const publishOnSigning = publishes(regulation, 'orders').value
  const act = actKind === 'order' ? 'приказа' : 'распоряжения'
  return {
    title,
    preamble,
    points: [
      ...points,
      ...(publishOnSigning ? [point(`Разместить ${actNames[actKind]} с приложениями на сайте для всех.`)] : []),
      point(`Контроль за исполнением ${act} оставляю за собой.`),
    ],
    appendices,
    publishOnSigning,
    acquaintance: regulation.acquaintance?.who === 'headsOfOrganisations' ? 'allHeads' : 'assignees',
  }
}
