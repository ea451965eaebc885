import { addressee, by, type Grants, members, office } from '../../authz/policy.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { myPart } from '../events/ports.ts'
import { dutyGivers } from '../orders/ports.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { kindsIn } from './kinds.ts'
import { meetingsOnMyPage } from './my-part.tsx'
import { notices } from './notices.ts'
import { paths as openedPaths, own as paths } from './paths.ts'
import { routes } from './routes.tsx'
import { meetingReminders, tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const runs = by('territory', 'official', 'methodist')
const permissions = {
  'meeting.list': members,
  'meeting.listAll': office,
  'meeting.view': [...office, ...addressee],
  'meeting.call': runs,
  'meeting.run': [...runs, ...addressee],
  'meeting.answer': addressee,
  'meeting.sign': addressee,
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

const navigation: Navigation = {
  work: [
    {
      ...{ place: 59, section: 'meetings', label: 'Совещания', workOf: [] },
      href: (to, _ctx, regulations, chosen) => (kindsIn(regulations, chosen).length > 0 ? paths.meetings(to) : null),
    },
  ],
}

export default module({
  name: 'meetings',
  paths,
  navigation,
  permissions,
  facts,
  notices,
  routes,
  ruleTexts,
  invariants,
  tasks,
  reminders: [meetingReminders],
  plugs: [
    myPart.plug(meetingsOnMyPage),
    dutyGivers.plug({ source: 'meeting', href: (to, meeting) => openedPaths.meeting({ ...to, meeting }) }),
  ],
})
