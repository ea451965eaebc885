import { actNames } from '../../regulation/acts.ts'
import { publishes } from '../../regulation/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { OrderContent } from './model.ts'
import { extendCall, openCall } from './templates/call-templates.ts'
import { appointing, approveRegulation, plain, revokeOrder } from './templates/other-templates.ts'
import { point, type Setting, type Template } from './templates/setting.ts'
import { extendStatus, resumeStatus, suspendStatus, terminateStatus } from './templates/standing-templates.ts'
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
  suspendStatus,
  resumeStatus,
  terminateStatus,
  openCall,
  extendCall,
  revokeOrder,
  plain,
]

/** The templates of orders this territory uses, as its regulation has it. */
export const templatesFor = (regulation: Regulation, hasDraftRegulation: boolean): readonly Template[] =>
  templates.filter((template) => template.fits(regulation, hasDraftRegulation))

/** Writes the draft: the template's own points, then publication and control, which every order of the territory has. */
export const draftFrom = (template: Template, setting: Setting): Drafted => finished(template.write(setting), setting)

/** What a template or a decision has written, with the points every order of the territory has. */
export function finished(
  { title, preamble, points, appendices = [] }: ReturnType<Template['write']>,
  { regulation, actKind }: Pick<Setting, 'regulation' | 'actKind'>,
): Drafted {
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
