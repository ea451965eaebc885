import type { Route } from '../../web/route.ts'
import { theSite } from '../sites/site-queries.ts'
import { groups } from './case.ts'
import { admitMember, changeGroup, closeGroup, formGroup, releaseMember } from './deeds.ts'
import { groupDocument } from './document.ts'
import { groupList, siteGroups } from './list.tsx'
import { paths } from './paths.ts'
import { editPage, groupPage, newGroupPage } from './views/group-page.tsx'

export const routes: Route[] = [
  ...groupList.routes,
  ...siteGroups.routes,
  theSite.page(paths.newGroup, newGroupPage, 'group.form'),
  formGroup.route(newGroupPage),
  groups.page(paths.group, groupPage),
  groups.page(paths.groupEdit, editPage, 'group.run'),
  changeGroup.route(editPage),
  ...[admitMember, releaseMember, closeGroup].map((deed) => deed.route(groupPage)),
  groups.files(paths.groupFile, ({ one }) => [one.fileId]),
  groups.papers(paths.groupPaper, groupDocument),
]
