import type { Ctx } from '../../authz/ctx.ts'
import { by, coordinator, type Grants, members, siteTeam } from '../../authz/policy.ts'
import { grantedRoles } from '../../authz/roles.ts'
import { module } from '../../kit/module.ts'
import type { Navigation } from '../../kit/navigation.ts'
import { callingOff, lineCounts, linePart } from '../plans/ports.ts'
import { facts } from './facts.ts'
import { invariants } from './invariants.ts'
import { openKeptPlaces } from './kept-places.ts'
import { notices } from './notices.ts'
import { callOff, countOfLine, eventsOnLine } from './parts.tsx'
import { own as paths } from './paths.ts'
import { publishAnnounced } from './public-day.ts'
import { routes } from './routes.tsx'
import { eventReminders, tasks } from './tasks.ts'
import { ruleTexts } from './texts.ts'

const permissions = {
  'event.view': members,
  'event.attend': members,
  'event.send': by('territory', 'schoolHead'),
  'event.run': siteTeam,
  'event.people': [...siteTeam, ...coordinator],
} satisfies Grants

declare module '../../authz/policy.ts' {
  interface Permissions extends Record<keyof typeof permissions, true> {}
}

/** Whoever works for the whole network has a first page instead of one's own. */
const hasOwnPage = ({ actor }: Ctx) => actor.roles.includes('teacher') && !grantedRoles.some((role) => actor.roles.includes(role))

const navigation: Navigation = {
  work: [
    { place: 54, section: 'my', label: 'Моё', href: (to, ctx) => (hasOwnPage(ctx) ? paths.my(to) : null) },
    { place: 55, section: 'events', label: 'Мероприятия', href: (to) => paths.events(to) },
  ],
}

export default module({
  name: 'events',
  paths,
  navigation,
  permissions,
  facts,
  notices,
  routes,
  ruleTexts,
  invariants,
  tasks,
  reminders: [eventReminders],
  clockDeeds: [openKeptPlaces, publishAnnounced],
  plugs: [linePart.plug(eventsOnLine), lineCounts.plug(countOfLine), callingOff.plug(callOff)],
})
